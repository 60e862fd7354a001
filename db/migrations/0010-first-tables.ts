/** First tables: sessions and what prepares them, the chained journal, PINs, the two parts of an accommodation, printings. */
export const firstTables = {
  version: 10,
  name: 'first-tables',
  sql: `
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  referential TEXT NOT NULL CHECK (json_valid(referential)),
  regulations TEXT NOT NULL CHECK (json_valid(regulations)),
  phase TEXT NOT NULL DEFAULT 'preparing' CHECK (phase IN ('preparing', 'open', 'closed', 'sealed', 'archived')),
  created_at TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE juror (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  rank INTEGER NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
CREATE INDEX juror_of_session ON juror (session_id, rank);

CREATE TABLE candidate (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  rank INTEGER NOT NULL,
  number TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  UNIQUE (session_id, number)
) STRICT;
CREATE INDEX candidate_of_session ON candidate (session_id, rank);

CREATE TABLE piece (
  id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  reading TEXT NOT NULL CHECK (reading IN ('pdf', 'unreadable')),
  stored_as TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX piece_of_candidate ON piece (candidate_id);

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
CREATE INDEX project_of_candidate ON project (candidate_id);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
CREATE INDEX evidence_of_candidate ON evidence (candidate_id);

CREATE TABLE vae_file (
  candidate_id TEXT PRIMARY KEY REFERENCES candidate (id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;

-- The disability officer's record and the jury's view are two tables: the second has a row only with a recorded consent.
CREATE TABLE officer_record (
  candidate_id TEXT PRIMARY KEY REFERENCES candidate (id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
CREATE TABLE jury_view (
  candidate_id TEXT PRIMARY KEY REFERENCES officer_record (candidate_id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
CREATE TRIGGER jury_view_needs_consent BEFORE INSERT ON jury_view
WHEN NOT EXISTS (SELECT 1 FROM officer_record r WHERE r.candidate_id = NEW.candidate_id AND json_extract(r.fields, '$.consent.kind') = 'given')
BEGIN SELECT RAISE(ABORT, 'jury_view: no recorded consent'); END;
CREATE TRIGGER withdrawn_consent_purges_jury_view AFTER UPDATE ON officer_record
WHEN json_extract(NEW.fields, '$.consent.kind') <> 'given'
BEGIN DELETE FROM jury_view WHERE candidate_id = NEW.candidate_id; END;
CREATE TABLE officer_access (
  at TEXT NOT NULL,
  session_id TEXT NOT NULL REFERENCES session (id),
  what TEXT NOT NULL CHECK (what IN ('opened', 'read', 'written', 'consent', 'refused'))
) STRICT;

CREATE TABLE pin (
  session_id TEXT NOT NULL REFERENCES session (id),
  holder TEXT NOT NULL,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  failed_at TEXT,
  PRIMARY KEY (session_id, holder)
) STRICT;

-- The journal: a chain over digests. The content of an act and its salt lie apart; only a purge may delete them.
CREATE TABLE event (
  session_id TEXT NOT NULL REFERENCES session (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  content_digest TEXT NOT NULL CHECK (length(content_digest) = 64),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (session_id, seq)
) STRICT;
CREATE TABLE event_content (
  session_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (session_id, seq),
  FOREIGN KEY (session_id, seq) REFERENCES event (session_id, seq)
) STRICT;
CREATE TABLE purge (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done'))
) STRICT;
CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'event: append only'); END;
CREATE TRIGGER event_never_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event: append only'); END;
CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE session_id = NEW.session_id)
  OR NEW.previous <> coalesce((SELECT digest FROM event WHERE session_id = NEW.session_id AND seq = NEW.seq - 1), '${'0'.repeat(64)}')
BEGIN SELECT RAISE(ABORT, 'event: does not follow the chain'); END;
CREATE TRIGGER event_content_never_changes BEFORE UPDATE ON event_content BEGIN SELECT RAISE(ABORT, 'event_content: append only'); END;
CREATE TRIGGER event_content_goes_by_purge BEFORE DELETE ON event_content
WHEN NOT EXISTS (SELECT 1 FROM purge WHERE state = 'running')
BEGIN SELECT RAISE(ABORT, 'event_content: only a purge deletes'); END;

CREATE TABLE draft (
  session_id TEXT NOT NULL REFERENCES session (id),
  holder TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session_id, holder, key)
) STRICT;

-- One printing of the minute: the record, the unsigned base that never changes, the bytes with the signatures given so far.
CREATE TABLE printing (
  session_id TEXT NOT NULL REFERENCES session (id),
  number INTEGER NOT NULL CHECK (number > 0),
  at TEXT NOT NULL,
  record TEXT NOT NULL CHECK (json_valid(record)),
  base_sha256 TEXT NOT NULL CHECK (length(base_sha256) = 64),
  base BLOB NOT NULL,
  current BLOB NOT NULL,
  certificates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(certificates)),
  receipt TEXT,
  PRIMARY KEY (session_id, number)
) STRICT;
CREATE TRIGGER printing_base_never_changes BEFORE UPDATE ON printing
WHEN NEW.base <> OLD.base OR NEW.record <> OLD.record OR NEW.base_sha256 <> OLD.base_sha256 OR OLD.receipt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'printing: frozen'); END;
CREATE TRIGGER printing_never_goes BEFORE DELETE ON printing BEGIN SELECT RAISE(ABORT, 'printing: kept'); END;

CREATE TABLE organism (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  certificate BLOB NOT NULL,
  sealed_key BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- A session's phase only goes forward, and what prepared it is frozen once it is open.
CREATE TRIGGER session_phase_goes_forward BEFORE UPDATE OF phase ON session
WHEN instr('preparing open closed sealed archived', NEW.phase) < instr('preparing open closed sealed archived', OLD.phase)
BEGIN SELECT RAISE(ABORT, 'session: phase goes forward'); END;
CREATE TRIGGER session_frozen BEFORE UPDATE OF number, fields, referential, regulations ON session WHEN OLD.phase <> 'preparing'
BEGIN SELECT RAISE(ABORT, 'session: frozen'); END;
CREATE TRIGGER session_never_goes BEFORE DELETE ON session WHEN OLD.phase <> 'preparing'
BEGIN SELECT RAISE(ABORT, 'session: kept'); END;
${['juror', 'candidate']
  .flatMap((table) => [
    `CREATE TRIGGER ${table}_frozen_insert BEFORE INSERT ON ${table} WHEN (SELECT phase FROM session WHERE id = NEW.session_id) <> 'preparing' BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`,
    `CREATE TRIGGER ${table}_frozen_update BEFORE UPDATE ON ${table} WHEN (SELECT phase FROM session WHERE id = OLD.session_id) <> 'preparing' BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`,
    `CREATE TRIGGER ${table}_frozen_delete BEFORE DELETE ON ${table} WHEN (SELECT phase FROM session WHERE id = OLD.session_id) <> 'preparing' BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`,
  ])
  .join('\n')}
${['piece', 'project', 'evidence', 'vae_file']
  .flatMap((table) => [
    `CREATE TRIGGER ${table}_frozen_insert BEFORE INSERT ON ${table} WHEN (SELECT s.phase FROM session s JOIN candidate c ON c.session_id = s.id WHERE c.id = NEW.candidate_id) <> 'preparing' BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`,
    `CREATE TRIGGER ${table}_frozen_update BEFORE UPDATE ON ${table} WHEN (SELECT s.phase FROM session s JOIN candidate c ON c.session_id = s.id WHERE c.id = OLD.candidate_id) <> 'preparing' BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`,
    `CREATE TRIGGER ${table}_frozen_delete BEFORE DELETE ON ${table} WHEN (SELECT s.phase FROM session s JOIN candidate c ON c.session_id = s.id WHERE c.id = OLD.candidate_id) <> 'preparing' BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`,
  ])
  .join('\n')}
`,
} as const;
