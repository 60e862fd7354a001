import { candidateFields, type Candidate, type CandidateFields } from '../domain/candidate.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The candidates of a session, in the order of their registration. */
export const readCandidates = (db: ReadableDb, sessionId: SessionId): Candidate[] =>
  db
    .prepare<[string], { id: CandidateId; fields: string }>('SELECT id, fields FROM candidate WHERE session_id = ? ORDER BY rank')
    .all(sessionId)
    .map(({ id, fields }) => ({ id, ...candidateFields.parse(JSON.parse(fields)) }));

/** Adds candidates, or changes them, in the order given. */
export const saveCandidates = (
  db: WritableDb,
  sessionId: SessionId,
  candidates: readonly { readonly id: CandidateId; readonly fields: CandidateFields }[],
): void => {
  const statement = db.prepare(
    `INSERT INTO candidate (id, session_id, rank, number, fields)
     VALUES (?, ?, (SELECT coalesce(max(rank), 0) + 1 FROM candidate WHERE session_id = ?), ?, ?)
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, fields = excluded.fields`,
  );
  for (const { id, fields } of candidates) statement.run(id, sessionId, sessionId, fields.number, JSON.stringify(fields));
};

/** Adds a candidate, or changes one. */
export const saveCandidate = (db: WritableDb, sessionId: SessionId, id: CandidateId, fields: CandidateFields): void =>
  saveCandidates(db, sessionId, [{ id, fields }]);

/** Removes a candidate from a session in preparation, with the dossier. */
export const removeCandidate = (db: WritableDb, sessionId: SessionId, id: CandidateId): void => {
  db.prepare('DELETE FROM candidate WHERE id = ? AND session_id = ?').run(id, sessionId);
};
