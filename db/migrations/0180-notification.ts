/** What follows the decisions: who accompanied a VAE candidate, and when the letters left; a sending is only ever added, and corrected by another. */
export const notification = {
  version: 180,
  name: 'notification',
  sql: `
CREATE TABLE companion (
  candidate_id TEXT PRIMARY KEY REFERENCES candidate(id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  saved_at TEXT NOT NULL
) STRICT;
CREATE TABLE sending (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session(id),
  candidate_id TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient IN ('candidate', 'companion')),
  rank INTEGER NOT NULL CHECK (rank >= 0),
  sent_on TEXT,
  way TEXT CHECK (way IN ('post', 'mail', 'hand')),
  replaces TEXT UNIQUE REFERENCES sending(id),
  reason TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  CHECK ((sent_on IS NULL) = (way IS NULL)),
  CHECK ((replaces IS NULL) = (reason = '')),
  CHECK (sent_on IS NOT NULL OR replaces IS NOT NULL)
) STRICT;
CREATE INDEX sending_of_session ON sending (session_id, candidate_id);
CREATE TRIGGER sending_never_changes BEFORE UPDATE ON sending BEGIN SELECT RAISE(ABORT, 'sending: what was noted never changes'); END;
CREATE TRIGGER sending_never_shrinks BEFORE DELETE ON sending BEGIN SELECT RAISE(ABORT, 'sending: what was noted is never deleted'); END;`,
} as const;
