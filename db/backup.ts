import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import { connect, sqliteCode, type WritableDb } from './connection.ts';
import { surplusOf } from './backup-policy.ts';
import { diskCode, flushFile, flushFolder, moveWhole, writeWhole } from './disk.ts';

/** Names of the parts of a store's folder. */
export const storeParts = { database: 'delibere.db', keys: 'cles.json', files: 'pieces', backups: 'sauvegardes', aside: 'mis-de-cote' } as const;

/** Why a backup was made; before a migration, from which version of the store. */
export type BackupCause = 'ouverture' | `migration-${number}` | 'cloture' | 'avant-restauration' | 'purge' | 'transfert';

/** A backup within reach. */
export interface Backup {
  readonly id: string;
  readonly at: Instant;
  /** The cause in one word: "migration", whatever the version. */
  readonly cause: string;
  readonly bytes: number;
}

const nameOf = (at: Instant, cause: BackupCause): string => `${at.replaceAll(/[:.]/g, '-')}_${cause}`;
const instantOf = (id: string): Instant => id.slice(0, 24).replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/, 'T$1:$2:$3.$4Z') as Instant;
/** The cause that the name of a backup tells, without the version of the store. */
const causeOf = (id: string): string => id.slice(25).replace(/-\d+$/, '');

/** Whether a name is that of a backup: an instant, a cause, and the version of the store before a migration. */
export const isBackupName = (id: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z_[a-z-]+?(?:-\d{1,6})?$/.test(id);

/** Whether a database opens whole under a key; throws what the disk says, which tells nothing of the database. */
export const isWhole = (path: string, key: Uint8Array): boolean => {
  let db: WritableDb | null = null;
  try {
    db = connect(path, key, true);
    return db.pragma('integrity_check', { simple: true }) === 'ok';
  } catch (error) {
    if (diskCode(sqliteCode(error)) !== null) throw error;
    return false;
  } finally {
    db?.close();
  }
};

/** Writes a backup (database and its key file together), opens it, checks it, and only then gives it its name; what fails leaves no half of one, which would take the room that is wanted. */
export const backUp = (db: WritableDb, folder: string, key: Uint8Array, at: Instant, cause: BackupCause): Result<Backup> => {
  const id = nameOf(at, cause);
  const final = join(folder, storeParts.backups, id);
  const made = (): Result<Backup> => done({ id, at, cause: causeOf(id), bytes: statSync(join(final, storeParts.database)).size });
  if (existsSync(final)) return made();
  const temporary = `${final}.partial`;
  try {
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary, { recursive: true });
    const copy = join(temporary, storeParts.database);
    db.prepare('VACUUM INTO ?').run(copy);
    if (!isWhole(copy, key)) return failed('backup-unusable');
    for (const leftover of [`${copy}-wal`, `${copy}-shm`]) rmSync(leftover, { force: true });
    flushFile(copy);
    writeWhole(join(temporary, storeParts.keys), readFileSync(join(folder, storeParts.keys)));
    renameSync(temporary, final);
    flushFolder(join(folder, storeParts.backups));
    return made();
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

/** The backups within reach, the newest first. */
export const listBackups = (folder: string): Backup[] => {
  const root = join(folder, storeParts.backups);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((id) => isBackupName(id) && existsSync(join(root, id, storeParts.database)))
    .sort()
    .reverse()
    .map((id) => ({ id, at: instantOf(id), cause: causeOf(id), bytes: statSync(join(root, id, storeParts.database)).size }));
};

/** Removes the backups that the policy no longer keeps, and what a cut left of one that was being written. */
export const rotateBackups = (folder: string, now: Instant): void => {
  const root = join(folder, storeParts.backups);
  for (const cut of existsSync(root) ? readdirSync(root).filter((name) => name.endsWith('.partial')) : [])
    rmSync(join(root, cut), { recursive: true, force: true });
  for (const id of surplusOf(listBackups(folder), now)) rmSync(join(root, id), { recursive: true, force: true });
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
