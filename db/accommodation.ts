import { juryView, juryViewOf, officerRecord, type JuryView, type OfficerRecord } from '../domain/accommodation.ts';
import type { SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The disability officer's records of a session: health data, only behind the officer's PIN. */
export const readOfficerRecords = (db: ReadableDb, sessionId: SessionId): OfficerRecord[] =>
  db
    .prepare<[string], { fields: string }>(
      'SELECT r.fields FROM officer_record r JOIN candidate c ON c.id = r.candidate_id WHERE c.session_id = ? ORDER BY c.rank',
    )
    .all(sessionId)
    .map(({ fields }) => officerRecord.parse(JSON.parse(fields)));

/** What the jury may see: one row for each recorded consent, nothing else. */
export const readJuryViews = (db: ReadableDb, sessionId: SessionId): JuryView[] =>
  db
    .prepare<[string], { fields: string }>('SELECT v.fields FROM jury_view v JOIN candidate c ON c.id = v.candidate_id WHERE c.session_id = ?')
    .all(sessionId)
    .map(({ fields }) => juryView.parse(JSON.parse(fields)));

/** Writes the officer's record and, with consent only, the jury's view; a withdrawn consent removes the view at once. */
export const saveOfficerRecord = (db: WritableDb, record: OfficerRecord): void => {
  const view = juryViewOf(record);
  db.transaction(() => {
    db.prepare('INSERT INTO officer_record (candidate_id, fields) VALUES (?, ?) ON CONFLICT (candidate_id) DO UPDATE SET fields = excluded.fields').run(
      record.candidateId,
      JSON.stringify(record),
    );
    db.prepare('DELETE FROM jury_view WHERE candidate_id = ?').run(record.candidateId);
    if (view) db.prepare('INSERT INTO jury_view (candidate_id, fields) VALUES (?, ?)').run(record.candidateId, JSON.stringify(view));
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
};

/** Notes in the officer's own access log that the records were opened, read or written; never what they say. */
export const logOfficerAccess = (db: WritableDb, sessionId: SessionId, at: Instant, what: 'opened' | 'read' | 'written' | 'consent' | 'refused'): void => {
  db.prepare('INSERT INTO officer_access (at, session_id, what) VALUES (?, ?, ?)').run(at, sessionId, what);
};
