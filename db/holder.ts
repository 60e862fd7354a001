import {
  declarationSettings,
  holderIdentity,
  type DeclarationAction,
  type DeclarationSettings,
  type DeclaredLine,
  type HolderIdentity,
} from '../domain/holder.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** An identity as it was last kept. */
export interface KeptIdentity {
  readonly seq: number;
  readonly at: Instant;
  readonly identity: HolderIdentity;
}

/** One file of the declaration, as the store keeps it. */
export interface StoredBatch {
  readonly batch: number;
  readonly fluxId: string;
  readonly action: DeclarationAction;
  readonly at: Instant;
  readonly fileName: string;
  readonly sha256: string;
}

/** What the Caisse des dépôts gave the organism, as last kept, or null. */
export const readSettings = (db: ReadableDb): DeclarationSettings | null => {
  const row = db.prepare<[], { fields: string }>('SELECT fields FROM declaration_settings ORDER BY seq DESC LIMIT 1').get();
  return row ? declarationSettings.parse(JSON.parse(row.fields)) : null;
};

/** Keeps what the Caisse des dépôts gave the organism; what was kept before is superseded. */
export const saveSettings = (db: WritableDb, settings: DeclarationSettings, at: Instant): void => {
  db.prepare('INSERT INTO declaration_settings (at, fields) VALUES (?, ?)').run(at, JSON.stringify(settings));
};

/** The identities of a session's candidates as last kept. */
export const readIdentities = (db: ReadableDb, sessionId: SessionId): ReadonlyMap<CandidateId, KeptIdentity> =>
  new Map(
    db
      .prepare<[string], { candidate_id: CandidateId; seq: number; at: Instant; fields: string }>(
        `SELECT h.candidate_id, h.seq, h.at, h.fields FROM candidate c JOIN holder_identity h ON h.candidate_id = c.id
         WHERE c.session_id = ? ORDER BY h.seq`,
      )
      .all(sessionId)
      .map((row) => [row.candidate_id, { seq: row.seq, at: row.at, identity: holderIdentity.parse(JSON.parse(row.fields)) }]),
  );

/** One identity by its place, superseded or not; null once purged. */
export const readIdentity = (db: ReadableDb, seq: number): HolderIdentity | null => {
  const row = db.prepare<[number], { fields: string }>('SELECT fields FROM holder_identity WHERE seq = ?').get(seq);
  return row ? holderIdentity.parse(JSON.parse(row.fields)) : null;
};

/** Keeps who a holder is; what was kept before stays, superseded. */
export const saveIdentity = (db: WritableDb, candidateId: CandidateId, identity: HolderIdentity, at: Instant): void => {
  db.prepare('INSERT INTO holder_identity (candidate_id, at, fields) VALUES (?, ?, ?)').run(candidateId, at, JSON.stringify(identity));
};

/** The keys given to a candidate, in order. */
export const readKeys = (db: ReadableDb, candidateId: CandidateId): string[] =>
  db
    .prepare<[string], { id: string }>('SELECT id_technique AS id FROM holder_key WHERE candidate_id = ? ORDER BY at, id_technique')
    .all(candidateId)
    .map(({ id }) => id);

/** Gives a candidate a key, once. */
export const addKey = (db: WritableDb, candidateId: CandidateId, idTechnique: string, at: Instant): void => {
  db.prepare('INSERT INTO holder_key (id_technique, candidate_id, at) VALUES (?, ?, ?)').run(idTechnique, candidateId, at);
};

/** A line of a batch before one asks whether it still says what is known. */
export interface StoredLine extends Omit<DeclaredLine, 'changed'> {
  readonly candidateId: CandidateId;
  readonly identitySeq: number;
  readonly awardedOn: Day;
}

interface LineRow {
  readonly candidate_id: CandidateId;
  readonly id_technique: string;
  readonly batch: number;
  readonly identity_seq: number;
  readonly awarded_on: Day;
  readonly action: DeclarationAction;
  readonly at: Instant;
  readonly accepted: number | null;
  readonly message: string | null;
  readonly answered_at: Instant | null;
}

