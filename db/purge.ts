import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPurge, RetentionCount } from '../domain/retention.ts';
import { instantFrom, type Instant } from '../domain/time.ts';
import { backUp, listBackups, storeParts } from './backup.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { writeWhole } from './disk.ts';
import { adoptCopy, storedPath } from './piece.ts';
import { addToPurgeList, readPurgeList, readPurges } from './purge-list.ts';
import { countKind, eraseRows, filesOf } from './purge-kinds.ts';
import { appendEntry } from './register.ts';
import { mirrorBackups, reachSecond } from './second-folder.ts';
import { shredFile, shredFolder } from './shred.ts';

/** The mark of a purge that has begun and is not finished; it lies beside the database, so that no backup carries it. */
export const purgeMark = 'purge-en-cours';

/** What a purge works on: an open store. */
export interface PurgedStore {
  readonly db: WritableDb;
  readonly folder: string;
  readonly key: Uint8Array;
}

const markPath = ({ folder }: PurgedStore): string => join(folder, purgeMark);
const subjectOf = (purge: ListedPurge): string => purge.sessionId ?? purge.jurorFileId ?? '';

/** Deletes the rows, marks the files and writes the proof, all or nothing. */
const erase = (db: WritableDb, purge: ListedPurge, at: Instant, again: boolean): RetentionCount =>
  db.transaction(() => {
    const { token, what, sessionId, jurorFileId, due, reason } = purge;
    const subject = subjectOf(purge);
    const { lastInsertRowid } = db
      .prepare("INSERT INTO purge (at, reason, state, kind, session_id, juror_file_id) VALUES (?, ?, 'running', ?, ?, ?)")
      .run(at, reason, what, sessionId, jurorFileId);
    const count = countKind(db, what, subject);
    for (const name of filesOf(db, what, subject)) db.prepare('INSERT OR IGNORE INTO copying (stored_as) VALUES (?)').run(name);
    eraseRows(db, what, subject);
    db.prepare("UPDATE purge SET state = 'done' WHERE id = ?").run(lastInsertRowid);
    appendEntry(db, at, { kind: 'purged', token, what, sessionId, jurorFileId, ...count, due, reason, again }, randomBytes(16));
    return count;
  })();

/** An instant under which no backup lies yet: the one that follows a purge must be a new one. */
const freeInstant = (folder: string, at: Instant): Instant =>
  listBackups(folder).some((backup) => backup.at === at) ? freeInstant(folder, instantFrom(Date.parse(at) + 1)) : at;

/** Leaves no byte: marked files written over, free pages gone with the rewriting of the database, its journal emptied, earlier backups replaced by one. */
const finish = (store: PurgedStore, at: Instant): boolean => {
  const { db, folder, key } = store;
  const marked = db.prepare<[], { stored_as: string }>('SELECT stored_as FROM copying').all();
  for (const { stored_as } of marked) for (const path of [storedPath(folder, stored_as), `${storedPath(folder, stored_as)}.partial`]) shredFile(path);
  db.transaction(() => {
    for (const { stored_as } of marked) adoptCopy(db, stored_as);
  })();
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  addToPurgeList(folder, key, readPurges(db));
  const backup = backUp(db, folder, key, freeInstant(folder, at), 'purge');
  if (!backup.ok) return false;
  for (const { id } of listBackups(folder))
    if (id !== backup.value.id)
      try {
        shredFolder(join(folder, storeParts.backups, id));
      } catch {
        // It stays, and is listed among what a person must delete: its instant is before that of the purge.
      }
  mirrorBackups(db, folder);
  rmSync(markPath(store), { force: true });
  return true;
};

/**
 * Purges one kind of data and leaves no byte of it within reach; a cut at any instant is undone or finished by `resumePurge`.
 * Gives what went, and whether the verified backup was made that replaces the earlier ones.
 */
export const purge = (
  store: PurgedStore,
  order: Omit<ListedPurge, 'token' | 'at'>,
  at: Instant,
  instants: () => Instant,
): RetentionCount & { readonly backedUp: boolean } => {
  const token = randomBytes(16).toString('hex');
  writeWhole(markPath(store), Buffer.from(token, 'utf8'));
  let count: RetentionCount;
  try {
    count = erase(store.db, { ...order, token, at }, at, false);
  } catch (error) {
    rmSync(markPath(store), { force: true });
    throw error;
  }
  return { ...count, backedUp: finish(store, instants()) };
};

/** Whether a purge began that is not finished: its rows went, and the backup that replaces the earlier ones was not made. */
export const isPurgeUnfinished = (store: PurgedStore): boolean => existsSync(markPath(store));

const phaseOf = (db: ReadableDb, id: string): string | null =>
  db.prepare<[string], { phase: string }>('SELECT phase FROM session WHERE id = ?').get(id)?.phase ?? null;

/** The purges recorded beside a store that it does not know: a restore brought their data back. */
export const missingPurges = ({ db, folder, key }: PurgedStore): ListedPurge[] => {
  const known = new Set(readPurges(db).map(({ token }) => token));
  const second = reachSecond(db);
  const all = [...readPurgeList(folder, key), ...(second === null ? [] : readPurgeList(second, key))];
  return [...new Map(all.map((entry) => [entry.token, entry])).values()].filter(({ token }) => !known.has(token));
};

/** Whether a purge can be applied again: the minute of its session is sealed, or there is nothing of it here. */
const canApply = (db: ReadableDb, { sessionId }: ListedPurge): boolean => sessionId === null || [null, 'sealed', 'archived'].includes(phaseOf(db, sessionId));

/** At the opening of a store: applies again the purges that a restore undid, and ends one that a cut interrupted after its rows went; one cut before is undone, and its mark goes. */
export const resumePurge = (store: PurgedStore, now: () => Instant): void => {
  const path = markPath(store);
  const again = missingPurges(store).filter((entry) => canApply(store.db, entry));
  if (again.length > 0 && !existsSync(path)) writeWhole(path, Buffer.from(again[0]?.token ?? '', 'utf8'));
  for (const entry of again) erase(store.db, entry, now(), true);
  if (!existsSync(path)) return;
  const token = readFileSync(path, 'utf8').trim();
  if (readPurges(store.db).some((entry) => entry.token === token)) finish(store, now());
  else rmSync(path, { force: true });
};

/** The backups within reach that were made before the last purge, and so may hold what it took. */
export const backupsBefore = ({ db, folder }: PurgedStore): string[] => {
  const last = readPurges(db).reduce((most, { at }) => (at > most ? at : most), '');
  return listBackups(folder)
    .filter(({ at }) => at < last)
    .map(({ id }) => id);
};

/** Tries again to remove what the last purge could not reach: earlier backups here, and those of the second folder. */
export const retryPurge = (store: PurgedStore): void => {
  for (const id of backupsBefore(store))
    try {
      shredFolder(join(store.folder, storeParts.backups, id));
    } catch {
      // It stays listed.
    }
  mirrorBackups(store.db, store.folder);
};
