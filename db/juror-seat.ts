import type { JurorFileId, JurorId, SessionId } from '../domain/ids.ts';
import { jurorFields, type Juror } from '../domain/jury.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** Who of the directory each member of a session is. */
export const readSeats = (db: ReadableDb, sessionId: SessionId): Map<JurorId, JurorFileId> =>
  new Map(
    db
      .prepare<[string], { juror_id: JurorId; juror_file_id: JurorFileId }>(
        'SELECT x.juror_id, x.juror_file_id FROM juror j JOIN juror_seat x ON x.juror_id = j.id WHERE j.session_id = ?',
      )
      .all(sessionId)
      .map((row) => [row.juror_id, row.juror_file_id]),
  );

/** Every seat that people of the directory hold, in every session. */
export const readAllSeats = (db: ReadableDb): { readonly fileId: JurorFileId; readonly jurorId: JurorId; readonly sessionId: SessionId }[] =>
  db
    .prepare<[], { fileId: JurorFileId; jurorId: JurorId; sessionId: SessionId }>(
      'SELECT x.juror_file_id AS fileId, x.juror_id AS jurorId, j.session_id AS sessionId FROM juror_seat x JOIN juror j ON j.id = x.juror_id',
    )
    .all();

/** Says who of the directory a member is; a second seat in one session is refused by the store. */
export const seatJuror = (db: WritableDb, jurorId: JurorId, id: JurorFileId): void => {
  db.prepare('INSERT INTO juror_seat (juror_id, juror_file_id) VALUES (?, ?)').run(jurorId, id);
};

/** The members of sessions whom the directory does not know, the latest registered first: those of a store older than the directory. */
export const readUnfiled = (db: ReadableDb): { readonly sessionId: SessionId; readonly juror: Juror }[] =>
  db
    .prepare<[], { id: JurorId; sessionId: SessionId; fields: string }>(
      'SELECT j.id, j.session_id AS sessionId, j.fields FROM juror j WHERE NOT EXISTS (SELECT 1 FROM juror_seat x WHERE x.juror_id = j.id) ORDER BY j.rowid DESC',
    )
    .all()
    .map(({ id, sessionId, fields }) => ({ sessionId, juror: { id, ...jurorFields.parse(JSON.parse(fields)) } }));
