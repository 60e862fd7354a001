import { phaseOfCandidate } from './guard.ts';

const sealed = (phase: string): string => `${phase} IN ('sealed', 'archived')`;
const sessionOfCandidate = '(SELECT c.session_id FROM candidate c WHERE c.id = OLD.candidate_id)';
const sessionOfJuror = '(SELECT j.session_id FROM juror j WHERE j.id = OLD.juror_id)';
const phaseOfSession = (session: string): string => `(SELECT s.phase FROM session s WHERE s.id = ${session})`;

/** Whether a purge of this kind of data of this session is being done. */
const purging = (kind: string, session: string): string =>
  `EXISTS (SELECT 1 FROM purge p WHERE p.state = 'running' AND p.kind = '${kind}' AND p.session_id = ${session})`;

const frozenSavePurge = (table: string, kind: string, session: string, phase: string, free: string): string => `
DROP TRIGGER ${table}_frozen_delete;
CREATE TRIGGER ${table}_frozen_delete BEFORE DELETE ON ${table}
WHEN ${phase} NOT IN (${free}) AND NOT (${sealed(phase)} AND ${purging(kind, session)})
BEGIN SELECT RAISE(ABORT, '${table}: frozen'); END;`;

/** Retention: a purge says what it takes and from which session, so that a frozen row goes by it alone; settings of the store. */
export const retention = {
  version: 170,
  name: 'retention',
  sql: `
ALTER TABLE purge ADD COLUMN kind TEXT;
ALTER TABLE purge ADD COLUMN session_id TEXT;
ALTER TABLE purge ADD COLUMN juror_file_id TEXT;
${['piece', 'project', 'evidence', 'vae_file', 'requirement']
  .map((table) => frozenSavePurge(table, 'dossiers', sessionOfCandidate, phaseOfCandidate('OLD'), "'preparing'"))
  .join('')}
${frozenSavePurge('schedule', 'dossiers', 'OLD.session_id', phaseOfSession('OLD.session_id'), "'preparing', 'open'")}
${frozenSavePurge('link_check', 'opinions', sessionOfJuror, phaseOfSession(sessionOfJuror), "'preparing'")}
DROP TRIGGER juror_seat_stays;
CREATE TRIGGER juror_seat_stays BEFORE DELETE ON juror_seat
WHEN ${phaseOfSession(sessionOfJuror)} <> 'preparing'
  AND NOT EXISTS (SELECT 1 FROM purge p WHERE p.state = 'running' AND p.kind = 'jurorFile' AND p.juror_file_id = OLD.juror_file_id)
BEGIN SELECT RAISE(ABORT, 'juror_seat: the person sat'); END;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
} as const;
