import { juryView, juryViewOf, officerRecord, timeShare, type AccessKind, type JuryView, type OfficerRecord, type TimeShare } from '../domain/accommodation.ts';
import type { CandidateId, JurorId, SessionId } from '../domain/ids.ts';
import { elapsed, type Instant } from '../domain/time.ts';
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

/** The share of time that each arranged test of a session is given, whatever was consented: for a length alone, never to be shown as a share. */
export const readTimeShares = (db: ReadableDb, sessionId: SessionId): ReadonlyMap<CandidateId, TimeShare> =>
  new Map(
    db
      .prepare<[string], { candidateId: CandidateId } & TimeShare>(
        `SELECT a.candidate_id AS candidateId, a.numerator, a.denominator FROM arranged_share a
         JOIN candidate c ON c.id = a.candidate_id WHERE c.session_id = ?`,
      )
      .all(sessionId)
      .map(({ candidateId, ...share }) => [candidateId, timeShare.parse(share)]),
  );

/** Writes the officer's record and, with consent only, the jury's view; a withdrawn consent removes the view and what was noted of it at once. */
export const saveOfficerRecord = (db: WritableDb, record: OfficerRecord): void => {
  const view = juryViewOf(record);
  db.transaction(() => {
    db.prepare('INSERT INTO officer_record (candidate_id, fields) VALUES (?, ?) ON CONFLICT (candidate_id) DO UPDATE SET fields = excluded.fields').run(
      record.candidateId,
      JSON.stringify(record),
    );
    if (!view) db.prepare('DELETE FROM jury_view WHERE candidate_id = ?').run(record.candidateId);
    else
      db.prepare('INSERT INTO jury_view (candidate_id, fields) VALUES (?, ?) ON CONFLICT (candidate_id) DO UPDATE SET fields = excluded.fields').run(
        record.candidateId,
        JSON.stringify(view),
      );
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
};

/** Withdraws in a backup what a record no longer lets the jury see; whether the backup held it. */
export const withdrawIn = (db: WritableDb, record: OfficerRecord): boolean => {
  const held = db.prepare<[string], { held: number }>('SELECT count(*) AS held FROM jury_view WHERE candidate_id = ?').get(record.candidateId)?.held === 1;
  // The store's own trigger removes the view with the consent; a backup of before has it too.
  if (held) db.prepare('UPDATE officer_record SET fields = ? WHERE candidate_id = ?').run(JSON.stringify(record), record.candidateId);
  return held;
};

/** Removes a record from a backup; whether the backup held it. */
export const removeIn = (db: WritableDb, id: CandidateId): boolean => db.prepare('DELETE FROM officer_record WHERE candidate_id = ?').run(id).changes > 0;

/** Removes the officer's record, the jury's view and what was noted of it, leaving no page that still holds them. */
export const removeOfficerRecord = (db: WritableDb, id: CandidateId): void => {
  db.prepare('DELETE FROM officer_record WHERE candidate_id = ?').run(id);
  db.pragma('wal_checkpoint(TRUNCATE)');
};

/** Keeps what a member notes of an accommodation, beside the journal: it goes with the consent. An empty note removes it. */
export const saveAccommodationNote = (db: WritableDb, id: CandidateId, jurorId: JurorId, body: string): void => {
  if (body === '') db.prepare('DELETE FROM accommodation_note WHERE candidate_id = ? AND juror_id = ?').run(id, jurorId);
  else
    db.prepare(
      `INSERT INTO accommodation_note (candidate_id, juror_id, body) SELECT candidate_id, ?, ? FROM jury_view WHERE candidate_id = ?
       ON CONFLICT (candidate_id, juror_id) DO UPDATE SET body = excluded.body`,
    ).run(jurorId, body, id);
};

/** One line of the officer's own access log: whose record, never what it says. */
export interface AccessLine {
  readonly at: Instant;
  readonly what: Exclude<AccessKind, 'confirmed'>;
  readonly candidateId: CandidateId | null;
}

/** Notes in the officer's own access log that the records were opened, read or written; never what they say. */
export const logOfficerAccess = (db: WritableDb, sessionId: SessionId, line: AccessLine): void => {
  db.prepare('INSERT INTO officer_access (at, session_id, what, candidate_id) VALUES (?, ?, ?, ?)').run(line.at, sessionId, line.what, line.candidateId);
};

/** Removes the record of a candidate who is taken out of the session, if there is one, and says so in the officer's own log. */
export const dropRecordOf = (db: WritableDb, sessionId: SessionId, candidateId: CandidateId, at: Instant): void => {
  const { changes } = db.prepare('DELETE FROM officer_record WHERE candidate_id = ?').run(candidateId);
  if (changes > 0) logOfficerAccess(db, sessionId, { at, what: 'removed', candidateId });
};

/** The officer's access log of a session, the oldest line first. */
export const readOfficerAccess = (db: ReadableDb, sessionId: SessionId): AccessLine[] =>
  db.prepare<[string], AccessLine>('SELECT at, what, candidate_id AS candidateId FROM officer_access WHERE session_id = ? ORDER BY rowid').all(sessionId);

/** Seconds within which the room's screen, read again after each act, is one reading and not several. */
const oneReading = 300;

/** Notes that a declared accommodation came on the screen that the room shares; once for readings of the same five minutes. */
export const noteShown = (db: WritableDb, sessionId: SessionId, candidateId: CandidateId, at: Instant): void => {
  const last = db
    .prepare<[string, string], { at: Instant | null }>("SELECT max(at) AS at FROM officer_access WHERE session_id = ? AND candidate_id = ? AND what = 'shown'")
    .get(sessionId, candidateId)?.at;
  // A clock put back hides no reading.
  if (last && Math.abs(elapsed(last, at)) < oneReading * 1000) return;
  logOfficerAccess(db, sessionId, { at, what: 'shown', candidateId });
};
