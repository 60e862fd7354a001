import { timingSafeEqual } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import type { Clock } from '../domain/time.ts';
import { backUp, rotateBackups, storeParts } from './backup.ts';
import { closeAsFound, connect, sqliteCode, type WritableDb } from './connection.ts';
import { diskCode, writeWhole } from './disk.ts';
import { changePassphrase, keyTrial, settleKeys, spreadKeys } from './key-change.ts';
import { bytesOfKeys, createKeys, openKeys, openKeysByRecovery } from './keys.ts';
import { migrate, storeVersion } from './migrate.ts';
import { programVersion } from './migrations/all.ts';
import { sweepCopies } from './piece.ts';
import { takeWaits } from './pin-waits.ts';
import { resumePurge } from './purge.ts';
import { mirrorBackups } from './second-folder.ts';
import { endSwap } from './swap.ts';

/** An open store: its connection, its folder, its key. */
export interface Store {
  readonly db: WritableDb;
  readonly folder: string;
  readonly key: Buffer;
  readonly close: () => void;
}

/** Whether a folder holds a store, once an exchange that a cut interrupted is finished: none, whole, or parts of one, which is damage and never taken for an empty start. */
export const findStore = (folder: string): 'absent' | 'present' | 'damaged' => {
  endSwap(folder);
  const database = existsSync(join(folder, storeParts.database));
  const keys = existsSync(join(folder, storeParts.keys));
  if (database && keys) return 'present';
  return database || keys || existsSync(join(folder, storeParts.backups)) ? 'damaged' : 'absent';
};

/** Only what says that the file itself is wrong is damage; a disk that does not answer says nothing of the store, and never offers a restore. */
const failureOf = (error: unknown): Result<never> => {
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return failed('store-damaged', { part: 'database' });
  if (code.startsWith('SQLITE_BUSY')) return failed('store-in-use');
  const disk = diskCode(code);
  if (disk !== null) return failed(disk);
  throw error;
};

/** Whether every page reads and every link holds. */
const isSound = (db: WritableDb): boolean =>
  db.pragma('integrity_check', { simple: true }) === 'ok' && db.pragma('foreign_key_check', { simple: true }) === undefined;

/** Whether a code of SQLite speaks of the file or of its disk, and not of what was asked of them. */
const isOfTheFile = (code: string): boolean => diskCode(code) !== null || /^SQLITE_(?:NOTADB|CORRUPT|BUSY)/.test(code);

const startStore = (folder: string, key: Buffer, clock: Clock, mustExist: boolean): Result<Store> => {
  const path = join(folder, storeParts.database);
  let db: WritableDb | null = null;
  const refuse = (result: Result<never>): Result<never> => {
    if (db !== null) closeAsFound(db, path);
    db = null;
    return result;
  };
  try {
    // SQLite opens what it cannot write for reading alone, then fails to lock it as if the disk were failing.
    for (const written of mustExist ? [folder, path] : [folder]) accessSync(written, constants.W_OK);
    for (const leftover of [keyTrial, `${storeParts.keys}.partial`]) rmSync(join(folder, leftover), { force: true });
    // SQLite would make a new store of an empty file.
    if (mustExist && statSync(path).size === 0) return failed('store-damaged', { part: 'database' });
    db = connect(path, key, mustExist);
    if (!isSound(db)) return refuse(failed('store-damaged', { part: 'database' }));
    const version = storeVersion(db);
    if (version > programVersion) return refuse(failed('store-newer', { store: version, program: programVersion }));
    if (mustExist && version === 0) return refuse(failed('store-damaged', { part: 'database' }));
    if (mustExist) {
      const backup = backUp(db, folder, key, clock.now(), version < programVersion ? `migration-${version}` : 'ouverture');
      if (!backup.ok) return refuse(backup);
      rotateBackups(folder, backup.value.at);
    }
    try {
      migrate(db);
    } catch (error) {
      // A full or failing disk is told as such; anything else is a fault of ours, and the store is as it was.
      if (!mustExist || isOfTheFile(sqliteCode(error))) throw error;
      return refuse(failed('store-unmigrated', { store: version, program: programVersion }));
    }
    if (version < programVersion && !isSound(db)) return refuse(failed('store-damaged', { part: 'database' }));
    takeWaits(db, folder, key);
    if (mustExist) resumePurge({ db, folder, key }, clock.now);
    sweepCopies(db, folder);
    settleKeys({ db, folder, key });
    if (mustExist) {
      spreadKeys({ db, folder, key });
      mirrorBackups(db, folder);
    }
  } catch (error) {
    // A bug is thrown, and the lock of the store goes with it.
    refuse(failed('store-in-use'));
    return failureOf(error);
  }
  const opened = db;
  const close = (): void => {
    opened.close();
    key.fill(0);
  };
  return done({ db: opened, folder, key, close });
};

