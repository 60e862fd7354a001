import type { JurorId, SessionId } from '../domain/ids.ts';
import { jurorFields, type Juror, type JurorFields } from '../domain/jury.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The members of a session's jury, in the order of their seats. */
export const readJurors = (db: ReadableDb, sessionId: SessionId): Juror[] =>
  db
    .prepare<[string], { id: JurorId; fields: string }>('SELECT id, fields FROM juror WHERE session_id = ? ORDER BY rank')
    .all(sessionId)
    .map(({ id, fields }) => ({ id, ...jurorFields.parse(JSON.parse(fields)) }));

/** Adds a member, or changes one. */
export const saveJuror = (db: WritableDb, sessionId: SessionId, id: JurorId, fields: JurorFields): void => {
  db.prepare(
    `INSERT INTO juror (id, session_id, rank, fields) VALUES (?, ?, (SELECT coalesce(max(rank), 0) + 1 FROM juror WHERE session_id = ?), ?)
     ON CONFLICT (id) DO UPDATE SET fields = excluded.fields`,
  ).run(id, sessionId, sessionId, JSON.stringify(fields));
};

/** Removes a member from a session in preparation. */
export const removeJuror = (db: WritableDb, sessionId: SessionId, id: JurorId): void => {
  db.prepare('DELETE FROM juror WHERE id = ? AND session_id = ?').run(id, sessionId);
};
