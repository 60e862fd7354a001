import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import { connect, sqliteCode, type WritableDb } from './connection.ts';
import { putBackFiles } from './backup-files.ts';
import { moveWhole, writeWhole } from './disk.ts';
import { openKeys, openKeysByRecovery } from './keys.ts';
import { keepPurges } from './purge-list.ts';

/** Names of the parts of a store's folder. */
export const storeParts = { database: 'delibere.db', keys: 'cles.json', files: 'pieces', backups: 'sauvegardes', aside: 'mis-de-cote' } as const;

/** Why a backup was made. */
export type BackupCause = 'ouverture' | 'migration' | 'cloture' | 'avant-restauration' | 'purge' | 'transfert';

/** A backup within reach. */
export interface Backup {
  readonly id: string;
  readonly at: Instant;
  readonly cause: string;
  readonly bytes: number;
}

const nameOf = (at: Instant, cause: BackupCause): string => `${at.replaceAll(/[:.]/g, '-')}_${cause}`;
const instantOf = (id: string): Instant => id.slice(0, 24).replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/, 'T$1:$2:$3.$4Z') as Instant;
const isName = (id: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z_[a-z-]+$/.test(id);

const isWhole = (path: string, key: Uint8Array): boolean => {
  let db: WritableDb;
  try {
    db = connect(path, key, true);
  } catch {
    return false;
  }
  try {
    return db.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    db.close();
  }
};

/** Writes a backup (database and its key file together), opens it, checks it, and only then gives it its name. */
export const backUp = (db: WritableDb, folder: string, key: Uint8Array, at: Instant, cause: BackupCause): Result<Backup> => {
  const id = nameOf(at, cause);
  const final = join(folder, storeParts.backups, id);
  if (existsSync(final)) return done({ id, at, cause, bytes: statSync(join(final, storeParts.database)).size });
  const temporary = `${final}.partial`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const copy = join(temporary, storeParts.database);
  db.prepare('VACUUM INTO ?').run(copy);
  if (!isWhole(copy, key)) {
    rmSync(temporary, { recursive: true, force: true });
    return failed('backup-unusable');
  }
  for (const leftover of [`${copy}-wal`, `${copy}-shm`]) rmSync(leftover, { force: true });
  writeWhole(join(temporary, storeParts.keys), readFileSync(join(folder, storeParts.keys)));
  renameSync(temporary, final);
  return done({ id, at, cause, bytes: statSync(join(final, storeParts.database)).size });
};

/** The backups within reach, the newest first. */
export const listBackups = (folder: string): Backup[] => {
  const root = join(folder, storeParts.backups);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((id) => isName(id) && existsSync(join(root, id, storeParts.database)))
    .sort()
    .reverse()
    .map((id) => ({ id, at: instantOf(id), cause: id.slice(25), bytes: statSync(join(root, id, storeParts.database)).size }));
};

/** How many backups made at an opening are kept; those before a migration and at a closing stay. */
const openingsKept = 17;

/** Removes the oldest backups made at an opening beyond those kept, and what a cut left of one that was being written. */
export const rotateBackups = (folder: string): void => {
  const root = join(folder, storeParts.backups);
  for (const cut of existsSync(root) ? readdirSync(root).filter((name) => name.endsWith('.partial')) : [])
    rmSync(join(root, cut), { recursive: true, force: true });
  for (const old of listBackups(folder)
    .filter((backup) => backup.cause === 'ouverture')
    .slice(openingsKept))
    rmSync(join(folder, storeParts.backups, old.id), { recursive: true, force: true });
};

/**
 * Changes what the backups within reach hold, each whole or not at all: what a person withdraws must not come back with one of them.
 * `change` says whether it changed anything; a backup under another key is left as it is. Error: backup-unusable {backup}.
 */
export const rewriteBackups = (folder: string, key: Uint8Array, change: (db: WritableDb) => boolean): Result<number> => {
  let rewritten = 0;
  let damaged: string | null = null;
  for (const { id } of listBackups(folder)) {
    const path = join(folder, storeParts.backups, id, storeParts.database);
    const copy = join(folder, storeParts.backups, `${id}.db.partial`);
    const clear = (): void => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
    };
    clear();
    copyFileSync(path, copy);
    let db: WritableDb;
    try {
      db = connect(copy, key, true);
    } catch (error) {
      // Under another key a file is no database at all; a page of the schema that a disk lost makes it a damaged one.
      if (sqliteCode(error).startsWith('SQLITE_CORRUPT')) damaged ??= id;
      clear();
      continue;
    }
    let changed = false;
    let readable = true;
    try {
      changed = db.transaction(() => change(db))();
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      if (!sqliteCode(error).startsWith('SQLITE_CORRUPT')) throw error;
      readable = false;
    } finally {
      db.close();
    }
    // A damaged one, which no restore takes, keeps none of the others from being changed.
    if (!readable || (changed && !isWhole(copy, key))) damaged ??= id;
    else if (changed) {
      moveWhole(copy, path);
      rewritten += 1;
    }
    clear();
  }
  return damaged === null ? done(rewritten) : failed('backup-unusable', { backup: damaged });
};

/**
 * Puts a backup in the place of the store. The present files, journal included, are moved aside and never deleted.
 * It opens with its passphrase, or with its recovery key when that is given in `code`.
 * Errors: backup-unusable (unknown, or it does not open whole), passphrase-wrong, recovery-key-none, recovery-key-wrong.
 */
export const restoreBackup = (folder: string, id: string, passphrase: string, at: Instant, code: string | null = null): Result<true> => {
  const source = join(folder, storeParts.backups, id);
  if (!isName(id) || !existsSync(join(source, storeParts.keys))) return failed('backup-unusable');
  const text = readFileSync(join(source, storeParts.keys), 'utf8');
  const key = code === null ? openKeys(text, passphrase) : openKeysByRecovery(text, code);
  if (!key.ok) return key;
  const database = readFileSync(join(source, storeParts.database));
  const trial = join(folder, 'restauration.db');
  writeWhole(trial, database);
  const whole = isWhole(trial, key.value);
  for (const path of [`${trial}-wal`, `${trial}-shm`]) rmSync(path, { force: true });
  if (!whole) {
    rmSync(trial, { force: true });
    return failed('backup-unusable');
  }
  keepPurges(folder, key.value, join(folder, storeParts.database));
  const aside = join(folder, storeParts.aside, at.replaceAll(/[:.]/g, '-'));
  for (const part of [`${storeParts.database}-wal`, `${storeParts.database}-shm`, storeParts.database, storeParts.keys])
    moveWhole(join(folder, part), join(aside, part));
  writeWhole(join(folder, storeParts.keys), Buffer.from(text, 'utf8'));
  renameSync(trial, join(folder, storeParts.database));
  putBackFiles(folder, id);
  return done(true);
};
