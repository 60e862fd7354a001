/**
 * The declaration of holders: what the organism was given, who each holder is (superseded, never overwritten), the key of each declaration, the files
 * written and what their reports said. Identities and the words of a report can be purged; the rest holds keys and dates alone.
 */
export const holder = {
  version: 190,
  name: 'holder',
  sql: `
CREATE TABLE declaration_settings (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
CREATE TRIGGER declaration_settings_never_change BEFORE UPDATE ON declaration_settings
BEGIN SELECT RAISE(ABORT, 'declaration_settings: superseded, never changed'); END;

CREATE TABLE holder_identity (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
CREATE INDEX holder_identity_of_candidate ON holder_identity (candidate_id, seq);
CREATE TRIGGER holder_identity_never_changes BEFORE UPDATE ON holder_identity
BEGIN SELECT RAISE(ABORT, 'holder_identity: superseded, never changed'); END;

CREATE TABLE holder_key (
  id_technique TEXT PRIMARY KEY CHECK (length(id_technique) BETWEEN 1 AND 64),
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX holder_key_of_candidate ON holder_key (candidate_id);
CREATE TRIGGER holder_key_never_changes BEFORE UPDATE ON holder_key BEGIN SELECT RAISE(ABORT, 'holder_key: given once'); END;

CREATE TABLE declaration_batch (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  batch INTEGER NOT NULL CHECK (batch >= 1),
  flux_id TEXT NOT NULL UNIQUE,
  action TEXT NOT NULL CHECK (action IN ('CREATION', 'SUPPRESSION')),
  at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (session_id, batch)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER declaration_batch_never_changes BEFORE UPDATE ON declaration_batch BEGIN SELECT RAISE(ABORT, 'declaration_batch: written once'); END;

-- identity_seq names what was declared without a copy of it: once purged, nothing of it is left here.
CREATE TABLE declaration_line (
  session_id TEXT NOT NULL,
  batch INTEGER NOT NULL,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  id_technique TEXT NOT NULL REFERENCES holder_key (id_technique),
  identity_seq INTEGER NOT NULL,
  awarded_on TEXT NOT NULL,
  PRIMARY KEY (session_id, batch, candidate_id),
  FOREIGN KEY (session_id, batch) REFERENCES declaration_batch (session_id, batch) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX declaration_line_of_candidate ON declaration_line (candidate_id);
CREATE INDEX declaration_line_of_key ON declaration_line (id_technique);
CREATE TRIGGER declaration_line_never_changes BEFORE UPDATE ON declaration_line BEGIN SELECT RAISE(ABORT, 'declaration_line: written once'); END;

-- Two reports may be the same bytes: that of a creation and that of its suppression name the same key.
CREATE TABLE declaration_report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id TEXT NOT NULL,
  batch INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at TEXT NOT NULL,
  UNIQUE (session_id, batch, sha256),
  FOREIGN KEY (session_id, batch) REFERENCES declaration_batch (session_id, batch) ON DELETE CASCADE
) STRICT;
CREATE TRIGGER declaration_report_never_changes BEFORE UPDATE ON declaration_report BEGIN SELECT RAISE(ABORT, 'declaration_report: read once'); END;

CREATE TABLE declaration_answer (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  report INTEGER NOT NULL REFERENCES declaration_report (id) ON DELETE CASCADE,
  id_technique TEXT NOT NULL REFERENCES holder_key (id_technique),
  accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
  message TEXT NOT NULL
) STRICT;
CREATE INDEX declaration_answer_of_report ON declaration_answer (report);
CREATE INDEX declaration_answer_of_key ON declaration_answer (id_technique);
CREATE TRIGGER declaration_answer_only_forgets BEFORE UPDATE ON declaration_answer
WHEN NEW.message <> '' OR NEW.seq <> OLD.seq OR NEW.report <> OLD.report OR NEW.id_technique <> OLD.id_technique OR NEW.accepted <> OLD.accepted
BEGIN SELECT RAISE(ABORT, 'declaration_answer: its words are purged, nothing else changes'); END;`,
} as const;
