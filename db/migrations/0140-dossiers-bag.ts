/** The bags of dossiers that were written: only ever added, the last one is the one that the archive names. */
export const dossiersBag = {
  version: 140,
  name: 'dossiers-bag',
  sql: `
CREATE TABLE dossiers_bag (
  rank INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session(id),
  written_at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  manifest_sha512 TEXT NOT NULL CHECK (length(manifest_sha512) = 128)
) STRICT;
CREATE INDEX dossiers_bag_of_session ON dossiers_bag (session_id, rank);
CREATE TRIGGER dossiers_bag_never_changes BEFORE UPDATE ON dossiers_bag BEGIN SELECT RAISE(ABORT, 'dossiers_bag: what was written never changes'); END;
CREATE TRIGGER dossiers_bag_never_shrinks BEFORE DELETE ON dossiers_bag BEGIN SELECT RAISE(ABORT, 'dossiers_bag: what was written is never deleted'); END;`,
} as const;
