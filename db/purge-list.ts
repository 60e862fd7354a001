import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedPurge, type ListedPurge } from '../domain/retention.ts';
import { connect, type ReadableDb } from './connection.ts';
import { writeWhole } from './disk.ts';
import { openBytes, sealBytes } from './keys.ts';
import { keepWaits } from './pin-waits.ts';
import { readRegister } from './register.ts';
import { shredFile } from './shred.ts';

/** The name of the list of purges, in the store's folder and in the second folder. */
export const purgeListName = 'purges.scellees';

/** The purges listed in a folder, each line opened by the store's key; a line of another key, or changed, is no line of ours. */
export const readPurgeList = (folder: string, key: Uint8Array): ListedPurge[] => {
  const path = join(folder, purgeListName);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const plain = openBytes(key, Buffer.from(line, 'base64'));
      const read = plain === null ? null : listedPurge.safeParse(JSON.parse(plain.toString('utf8')));
      return read?.success ? [read.data] : [];
    });
};

/** Adds to the list of a folder the purges that it lacks; what it holds stays, and it is written whole. */
export const addToPurgeList = (folder: string, key: Uint8Array, purges: readonly ListedPurge[]): void => {
  const known = new Set(readPurgeList(folder, key).map(({ token }) => token));
  const lines = purges
    .filter(({ token }) => !known.has(token))
    .map((purge) => sealBytes(key, Buffer.from(JSON.stringify(listedPurge.parse(purge)))).toString('base64'));
  if (lines.length === 0) return;
  const path = join(folder, purgeListName);
  const before = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  writeWhole(path, Buffer.concat([before, Buffer.from(`${lines.join('\n')}\n`, 'utf8')]));
};

/** The purges that a store's register tells. */
export const readPurges = (db: ReadableDb): ListedPurge[] =>
  readRegister(db).flatMap(({ at, entry }) => {
    if (entry.kind !== 'purged') return [];
    const { token, what, sessionId: session, jurorFileId: file, due, reason } = entry;
    return [{ token, at, what, sessionId: session, jurorFileId: file, due, reason }];
  });

/**
 * Keeps beside the database what a store about to be replaced tells of its purges and of its wrong codes, read in a copy: nothing of that store changes.
 * A damaged store tells nothing, and its list of purges was kept at each of them.
 */
export const keepBeside = (folder: string, key: Uint8Array, database: string): void => {
  const ends = ['', '-wal'];
  const copy = join(folder, 'registre.db.partial');
  try {
    for (const end of ends) if (existsSync(`${database}${end}`)) copyFileSync(`${database}${end}`, `${copy}${end}`);
    const db = connect(copy, key, true);
    try {
      addToPurgeList(folder, key, readPurges(db));
      keepWaits(folder, key, db);
    } finally {
      db.close();
    }
  } catch {
    // The list beside it stands for what the store can no longer tell.
  } finally {
    for (const end of [...ends, '-shm']) shredFile(`${copy}${end}`);
  }
};
