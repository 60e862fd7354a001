import type { CandidateId, CompetencyCode, JurorId, PieceId, SessionId } from '../domain/ids.ts';
import type { NoteSubject, PrivateNote } from '../domain/note.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** Whose notes, on whom: nothing is ever read or written without its author. */
export interface NoteHolder {
  readonly sessionId: SessionId;
  readonly jurorId: JurorId;
  readonly candidateId: CandidateId;
}

interface Row {
  readonly kind: 'piece' | 'competency';
  readonly subject: string;
  readonly page: number;
  readonly body: string;
}

const subjectOf = ({ kind, subject, page }: Row): NoteSubject =>
  kind === 'competency' ? { kind, competency: subject as CompetencyCode } : { kind, pieceId: subject as PieceId, page: page === 0 ? null : page };

const keyOf = (subject: NoteSubject): readonly [kind: Row['kind'], subject: string, page: number] =>
  subject.kind === 'competency' ? ['competency', subject.competency, 0] : ['piece', subject.pieceId, subject.page ?? 0];

/** The notes of one member on one candidate, piece by piece and page by page. */
export const readPrivateNotes = (db: ReadableDb, { sessionId, jurorId, candidateId }: NoteHolder): PrivateNote[] =>
  db
    .prepare<[string, string, string], Row>(
      'SELECT kind, subject, page, body FROM private_note WHERE session_id = ? AND juror_id = ? AND candidate_id = ? ORDER BY kind, subject, page',
    )
    .all(sessionId, jurorId, candidateId)
    .map((row) => ({ subject: subjectOf(row), text: row.body }));

/** Keeps a member's note; an empty text removes it. */
export const savePrivateNote = (db: WritableDb, { sessionId, jurorId, candidateId }: NoteHolder, { subject, text }: PrivateNote, at: Instant): void => {
  const key = [sessionId, jurorId, candidateId, ...keyOf(subject)] as const;
  if (text === '')
    db.prepare('DELETE FROM private_note WHERE session_id = ? AND juror_id = ? AND candidate_id = ? AND kind = ? AND subject = ? AND page = ?').run(...key);
  else
    db.prepare(
      `INSERT INTO private_note (session_id, juror_id, candidate_id, kind, subject, page, body, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (session_id, juror_id, candidate_id, kind, subject, page) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`,
    ).run(...key, text, at);
};
