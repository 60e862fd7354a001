import { companionFields, standing, type CompanionFields, type Recipient, type Sending, type SendingId, type SendingWay } from '../domain/notification.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

interface SendingRow {
  readonly id: SendingId;
  readonly candidateId: CandidateId;
  readonly recipient: Recipient;
  readonly rank: number;
  readonly sentOn: Day | null;
  readonly way: SendingWay | null;
  readonly replaces: SendingId | null;
  readonly reason: string;
  readonly notedAt: Instant;
}

/** Every sending recorded for a session, corrections included, in the order they were noted. */
export const readSendings = (db: ReadableDb, sessionId: SessionId): Sending[] =>
  db
    .prepare<[string], SendingRow>(
      `SELECT id, candidate_id AS candidateId, recipient, rank, sent_on AS sentOn, way, replaces, reason, noted_at AS notedAt
       FROM sending WHERE session_id = ? ORDER BY noted_at, rowid`,
    )
    .all(sessionId)
    .map(({ sentOn, way, ...row }) => ({ ...row, sent: sentOn === null || way === null ? null : { on: sentOn, way } }));

/** The day that the first letter left to each candidate notified; what was taken back does not count. */
export const readFirstNotified = (db: ReadableDb, sessionId: SessionId): ReadonlyMap<CandidateId, Day> => {
  const first = new Map<CandidateId, Day>();
  for (const { candidateId, recipient, sent } of standing(readSendings(db, sessionId))) {
    const known = first.get(candidateId);
    if (recipient === 'candidate' && (known === undefined || sent.on < known)) first.set(candidateId, sent.on);
  }
  return first;
};

/** Notes a sending, or the correction of one. */
export const insertSending = (db: WritableDb, sessionId: SessionId, entry: Sending): void => {
  db.prepare(
    'INSERT INTO sending (id, session_id, candidate_id, recipient, rank, sent_on, way, replaces, reason, noted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    entry.id,
    sessionId,
    entry.candidateId,
    entry.recipient,
    entry.rank,
    entry.sent?.on ?? null,
    entry.sent?.way ?? null,
    entry.replaces,
    entry.reason,
    entry.notedAt,
  );
};

/** Who accompanied the candidates of a session. */
export const readCompanions = (db: ReadableDb, sessionId: SessionId): ReadonlyMap<CandidateId, CompanionFields> =>
  new Map(
    db
      .prepare<[string], { id: CandidateId; fields: string }>(
        'SELECT companion.candidate_id AS id, companion.fields FROM companion JOIN candidate ON candidate.id = companion.candidate_id WHERE candidate.session_id = ?',
      )
      .all(sessionId)
      .map(({ id, fields }) => [id, companionFields.parse(JSON.parse(fields))]),
  );

/** Keeps who accompanied a candidate; null takes it away. */
export const saveCompanion = (db: WritableDb, candidateId: CandidateId, fields: CompanionFields | null, at: Instant): void => {
  if (fields === null) db.prepare('DELETE FROM companion WHERE candidate_id = ?').run(candidateId);
  else
    db.prepare(
      'INSERT INTO companion (candidate_id, fields, saved_at) VALUES (?, ?, ?) ON CONFLICT (candidate_id) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at',
    ).run(candidateId, JSON.stringify(fields), at);
};
