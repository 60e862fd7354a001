import type { Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { WritableDb } from '../db/connection.ts';
import type { Store } from '../db/open.ts';
import { dropCopies } from '../db/piece.ts';
import { prepare, type Office } from './office.ts';

/** Changes what prepares a session and removes the files that the change gives, only once it is on the disk: a change that fails loses nothing. */
export const prepareLosing = (
  office: Office,
  store: Store,
  sessionId: SessionId,
  what: string,
  subject: string,
  change: (db: WritableDb) => readonly string[],
): Result<Instant> => {
  let names: readonly string[] = [];
  const result = prepare(office, sessionId, what, subject, (db) => {
    names = change(db);
  });
  if (result.ok) dropCopies(store.db, store.folder, names);
  return result;
};
