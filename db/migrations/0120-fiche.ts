/** Certifications imported from France compétences' flux: versions of a fiche side by side, as read and as confirmed; a session keeps its own copy. */
export const fiche = {
  version: 120,
  name: 'fiche',
  sql: `
CREATE TABLE fiche (
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  -- What was read in the flux, and the certification that a person confirmed from it.
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  referential TEXT NOT NULL CHECK (json_valid(referential)),
  reading_sha256 TEXT NOT NULL CHECK (length(reading_sha256) = 64),
  file_name TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fiche_never_changes BEFORE UPDATE ON fiche BEGIN SELECT RAISE(ABORT, 'fiche: a version never changes'); END;`,
} as const;
