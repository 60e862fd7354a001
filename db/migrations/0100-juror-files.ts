import { freeze } from './guard.ts';

const phaseOf = (juror: string) => `(SELECT s.phase FROM session s JOIN juror j ON j.session_id = s.id WHERE j.id = ${juror})`;

/** Juror files: the directory of jury members, the proofs kept of them, their seats in sessions, and the links checked before the day. */
export const jurorFiles = {
  version: 100,
  name: 'juror-files',
  sql: `
CREATE TABLE juror_file (
  id TEXT PRIMARY KEY,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  archived_at TEXT
) STRICT;
CREATE TABLE juror_proof (
  id TEXT PRIMARY KEY,
  juror_file_id TEXT NOT NULL REFERENCES juror_file (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  reading TEXT NOT NULL CHECK (reading IN ('pdf', 'image', 'text', 'unreadable')),
  stored_as TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX juror_proof_of_file ON juror_proof (juror_file_id);
CREATE TRIGGER juror_proof_never_changes BEFORE UPDATE ON juror_proof BEGIN SELECT RAISE(ABORT, 'juror_proof: added or removed, never changed'); END;

-- Which person of the directory a member of a session is; beside the member's own row, which a frozen session never changes.
CREATE TABLE juror_seat (
  juror_id TEXT PRIMARY KEY REFERENCES juror (id) ON DELETE CASCADE,
  juror_file_id TEXT NOT NULL REFERENCES juror_file (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX juror_seat_of_file ON juror_seat (juror_file_id);
CREATE TRIGGER juror_seat_never_changes BEFORE UPDATE ON juror_seat BEGIN SELECT RAISE(ABORT, 'juror_seat: added or removed, never changed'); END;
CREATE TRIGGER juror_seat_stays BEFORE DELETE ON juror_seat
WHEN ${phaseOf('OLD.juror_id')} <> 'preparing' BEGIN SELECT RAISE(ABORT, 'juror_seat: the person sat'); END;
CREATE TRIGGER juror_seat_once BEFORE INSERT ON juror_seat
WHEN EXISTS (SELECT 1 FROM juror_seat WHERE juror_id = NEW.juror_id)
  OR EXISTS (SELECT 1 FROM juror_seat x JOIN juror j ON j.id = x.juror_id
    WHERE x.juror_file_id = NEW.juror_file_id AND j.session_id = (SELECT session_id FROM juror WHERE id = NEW.juror_id))
BEGIN SELECT RAISE(ABORT, 'juror_seat: one seat a person'); END;

CREATE TABLE link_check (
  juror_id TEXT NOT NULL REFERENCES juror (id) ON DELETE CASCADE,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('employer', 'mentor', 'familyName', 'earlierSession')),
  about TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (juror_id, candidate_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_check_of_candidate ON link_check (candidate_id);
${freeze('link_check', (row) => phaseOf(`${row}.juror_id`))}`,
} as const;
