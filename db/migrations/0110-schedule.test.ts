import { afterEach, beforeEach, expect, test } from 'vitest';
import { officerRecord } from '../../domain/accommodation.ts';
import { candidateId, jurorId, sessionId } from '../../domain/ids.ts';
import { emptySchedule } from '../../domain/schedule.ts';
import { instant } from '../../domain/time.ts';
import { openBefore } from '../../tests/fixtures/before.ts';
import { candidateOf, fieldsOf, jury, seedReferential } from '../../tests/fixtures/sitting.ts';
import { defaultRegulations } from '../../domain/regulations.ts';
import {
  logOfficerAccess,
  readJuryViews,
  readOfficerAccess,
  readOfficerRecords,
  readTimeShares,
  removeOfficerRecord,
  saveAccommodationNote,
  saveOfficerRecord,
} from '../accommodation.ts';
import { saveCandidate } from '../candidate.ts';
import type { WritableDb } from '../connection.ts';
import { saveJuror } from '../juror.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { readSchedule, saveSchedule } from '../schedule.ts';
import { insertSession } from '../session.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
const session = sessionId.parse('s1');
const one = candidateId.parse('c1');
let db: WritableDb;
let dispose: () => void;

const record = (consent: object, extraTime: object | null = { numerator: 1, denominator: 3 }) =>
  officerRecord.parse({
    candidateId: one,
    measures: ['extraTime'],
    effect: 'Soutenance de 40 min au lieu de 30',
    decidedOn: '2026-01-10',
    note: '',
    standardMinutes: 30,
    extraTime,
    consent,
  });
const given = { kind: 'given', on: '2026-01-12', proof: 'Courrier' };
const withdrawn = { kind: 'withdrawn', on: '2026-02-12', proof: 'Courriel', given: { on: '2026-01-12', proof: 'Courrier' } };
const notes = () => db.prepare<[], { body: string }>('SELECT body FROM accommodation_note').all();

beforeEach(() => {
  ({ db, dispose } = openBefore(110));
  insertSession(db, { id: session, fields: fieldsOf('2026-1'), referential: seedReferential(), regulations: defaultRegulations, savedAt: at });
  const { id, ...fields } = candidateOf('c1');
  saveCandidate(db, session, id, fields);
  for (const { id: member, ...rest } of jury) saveJuror(db, session, member, rest);
});
afterEach(() => dispose());

test('a store with records and accesses migrates without losing one, and a withdrawal of before has a proof to fill in', () => {
  const before = { ...record({ kind: 'notGiven' }), consent: { kind: 'withdrawn', on: '2026-02-12' } };
  db.prepare('INSERT INTO officer_record VALUES (?, ?)').run(one, JSON.stringify(before));
  db.exec(`INSERT INTO officer_access (at, session_id, what) VALUES ('${at}', 's1', 'opened'), ('${at}', 's1', 'read')`);
  migrate(db);
  expect(storeVersion(db)).toBeGreaterThanOrEqual(110);
  expect(readOfficerRecords(db, session)).toMatchObject([{ effect: before.effect, consent: { kind: 'withdrawn', on: '2026-02-12', proof: '–', given: null } }]);
  expect(readOfficerAccess(db, session).map(({ what, candidateId: whose }) => [what, whose])).toEqual([
    ['opened', null],
    ['read', null],
  ]);
  expect(readSchedule(db, session)).toBeNull();
  expect(db.pragma('foreign_key_check', { simple: true })).toBeUndefined();
});

test('the share of time follows the record, consent or not, and goes with the extra time', () => {
  migrate(db);
  for (const consent of [{ kind: 'notGiven' }, given, withdrawn]) {
    saveOfficerRecord(db, record(consent));
    expect([...readTimeShares(db, session)]).toEqual([[one, { numerator: 1, denominator: 3 }]]);
  }
  saveOfficerRecord(db, record(given, null));
  expect(readTimeShares(db, session).size).toBe(0);
});

test('what a member notes of an accommodation goes with the consent, and is kept when the record is only put right', () => {
  migrate(db);
  const member = jurorId.parse(jury[0]?.id);
  saveAccommodationNote(db, one, member, 'sans vue');
  expect(notes()).toEqual([]);
  saveOfficerRecord(db, record(given));
  saveAccommodationNote(db, one, member, 'rythme laissé');
  saveOfficerRecord(db, { ...record(given), effect: 'Quarante minutes' });
  expect(notes()).toEqual([{ body: 'rythme laissé' }]);
  saveOfficerRecord(db, record(withdrawn));
  expect([notes(), readJuryViews(db, session)]).toEqual([[], []]);
  saveOfficerRecord(db, record(given));
  saveAccommodationNote(db, one, member, 'rythme laissé');
  removeOfficerRecord(db, one);
  expect([notes(), readJuryViews(db, session), readOfficerRecords(db, session)]).toEqual([[], [], []]);
});

test('the access log is only ever added to', () => {
  migrate(db);
  logOfficerAccess(db, session, { at, what: 'read', candidateId: one });
  expect(() => db.exec("UPDATE officer_access SET what = 'opened'")).toThrow('append only');
  expect(() => db.exec('DELETE FROM officer_access')).toThrow('only a purge deletes');
  expect(() => logOfficerAccess(db, session, { at, what: 'other' as 'read', candidateId: one })).toThrow('CHECK');
  expect(readOfficerAccess(db, session)).toEqual([{ at, what: 'read', candidateId: one }]);
});

test('a schedule is saved again while the session is prepared or open, never after; each is found by its session', () => {
  migrate(db);
  saveSchedule(db, session, { ...emptySchedule, order: [{ candidateId: one, room: 0 }] }, 50);
  saveSchedule(db, session, { ...emptySchedule, margin: 10 }, 55);
  expect(readSchedule(db, session)).toEqual({ fields: { ...emptySchedule, margin: 10 }, slotMinutes: 55 });
  const guards = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'session'").all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.exec("UPDATE session SET phase = 'open'");
  saveSchedule(db, session, emptySchedule, 50);
  db.exec("UPDATE session SET phase = 'closed'");
  for (const write of [
    () => saveSchedule(db, session, emptySchedule, 60),
    () => db.exec('UPDATE schedule SET slot_minutes = 60'),
    () => db.exec('DELETE FROM schedule'),
  ])
    expect(write).toThrow('schedule: frozen');
  expect(readSchedule(db, session)?.slotMinutes).toBe(50);
  const planOf = (sql: string) => db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()[0]?.detail;
  expect(planOf("SELECT fields FROM schedule WHERE session_id = 's1'")).toMatch(/^SEARCH schedule USING INDEX/);
  expect(planOf("SELECT at FROM officer_access WHERE session_id = 's1' ORDER BY rowid")).toMatch(/^SEARCH officer_access USING INDEX/);
});