/** Every line of a session's batches in order, each with the latest answer that a report of its batch gave. */
export const readLines = (db: ReadableDb, sessionId: SessionId): StoredLine[] =>
  db
    .prepare<[string], LineRow>(
      `SELECT l.candidate_id, l.id_technique, l.batch, l.identity_seq, l.awarded_on, b.action, b.at, a.accepted, a.message, r.at AS answered_at
       FROM declaration_line l JOIN declaration_batch b ON b.session_id = l.session_id AND b.batch = l.batch
       LEFT JOIN declaration_answer a ON a.seq = (
         SELECT max(x.seq) FROM declaration_report y JOIN declaration_answer x ON x.report = y.id
         WHERE y.session_id = l.session_id AND y.batch = l.batch AND x.id_technique = l.id_technique)
       LEFT JOIN declaration_report r ON r.id = a.report
       WHERE l.session_id = ? ORDER BY l.batch`,
    )
    .all(sessionId)
    .map((row) => ({
      candidateId: row.candidate_id,
      idTechnique: row.id_technique,
      batch: row.batch,
      identitySeq: row.identity_seq,
      awardedOn: row.awarded_on,
      action: row.action,
      at: row.at,
      answer: row.accepted === null || row.answered_at === null ? null : { accepted: row.accepted === 1, message: row.message ?? '', at: row.answered_at },
    }));

/** The files written for a session, in order. */
export const readBatches = (db: ReadableDb, sessionId: SessionId): StoredBatch[] =>
  db
    .prepare<[string], StoredBatch>(
      'SELECT batch, flux_id AS fluxId, action, at, file_name AS fileName, sha256 FROM declaration_batch WHERE session_id = ? ORDER BY batch',
    )
    .all(sessionId);

/** Records a file that was written, with its lines. */
export const addBatch = (
  db: WritableDb,
  sessionId: SessionId,
  batch: StoredBatch,
  lines: readonly Pick<StoredLine, 'candidateId' | 'idTechnique' | 'identitySeq' | 'awardedOn'>[],
): void => {
  db.prepare('INSERT INTO declaration_batch (session_id, batch, flux_id, action, at, file_name, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    sessionId,
    batch.batch,
    batch.fluxId,
    batch.action,
    batch.at,
    batch.fileName,
    batch.sha256,
  );
  const add = db.prepare('INSERT INTO declaration_line (session_id, batch, candidate_id, id_technique, identity_seq, awarded_on) VALUES (?, ?, ?, ?, ?, ?)');
  for (const line of lines) add.run(sessionId, batch.batch, line.candidateId, line.idTechnique, line.identitySeq, line.awardedOn);
};

/** The batches of a session for which a report of these bytes was adopted. */
export const findReports = (db: ReadableDb, sessionId: SessionId, sha256: string): number[] =>
  db
    .prepare<[string, string], { batch: number }>('SELECT batch FROM declaration_report WHERE session_id = ? AND sha256 = ? ORDER BY batch')
    .all(sessionId, sha256)
    .map(({ batch }) => batch);

/** Adopts a report: its answers stand beside those of the reports before. */
export const addReport = (
  db: WritableDb,
  report: { readonly sha256: string; readonly sessionId: SessionId; readonly batch: number; readonly at: Instant },
  answers: readonly { readonly idTechnique: string; readonly accepted: boolean; readonly message: string }[],
): void => {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO declaration_report (session_id, batch, sha256, at) VALUES (?, ?, ?, ?)')
    .run(report.sessionId, report.batch, report.sha256, report.at);
  const add = db.prepare('INSERT INTO declaration_answer (report, id_technique, accepted, message) VALUES (?, ?, ?, ?)');
  for (const { idTechnique, accepted, message } of answers) add.run(lastInsertRowid, idTechnique, accepted ? 1 : 0, message);
};
