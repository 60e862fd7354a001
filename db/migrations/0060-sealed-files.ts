import { freeze, guardSql, phaseOfCandidate } from './guard.ts';
import { guardsOfRows } from './guards-of-rows.ts';

const columns = 'id, candidate_id, kind, title, file_name, bytes, sha256, reading, stored_as';

/** Sealed files: pieces are encrypted chunk by chunk, images and texts can be read too, and a copy that is cut leaves a mark to clean after. */
export const sealedFiles = {
  version: 60,
  name: 'sealed-files',
  sql: `
CREATE TABLE piece_next (
  id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  reading TEXT NOT NULL CHECK (reading IN ('pdf', 'image', 'text', 'unreadable')),
  stored_as TEXT NOT NULL UNIQUE,
  sealing TEXT NOT NULL CHECK (sealing IN ('whole', 'chunks'))
) STRICT;
INSERT INTO piece_next (${columns}, sealing) SELECT ${columns}, 'whole' FROM piece ORDER BY rowid;
DROP TABLE piece;
ALTER TABLE piece_next RENAME TO piece;
CREATE INDEX piece_of_candidate ON piece (candidate_id);
${freeze('piece', phaseOfCandidate)}
${guardsOfRows
  .filter(({ name }) => name.startsWith('piece_'))
  .map(guardSql)
  .join('\n')}
-- A file on its way into the store: the mark is made before the first byte and goes with the row that adopts the file.
CREATE TABLE copying (stored_as TEXT PRIMARY KEY CHECK (length(stored_as) = 32)) STRICT, WITHOUT ROWID;`,
} as const;
