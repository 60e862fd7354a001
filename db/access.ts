import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { ReadableDb } from './connection.ts';

/** What members noted for themselves about a candidate, without who wrote it: they answer to the candidate's right of access. */
export const readNotesAbout = (db: ReadableDb, sessionId: SessionId, candidateId: CandidateId): { readonly on: string; readonly text: string }[] =>
  db
    .prepare<[string, string], { on: string; text: string }>(
      `SELECT n.kind || iif(n.page > 0, ' page ' || n.page, '') AS "on", n.body AS text FROM private_note n
       WHERE n.session_id = ? AND n.candidate_id = ? ORDER BY n.kind, n.subject, n.page, n.body`,
    )
    .all(sessionId, candidateId);

/** Every identity kept of a candidate for the declaration of holders, the superseded ones too, and what each report answered. */
export const readDeclaredOf = (
  db: ReadableDb,
  candidateId: CandidateId,
): {
  readonly identities: readonly { readonly at: string; readonly identity: unknown }[];
  readonly declarations: readonly {
    readonly idTechnique: string;
    readonly action: string;
    readonly at: string;
    readonly awardedOn: string;
    readonly accepted: number | null;
    readonly message: string | null;
  }[];
} => ({
  identities: db
    .prepare<[string], { at: string; fields: string }>('SELECT at, fields FROM holder_identity WHERE candidate_id = ? ORDER BY seq')
    .all(candidateId)
    .map(({ at, fields }) => ({ at, identity: JSON.parse(fields) as unknown })),
  declarations: db
    .prepare<[string], { idTechnique: string; action: string; at: string; awardedOn: string; accepted: number | null; message: string | null }>(
      `SELECT l.id_technique AS idTechnique, b.action, b.at, l.awarded_on AS awardedOn, a.accepted, a.message
       FROM declaration_line l JOIN declaration_batch b ON b.session_id = l.session_id AND b.batch = l.batch
       LEFT JOIN declaration_report r ON r.session_id = l.session_id AND r.batch = l.batch
       LEFT JOIN declaration_answer a ON a.report = r.id AND a.id_technique = l.id_technique
       WHERE l.candidate_id = ? ORDER BY b.at, l.batch, r.at`,
    )
    .all(candidateId),
});

/** What is kept of a candidate's accommodations: the officer's record, the jury's view, what members noted of it, without who noted it. */
export const readAccommodationsOf = (
  db: ReadableDb,
  candidateId: CandidateId,
): {
  readonly record: unknown;
  readonly juryView: unknown;
  readonly notes: readonly string[];
  readonly accesses: readonly { readonly at: string; readonly what: string }[];
} => {
  const fields = (table: 'officer_record' | 'jury_view'): unknown => {
    const row = db.prepare<[string], { fields: string }>(`SELECT fields FROM ${table} WHERE candidate_id = ?`).get(candidateId);
    return row === undefined ? null : JSON.parse(row.fields);
  };
  return {
    record: fields('officer_record'),
    juryView: fields('jury_view'),
    notes: db
      .prepare<[string], { body: string }>('SELECT body FROM accommodation_note WHERE candidate_id = ? ORDER BY body')
      .all(candidateId)
      .map(({ body }) => body),
    accesses: db.prepare<[string], { at: string; what: string }>('SELECT at, what FROM officer_access WHERE candidate_id = ? ORDER BY rowid').all(candidateId),
  };
};
