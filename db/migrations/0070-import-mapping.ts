/** Import mapping: what a person said that the columns of a file are, by the titles of its header; no row of any file. */
export const importMapping = {
  version: 70,
  name: 'import-mapping',
  sql: `
CREATE TABLE import_mapping (
  kind TEXT NOT NULL CHECK (kind IN ('candidates', 'grids')),
  header TEXT NOT NULL CHECK (json_valid(header)),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  used_at TEXT NOT NULL,
  PRIMARY KEY (kind, header)
) STRICT, WITHOUT ROWID;`,
} as const;
