import type { SessionId } from '../domain/ids.ts';
import { requirementRecord, type RequirementRecord } from '../domain/requirements.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** What was checked of the required pieces of every candidate of a session. */
export const readRequirements = (db: ReadableDb, sessionId: SessionId): RequirementRecord[] =>
  db
    .prepare<[string], object>(
      `SELECT r.candidate_id AS candidateId, r.code, r.state, r.basis, r.piece_id AS pieceId, r.proof, r.verified_on AS verifiedOn, r.verified_by AS verifiedBy, r.note
       FROM candidate c JOIN requirement r ON r.candidate_id = c.id WHERE c.session_id = ?`,
    )
    .all(sessionId)
    .map((row) => requirementRecord.parse(row));

/** Records what was checked of one requirement, or changes it. */
export const saveRequirement = (db: WritableDb, record: RequirementRecord): void => {
  db.prepare(
    `INSERT INTO requirement (candidate_id, code, state, basis, piece_id, proof, verified_on, verified_by, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (candidate_id, code) DO UPDATE SET state = excluded.state, basis = excluded.basis, piece_id = excluded.piece_id, proof = excluded.proof,
       verified_on = excluded.verified_on, verified_by = excluded.verified_by, note = excluded.note`,
  ).run(record.candidateId, record.code, record.state, record.basis, record.pieceId, record.proof, record.verifiedOn, record.verifiedBy, record.note);
};

/** Takes back what was checked of one requirement. */
export const removeRequirement = (db: WritableDb, { candidateId, code }: Pick<RequirementRecord, 'candidateId' | 'code'>): void => {
  db.prepare('DELETE FROM requirement WHERE candidate_id = ? AND code = ?').run(candidateId, code);
};
