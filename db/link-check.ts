import type { SessionId } from '../domain/ids.ts';
import type { LinkCheck } from '../domain/link-hints.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** What was checked of the links found before the day. */
export const readLinkChecks = (db: ReadableDb, sessionId: SessionId): LinkCheck[] =>
  db
    .prepare<[string], LinkCheck>(
      `SELECT k.juror_id AS jurorId, k.candidate_id AS candidateId, k.kind, k.about, k.note, k.at
       FROM juror j JOIN link_check k ON k.juror_id = j.id WHERE j.session_id = ?`,
    )
    .all(sessionId);

/** Records that a link was checked, in the place of an earlier check of the same one; a null note takes the check back. */
export const saveLinkCheck = (
  db: WritableDb,
  { jurorId, candidateId, kind, about, note, at }: Omit<LinkCheck, 'note'> & { readonly note: string | null },
): void => {
  if (note === null) db.prepare('DELETE FROM link_check WHERE juror_id = ? AND candidate_id = ? AND kind = ?').run(jurorId, candidateId, kind);
  else
    db.prepare(
      `INSERT INTO link_check (juror_id, candidate_id, kind, about, note, at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (juror_id, candidate_id, kind) DO UPDATE SET about = excluded.about, note = excluded.note, at = excluded.at`,
    ).run(jurorId, candidateId, kind, about, note, at);
};
