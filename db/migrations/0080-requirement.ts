import { freeze, phaseOfCandidate } from './guard.ts';

/** Required pieces: what was checked of each condition of entry of each candidate; frozen with the session. */
export const requirement = {
  version: 80,
  name: 'requirement',
  sql: `
CREATE TABLE requirement (
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('provided', 'exempted', 'notConcerned')),
  basis TEXT CHECK (basis IN ('level6', 'level5')),
  piece_id TEXT REFERENCES piece (id) ON DELETE SET NULL,
  proof TEXT NOT NULL,
  verified_on TEXT,
  verified_by TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (candidate_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX requirement_of_piece ON requirement (piece_id);
${freeze('requirement', phaseOfCandidate)}
CREATE TRIGGER requirement_keeps_its_candidate BEFORE UPDATE OF candidate_id, code ON requirement
WHEN NEW.candidate_id IS NOT OLD.candidate_id OR NEW.code IS NOT OLD.code
BEGIN SELECT RAISE(ABORT, 'requirement: keeps its candidate'); END;
CREATE TRIGGER requirement_of_its_dossier_insert BEFORE INSERT ON requirement
WHEN NEW.piece_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM piece p WHERE p.id = NEW.piece_id AND p.candidate_id = NEW.candidate_id)
BEGIN SELECT RAISE(ABORT, 'requirement: a piece of another dossier'); END;
CREATE TRIGGER requirement_of_its_dossier_update BEFORE UPDATE OF piece_id ON requirement
WHEN NEW.piece_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM piece p WHERE p.id = NEW.piece_id AND p.candidate_id = NEW.candidate_id)
BEGIN SELECT RAISE(ABORT, 'requirement: a piece of another dossier'); END;`,
} as const;
