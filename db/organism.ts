import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The organism's root as the store tells it without its key: its certificate, since when, and when it was last saved outside. */
export interface StoredOrganism {
  readonly certificate: Buffer;
  readonly createdAt: Instant;
  readonly backedUpAt: Instant | null;
}

/** What is kept of the organism's root, or null before its first use. */
export const readOrganismState = (db: ReadableDb): StoredOrganism | null =>
  db.prepare<[], StoredOrganism>('SELECT certificate, created_at AS createdAt, backed_up_at AS backedUpAt FROM organism WHERE id = 1').get() ?? null;

/** Keeps the instant at which a backup of the root was written, read again and opened. */
export const markBackedUp = (db: WritableDb, at: Instant): void => {
  db.prepare('UPDATE organism SET backed_up_at = ? WHERE id = 1').run(at);
};
