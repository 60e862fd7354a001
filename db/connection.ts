import Database from 'better-sqlite3';

/** A connection that may write. */
export type WritableDb = Database.Database & { readonly writable: true };
/** A connection that a reading function takes: it cannot be passed where a writer is asked. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'pragma'>;

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
    db.close();
    throw error;
  }
  return db as WritableDb;
};

/** The code that SQLite gave to a failure, or an empty text when the failure is of another kind. */
export const sqliteCode = (error: unknown): string => {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
};
