import { guardSql } from './guard.ts';

const key = 'session_id, juror_id, candidate_id, kind, subject, page';
const closed = (row: string) => `(SELECT phase FROM session WHERE id = ${row}.session_id) <> 'open'`;

/** Private notes: what a member writes for himself on a piece, a page or a competency; working part, gone with it. */
export const privateNotes = {
  version: 90,
  name: 'private-notes',
  sql: `
CREATE TABLE private_note (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  juror_id TEXT NOT NULL REFERENCES juror (id) ON DELETE CASCADE,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('piece', 'competency')),
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 64),
  page INTEGER NOT NULL CHECK (page >= 0 AND (kind = 'piece' OR page = 0)),
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (${key})
) STRICT, WITHOUT ROWID;
${[
  { name: 'private_note_enters_while_open', on: 'INSERT ON private_note', when: closed('NEW'), why: 'private_note: the session is not open' },
  { name: 'private_note_changes_while_open', on: 'UPDATE ON private_note', when: closed('OLD'), why: 'private_note: the session is not open' },
  {
    name: 'private_note_keeps_its_author',
    on: `UPDATE OF ${key} ON private_note`,
    when: key
      .split(', ')
      .map((name) => `NEW.${name} <> OLD.${name}`)
      .join(' OR '),
    why: 'private_note: keeps its author and its subject',
  },
  {
    name: 'private_note_of_the_session',
    on: 'INSERT ON private_note',
    when: `NOT EXISTS (SELECT 1 FROM juror j WHERE j.id = NEW.juror_id AND j.session_id = NEW.session_id)
  OR NOT EXISTS (SELECT 1 FROM candidate c WHERE c.id = NEW.candidate_id AND c.session_id = NEW.session_id)`,
    why: 'private_note: of another session',
  },
  {
    name: 'private_note_of_the_dossier',
    on: 'INSERT ON private_note',
    when: `NEW.kind = 'piece' AND NOT EXISTS (SELECT 1 FROM piece p WHERE p.id = NEW.subject AND p.candidate_id = NEW.candidate_id)`,
    why: 'private_note: a piece of another dossier',
  },
]
  .map(guardSql)
  .join('\n')}`,
} as const;
