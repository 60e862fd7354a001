import { timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import type { Clock } from '../domain/time.ts';
import { backUp, rotateBackups, storeParts } from './backup.ts';
import { connect, sqliteCode, type WritableDb } from './connection.ts';
import { writeWhole } from './disk.ts';
import { createKeys, openKeys } from './keys.ts';
import { migrate, storeVersion } from './migrate.ts';
import { programVersion } from './migrations/all.ts';
import { sweepCopies } from './piece.ts';
import { resumePurge } from './purge.ts';
import { mirrorBackups } from './second-folder.ts';

/** An open store: its connection, its folder, its key. */
export interface Store {
  readonly db: WritableDb;
  readonly folder: string;
  readonly key: Buffer;
  readonly close: () => void;
}

/** Whether a folder holds a store: none, whole, or parts of one, which is damage and never taken for an empty start. */
export const findStore = (folder: string): 'absent' | 'present' | 'damaged' => {
  const database = existsSync(join(folder, storeParts.database));
  const keys = existsSync(join(folder, storeParts.keys));
  if (database && keys) return 'present';
  return database || keys || existsSync(join(folder, storeParts.backups)) ? 'damaged' : 'absent';
};

const failureOf = (error: unknown): Result<never> => {
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return failed('store-damaged', { part: 'database' });
  if (code.startsWith('SQLITE_BUSY')) return failed('store-in-use');
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EROFS') return failed('store-read-only');
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return failed('store-full');
  throw error;
};

const startStore = (folder: string, key: Buffer, clock: Clock, mustExist: boolean): Result<Store> => {
  let db: WritableDb;
  try {
    rmSync(join(folder, 'restauration.db'), { force: true });
    db = connect(join(folder, storeParts.database), key, mustExist);
  } catch (error) {
    return failureOf(error);
  }
  const refuse = (result: Result<never>): Result<never> => {
    db.close();
    return result;
  };
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return refuse(failed('store-damaged', { part: 'database' }));
    const version = storeVersion(db);
    if (version > programVersion) return refuse(failed('store-newer', { store: version, program: programVersion }));
    if (mustExist && version === 0) return refuse(failed('store-damaged', { part: 'database' }));
    if (mustExist) {
      const backup = backUp(db, folder, key, clock.now(), version < programVersion ? 'migration' : 'ouverture');
      if (!backup.ok) return refuse(backup);
      rotateBackups(folder);
    }
    migrate(db);
    if (mustExist) resumePurge({ db, folder, key }, clock.now);
    sweepCopies(db, folder);
    if (mustExist) mirrorBackups(db, folder);
    if (db.pragma('foreign_key_check', { simple: true }) !== undefined) return refuse(failed('store-damaged', { part: 'links' }));
  } catch (error) {
    return refuse(failureOf(error));
  }
  const close = (): void => {
    db.close();
    key.fill(0);
  };
  return done({ db, folder, key, close });
};

/** Creates a store under a passphrase. Errors: store-exists, store-read-only, store-full. */
export const createStore = (folder: string, passphrase: string, clock: Clock): Result<Store> => {
  if (findStore(folder) !== 'absent') return failed('store-exists');
  const { file, key } = createKeys(passphrase);
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(join(folder, storeParts.keys), Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8'));
  } catch (error) {
    return failureOf(error);
  }
  const started = startStore(folder, key, clock, false);
  if (!started.ok) rmSync(join(folder, storeParts.keys), { force: true });
  return started;
};

/**
 * Opens a store: key, lock, integrity, version, backup, migrations.
 * Errors: store-absent, store-damaged, passphrase-wrong, store-in-use, store-newer, store-read-only, store-full.
 */
export const openStore = (folder: string, passphrase: string, clock: Clock): Result<Store> => {
  const found = findStore(folder);
  if (found === 'absent') return failed('store-absent');
  if (found === 'damaged') return failed('store-damaged', { part: existsSync(join(folder, storeParts.keys)) ? 'database' : 'keys' });
  const key = openKeys(readFileSync(join(folder, storeParts.keys), 'utf8'), passphrase);
  return key.ok ? startStore(folder, key.value, clock, true) : key;
};

/** Checks the passphrase of an open store again, from its key file. Errors: passphrase-wrong, store-damaged. */
export const checkPassphrase = (store: Store, passphrase: string): Result<true> => {
  const key = openKeys(readFileSync(join(store.folder, storeParts.keys), 'utf8'), passphrase);
  if (!key.ok) return key.error.code === 'passphrase-wrong' ? failed('passphrase-wrong', { open: true }) : key;
  return timingSafeEqual(key.value, store.key) ? done(true) : failed('store-damaged', { part: 'keys' });
};
