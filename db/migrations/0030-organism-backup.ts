/** Organism backup: when the root was last saved outside the store; and a root, once kept, is never replaced nor lost. */
export const organismBackup = {
  version: 30,
  name: 'organism-backup',
  sql: `
ALTER TABLE organism ADD COLUMN backed_up_at TEXT;
CREATE TRIGGER organism_never_changes BEFORE UPDATE OF id, certificate, sealed_key, created_at ON organism
BEGIN SELECT RAISE(ABORT, 'organism: its root never changes'); END;
CREATE TRIGGER organism_is_one BEFORE INSERT ON organism WHEN EXISTS (SELECT 1 FROM organism)
BEGIN SELECT RAISE(ABORT, 'organism: one root, once'); END;
CREATE TRIGGER organism_never_goes BEFORE DELETE ON organism BEGIN SELECT RAISE(ABORT, 'organism: kept'); END;`,
} as const;
