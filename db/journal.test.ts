import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Act } from '../domain/act.ts';
import { candidateId, projectId, sessionId } from '../domain/ids.ts';
import { officerRecord } from '../domain/accommodation.ts';
import { defaultRegulations } from '../domain/regulations.ts';
import { instantFrom } from '../domain/time.ts';
import { candidateOf, fieldsOf, jury, seedReferential } from '../tests/fixtures/sitting.ts';
import { readJuryViews, readOfficerRecords, saveOfficerRecord } from './accommodation.ts';
import { saveCandidate } from './candidate.ts';
import { connect, type WritableDb } from './connection.ts';
import { appendAct, chainStart, checkChain, readActs, readChain } from './journal.ts';
import { readJurors, saveJuror } from './juror.ts';
import { migrate } from './migrate.ts';
import { checkPin, delayAfter, setPin } from './pin.ts';
import { insertSession } from './session.ts';

const id = sessionId.parse('s1');
const at = instantFrom(1_773_700_000_000);
let folder: string;
let db: WritableDb;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-journal-'));
  db = connect(join(folder, 'a.db'), new Uint8Array(32).fill(3), false);
  migrate(db);
  insertSession(db, {
    id,
    fields: fieldsOf('PV 1'),
    referential: seedReferential(),
    regulations: defaultRegulations,
    savedAt: at,
  });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (act: Act, salt = 1) => appendAct(db, { sessionId: id, at, author: { kind: 'lead' }, act, salt: new Uint8Array(16).fill(salt) });
const prepared = (what: string) => ({ kind: 'prepared', what, subject: '' }) as const;

test('each link is the SHA-256 of the previous link, its rank and the digest of its salted content', () => {
  write(prepared('un'));
  write(prepared('deux'), 2);
  const [first, second] = readChain(db, id);
  const content = JSON.stringify({ at, author: { kind: 'lead' }, act: { kind: 'prepared', what: 'deux', subject: '' } });
  const contentDigest = createHash('sha256').update(new Uint8Array(16).fill(2)).update(content).digest('hex');
  expect(first?.previous).toBe(chainStart);
  expect(second).toEqual({
    seq: 2,
    previous: first?.digest,
    contentDigest,
    digest: createHash('sha256').update(`${first?.digest}\n2\n${contentDigest}`).digest('hex'),
  });
  expect(readActs(db, id).map((recorded) => recorded.act)).toEqual([prepared('un'), prepared('deux')]);
});

test('an act is never changed nor deleted, whatever the SQL', () => {
  write(prepared('un'));
  for (const sql of [
    'UPDATE event SET digest = previous',
    'DELETE FROM event',
    "UPDATE event_content SET content = '{}'",
    'DELETE FROM event_content',
    "INSERT INTO event VALUES ('s1', 3, '" + chainStart + "', '" + chainStart + "', '" + chainStart + "')",
    "INSERT INTO event VALUES ('s1', 2, '" + chainStart + "', '" + chainStart + "', '" + chainStart + "')",
    "REPLACE INTO event VALUES ('s1', 1, '" + chainStart + "', '" + chainStart + "', '" + chainStart + "')",
  ])
    expect(() => db.exec(sql), sql).toThrow(/append only|only a purge|does not follow|UNIQUE|FOREIGN/);
  expect(checkChain(db, id)).toBe(true);
});

test('the working part can be purged, and only within a purge, and the chain still holds', () => {
  const { id: one, ...fields } = candidateOf('c1');
  saveCandidate(db, id, one, fields);
  write({ kind: 'opened' });
  write({ kind: 'timer', projectId: projectId.parse('p1'), candidateId: one, move: 'start', note: '' }, 2);
  write({ kind: 'presence', candidateId: one, presence: 'absent', note: '' }, 3);
  write({ kind: 'closed' }, 4);
  expect(() => db.exec('DELETE FROM event_content WHERE seq = 2')).toThrow(/only a purge/);
  db.exec(
    "INSERT INTO purge (at, reason, state) VALUES ('2026', 'essai', 'running'); DELETE FROM event_content WHERE seq = 2; UPDATE purge SET state = 'done'",
  );
  expect(readActs(db, id)).toHaveLength(3);
  expect(checkChain(db, id)).toBe(true);
  expect(() => db.exec('DELETE FROM event_content')).toThrow(/only a purge/);
});

test('a content altered behind the program is seen by the chain', () => {
  write(prepared('un'));
  db.exec("DROP TRIGGER event_content_never_changes; UPDATE event_content SET content = replace(content, 'un', 'an')");
  expect(checkChain(db, id)).toBe(false);
});

test('once the session is open, what prepared it cannot change, and its phase only goes forward', () => {
  const [first] = jury;
  if (!first) throw new Error('the fixture has members');
  const { id: jurorId, ...fields } = first;
  saveJuror(db, id, jurorId, fields);
  expect(readJurors(db, id)).toEqual([first]);
  write({ kind: 'opened' });
  expect(() => saveJuror(db, id, jurorId, { ...fields, employer: 'Autre' })).toThrow(/frozen/);
  for (const sql of [
    "UPDATE session SET number = 'X'",
    "UPDATE session SET regulations = '{}'",
    "UPDATE session SET phase = 'preparing'",
    'DELETE FROM session',
    'DELETE FROM juror',
  ])
    expect(() => db.exec(sql), sql).toThrow(/frozen|forward|kept/);
});

test('the jury has a view of an accommodation only with a recorded consent, and loses it at once with the consent', () => {
  const candidate = candidateOf('c1');
  const { id: one, ...fields } = candidate;
  saveCandidate(db, id, one, fields);
  const record = (consent: object) =>
    officerRecord.parse({
      candidateId: candidateId.parse('c1'),
      measures: ['extraTime'],
      effect: 'Soutenance de 40 min',
      decidedOn: '2026-01-10',
      note: 'confidentiel',
      standardMinutes: 30,
      extraTime: { numerator: 1, denominator: 3 },
      consent,
    });
  saveOfficerRecord(db, record({ kind: 'notGiven' }));
  expect(readJuryViews(db, id)).toEqual([]);
  expect(() => db.exec("INSERT INTO jury_view VALUES ('c1', '{}')")).toThrow(/no recorded consent/);
  saveOfficerRecord(db, record({ kind: 'given', on: '2026-01-12', proof: 'Courrier' }));
  expect(readJuryViews(db, id)).toHaveLength(1);
  expect(JSON.stringify(readJuryViews(db, id))).not.toContain('confidentiel');
  saveOfficerRecord(db, record({ kind: 'withdrawn', on: '2026-02-12', proof: 'Courriel', given: null }));
  expect(readJuryViews(db, id)).toEqual([]);
  expect(readOfficerRecords(db, id)).toHaveLength(1);
});

test('a wrong PIN makes one wait longer and longer, and never locks for good', () => {
  setPin(db, id, 'lead', '4242');
  const later = (seconds: number) => instantFrom(1_773_700_000_000 + seconds * 1000);
  for (let round = 0; round < 3; round += 1) expect(checkPin(db, id, 'lead', '0000', later(0))).toMatchObject({ error: { code: 'pin-wrong' } });
  expect(checkPin(db, id, 'lead', '4242', later(2))).toMatchObject({ error: { code: 'pin-wait', facts: { seconds: 3 } } });
  expect(checkPin(db, id, 'lead', '4242', later(5))).toEqual({ ok: true, value: true });
  expect([delayAfter(2), delayAfter(3), delayAfter(4), delayAfter(20)]).toEqual([0, 5, 10, 300]);
});
