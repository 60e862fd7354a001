import { copyFileSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** A connection that may write. */
export type WritableDb = Database.Database & { readonly writable: true };
/** A connection that a reading function takes: it cannot be passed where a writer is asked. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'pragma'>;

/**
 * Closes a store that cannot be used and leaves every byte as it was found: SQLite pours a journal that a cut left into the database as it closes,
 * then deletes it, and a damaged store must stay what it was for who tries to save it.
 */
export const closeAsFound = (db: Pick<Database.Database, 'close'>, path: string): void => {
  const parts = [path, `${path}-wal`];
  const hasJournal = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  const kept: string[] = [];
  try {
    if (hasJournal)
      for (const part of parts) {
        copyFileSync(part, `${part}.partial`, constants.COPYFILE_FICLONE);
        kept.push(part);
      }
  } catch {
    // Without room for a copy the journal is poured: nothing of it is lost, it is only elsewhere.
    for (const part of parts) rmSync(`${part}.partial`, { force: true });
    kept.length = 0;
  }
  db.close();
  if (hasJournal) for (const part of kept) renameSync(`${part}.partial`, part);
};

/** Opens an encrypted file with the raw 32-byte key and sets what must hold at every open (safety.md "The store"). */
export const connect = (path: string, key: Uint8Array, mustExist: boolean): WritableDb => {
  const db = new Database(path, { fileMustExist: mustExist, timeout: 250 });
  try {
    db.pragma(`cipher='sqlcipher'`);
    db.pragma('legacy=4');
    db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
    // The cipher covers the file and its journals, never SQLite's temporary files: a large sort, a VACUUM or a statement's own journal would spill rows in clear.
    db.pragma('temp_store=MEMORY');
    db.pragma('locking_mode=EXCLUSIVE');
    db.pragma('journal_mode=WAL');
    db.pragma('synchronous=FULL');
    db.pragma('foreign_keys=ON');
    db.pragma('trusted_schema=OFF');
    db.pragma('secure_delete=ON');
    db.pragma('cell_size_check=ON');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    db.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    closeAsFound(db, path);
    throw error;
  }
  return db as WritableDb;
};

/** The code that SQLite gave to a failure, or an empty text when the failure is of another kind. */
export const sqliteCode = (error: unknown): string => {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
};
