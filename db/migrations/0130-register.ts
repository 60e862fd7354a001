/** The store's register: what the lead did with the sessions' papers, chained as the acts of a session are, never changed nor deleted. */
export const register = {
  version: 130,
  name: 'register',
  sql: `
CREATE TABLE register (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  content_digest TEXT NOT NULL CHECK (length(content_digest) = 64),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TRIGGER register_follows BEFORE INSERT ON register
WHEN NEW.seq <> coalesce((SELECT max(seq) FROM register), 0) + 1
  OR NEW.previous <> coalesce((SELECT digest FROM register ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'register: an entry follows the one before'); END;
CREATE TRIGGER register_never_changes BEFORE UPDATE ON register BEGIN SELECT RAISE(ABORT, 'register: an entry never changes'); END;
CREATE TRIGGER register_never_shrinks BEFORE DELETE ON register BEGIN SELECT RAISE(ABORT, 'register: an entry is never deleted'); END;`,
} as const;
