/** The insertion rates that a person enters from a survey: a later entry supersedes an earlier one, and none is changed or deleted. */
export const insertion = {
  version: 200,
  name: 'insertion',
  sql: `
CREATE TABLE insertion_rate (
  seq INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  months INTEGER NOT NULL CHECK (months IN (6, 24)),
  per_mille INTEGER NOT NULL CHECK (per_mille BETWEEN 0 AND 1000),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  source_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX insertion_rate_of ON insertion_rate (code, year, months, seq);
CREATE TRIGGER insertion_rate_never_changes BEFORE UPDATE ON insertion_rate BEGIN SELECT RAISE(ABORT, 'insertion: a rate is superseded, never changed'); END;
CREATE TRIGGER insertion_rate_never_shrinks BEFORE DELETE ON insertion_rate BEGIN SELECT RAISE(ABORT, 'insertion: a rate is superseded, never deleted'); END;`,
} as const;