/** Creates a store under keys just made. Errors: store-exists, store-read-only, store-full. */
export const createStoreUnder = (folder: string, { file, key }: ReturnType<typeof createKeys>, clock: Clock): Result<Store> => {
  if (findStore(folder) !== 'absent') return failed('store-exists');
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(join(folder, storeParts.keys), bytesOfKeys(file));
  } catch (error) {
    return failureOf(error);
  }
  const started = startStore(folder, key, clock, false);
  if (!started.ok) rmSync(join(folder, storeParts.keys), { force: true });
  return started;
};

/** Creates a store under a passphrase alone, as the demonstration does. Errors: store-exists, store-read-only, store-full. */
export const createStore = (folder: string, passphrase: string, clock: Clock): Result<Store> => createStoreUnder(folder, createKeys(passphrase), clock);

const openBy = (folder: string, clock: Clock, open: (keys: string) => Result<Buffer>): Result<Store> => {
  const found = findStore(folder);
  if (found === 'absent') return failed('store-absent');
  if (found === 'damaged') return failed('store-damaged', { part: existsSync(join(folder, storeParts.keys)) ? 'database' : 'keys' });
  let keys: string;
  try {
    keys = readFileSync(join(folder, storeParts.keys), 'utf8');
  } catch (error) {
    return failureOf(error);
  }
  const key = open(keys);
  return key.ok ? startStore(folder, key.value, clock, true) : key;
};

/**
 * Opens a store: leftovers of an interrupted exchange, key, lock, integrity, version, backup, migrations, integrity.
 * Errors: store-absent, store-damaged, keys-newer, passphrase-wrong, store-in-use, store-newer, store-unmigrated, store-read-only, store-full, store-failing.
 */
export const openStore = (folder: string, passphrase: string, clock: Clock): Result<Store> => openBy(folder, clock, (keys) => openKeys(keys, passphrase));

/** Opens a store with its recovery key, and puts it under another passphrase at once. Errors: those of openStore, recovery-key-none, recovery-key-wrong. */
export const recoverStore = (folder: string, code: string, passphrase: string, clock: Clock): Result<Store> => {
  const opened = openBy(folder, clock, (keys) => openKeysByRecovery(keys, code));
  if (!opened.ok) return opened;
  try {
    const changed = changePassphrase(opened.value, passphrase, clock.now(), ['openedByRecovery', 'passphraseChanged']);
    if (changed.ok) return opened;
    opened.value.close();
    return changed;
  } catch (error) {
    opened.value.close();
    return failureOf(error);
  }
};

/** Checks the passphrase of an open store again, from its key file. Errors: passphrase-wrong, store-damaged. */
export const checkPassphrase = (store: Store, passphrase: string): Result<true> => {
  const key = openKeys(readFileSync(join(store.folder, storeParts.keys), 'utf8'), passphrase);
  if (!key.ok) return key.error.code === 'passphrase-wrong' ? failed('passphrase-wrong', { open: true }) : key;
  const same = timingSafeEqual(key.value, store.key);
  key.value.fill(0);
  return same ? done(true) : failed('store-damaged', { part: 'keys' });
};
