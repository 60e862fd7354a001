/** The schedule of the day; the share of time that planning and timers apply without reading the record; a log that says whose record; notes purged with the view. */
export const schedule = {
  version: 110,
  name: 'schedule',
  sql: `
-- The order of the day may still change while the session is open: it is no part of the minute.
CREATE TABLE schedule (
  session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  slot_minutes INTEGER NOT NULL CHECK (slot_minutes > 0)
) STRICT;
CREATE TRIGGER schedule_frozen_insert BEFORE INSERT ON schedule
WHEN (SELECT phase FROM session WHERE id = NEW.session_id) NOT IN ('preparing', 'open')
BEGIN SELECT RAISE(ABORT, 'schedule: frozen'); END;
CREATE TRIGGER schedule_frozen_update BEFORE UPDATE ON schedule
WHEN (SELECT phase FROM session WHERE id = OLD.session_id) NOT IN ('preparing', 'open')
BEGIN SELECT RAISE(ABORT, 'schedule: frozen'); END;
CREATE TRIGGER schedule_frozen_delete BEFORE DELETE ON schedule
WHEN (SELECT phase FROM session WHERE id = OLD.session_id) NOT IN ('preparing', 'open')
BEGIN SELECT RAISE(ABORT, 'schedule: frozen'); END;
CREATE TRIGGER schedule_keeps_its_place BEFORE UPDATE OF session_id ON schedule WHEN NEW.session_id <> OLD.session_id
BEGIN SELECT RAISE(ABORT, 'schedule: keeps its session'); END;

-- Arranging a test is a right: its length follows the record, consent or not, and nothing else of the record goes with it.
CREATE VIEW arranged_share AS
SELECT candidate_id, json_extract(fields, '$.extraTime.numerator') AS numerator, json_extract(fields, '$.extraTime.denominator') AS denominator
FROM officer_record WHERE json_extract(fields, '$.extraTime') IS NOT NULL;

-- What a member notes when reading an accommodation speaks of it: it lies beside the journal, and goes with the jury's view.
CREATE TABLE accommodation_note (
  candidate_id TEXT NOT NULL REFERENCES jury_view (candidate_id) ON DELETE CASCADE,
  juror_id TEXT NOT NULL REFERENCES juror (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  PRIMARY KEY (candidate_id, juror_id)
) STRICT;

UPDATE officer_record SET fields = json_set(fields, '$.consent.proof', '–', '$.consent.given', NULL)
WHERE json_extract(fields, '$.consent.kind') = 'withdrawn' AND json_extract(fields, '$.consent.proof') IS NULL;

CREATE TABLE officer_access_of_candidate (
  at TEXT NOT NULL,
  session_id TEXT NOT NULL REFERENCES session (id),
  what TEXT NOT NULL CHECK (what IN ('opened', 'read', 'written', 'consent', 'refused', 'removed', 'logRead', 'shown')),
  candidate_id TEXT
) STRICT;
INSERT INTO officer_access_of_candidate (at, session_id, what) SELECT at, session_id, what FROM officer_access ORDER BY rowid;
DROP TABLE officer_access;
ALTER TABLE officer_access_of_candidate RENAME TO officer_access;
CREATE INDEX officer_access_of_session ON officer_access (session_id);
CREATE TRIGGER officer_access_never_changes BEFORE UPDATE ON officer_access BEGIN SELECT RAISE(ABORT, 'officer_access: append only'); END;
CREATE TRIGGER officer_access_goes_by_purge BEFORE DELETE ON officer_access
WHEN NOT EXISTS (SELECT 1 FROM purge WHERE state = 'running')
BEGIN SELECT RAISE(ABORT, 'officer_access: only a purge deletes'); END;`,
} as const;
