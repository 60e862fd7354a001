/** Trusted roots: the certificates of other organisms, or of other laptops, that a person recognised; never a private key. */
export const trustedRoot = {
  version: 50,
  name: 'trusted-root',
  sql: `
CREATE TABLE trusted_root (
  fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
  certificate BLOB NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER trusted_root_never_changes BEFORE UPDATE ON trusted_root BEGIN SELECT RAISE(ABORT, 'trusted_root: added or removed, never changed'); END;`,
} as const;
