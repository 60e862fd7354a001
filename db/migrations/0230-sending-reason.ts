/** What one wrote to put a sending right may name somebody: its words go with the dossiers, and nothing else of what was noted ever changes. */
export const sendingReason = {
  version: 230,
  name: 'sending-reason',
  sql: `
DROP TRIGGER sending_never_changes;
CREATE TRIGGER sending_only_forgets BEFORE UPDATE ON sending
WHEN NEW.reason <> '—' OR OLD.reason = '' OR NEW.id <> OLD.id OR NEW.session_id <> OLD.session_id OR NEW.candidate_id <> OLD.candidate_id
  OR NEW.recipient <> OLD.recipient OR NEW.rank <> OLD.rank OR NEW.sent_on IS NOT OLD.sent_on OR NEW.way IS NOT OLD.way
  OR NEW.replaces IS NOT OLD.replaces OR NEW.noted_at <> OLD.noted_at
  OR NOT EXISTS (SELECT 1 FROM purge p WHERE p.state = 'running' AND p.kind = 'dossiers' AND p.session_id = OLD.session_id)
BEGIN SELECT RAISE(ABORT, 'sending: what was noted never changes, its reason alone is purged'); END;`,
} as const;
