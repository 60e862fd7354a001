import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../domain/ids.ts';
import { sendingId, type Sending } from '../../domain/notification.ts';
import { day, instant } from '../../domain/time.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { insertSending, readCompanions, readFirstNotified, readSendings, saveCompanion } from '../notification.ts';
import { migrations } from './all.ts';

const session = sessionId.parse('s1');
const at = instant.parse('2026-03-20T09:00:00.000Z');
const { full, partial } = playedCandidates;
const entry = (id: string, changes: Partial<Sending> = {}): Sending => ({
  id: sendingId.parse(id),
  candidateId: full.id,
  recipient: 'candidate',
  rank: 0,
  sent: { on: day.parse('2026-03-19'), way: 'mail' },
  replaces: null,
  reason: '',
  notedAt: at,
  ...changes,
});
let intruder: Intruder;
beforeEach(() => {
  intruder = new Intruder(179).prepare([full, partial]);
});
afterEach(() => intruder.dispose());

test('a store with a session migrates without losing a candidate, and nobody is notified yet', () => {
  const { db } = intruder;
  const before = db.prepare('SELECT * FROM candidate').all();
  migrate(
    db,
    migrations.filter((step) => step.version <= 180),
  );
  expect(storeVersion(db)).toBe(180);
  expect(db.prepare('SELECT * FROM candidate').all()).toEqual(before);
  expect(readSendings(db, session)).toEqual([]);
  expect(readCompanions(db, session).size).toBe(0);
});

test('a sending is only ever added: it is neither changed nor deleted, and one correction at most replaces it', () => {
  const { db } = intruder;
  migrate(db);
  insertSending(db, session, entry('n1'));
  insertSending(db, session, entry('n2', { replaces: sendingId.parse('n1'), sent: { on: day.parse('2026-03-20'), way: 'post' }, reason: 'Mauvais jour' }));
  expect(readSendings(db, session).map(({ id, replaces }) => [id, replaces])).toEqual([
    ['n1', null],
    ['n2', 'n1'],
  ]);
  expect(() => db.exec("UPDATE sending SET way = 'hand'")).toThrow('never changes');
  expect(() => db.exec('DELETE FROM sending')).toThrow('never deleted');
  expect(() => insertSending(db, session, entry('n3', { replaces: sendingId.parse('n1'), reason: 'Encore' }))).toThrow('UNIQUE');
  expect(() => insertSending(db, session, entry('n4', { replaces: sendingId.parse('n2') }))).toThrow('CHECK');
  expect(() => insertSending(db, session, entry('n5', { sent: null }))).toThrow('CHECK');
});

test('the first day that counts is that of the first letter that left to the candidate, not of one taken back nor of the companion’s', () => {
  const { db } = intruder;
  migrate(db);
  insertSending(db, session, entry('n1', { sent: { on: day.parse('2026-03-18'), way: 'mail' } }));
  insertSending(db, session, entry('n2', { replaces: sendingId.parse('n1'), sent: null, reason: 'Jamais partie' }));
  insertSending(db, session, entry('n3', { sent: { on: day.parse('2026-03-24'), way: 'post' } }));
  insertSending(db, session, entry('n4', { sent: { on: day.parse('2026-03-23'), way: 'hand' } }));
  insertSending(db, session, entry('n5', { candidateId: partial.id, recipient: 'companion' }));
  expect([...readFirstNotified(db, session)]).toEqual([[full.id, '2026-03-23']]);
});

test('who accompanied a candidate is entered, changed and taken away while the session is frozen', () => {
  const { db } = intruder;
  migrate(db);
  const fields = { name: 'Camille Boussole', email: 'camille@exemple.invalid', address: '' };
  saveCompanion(db, full.id, fields, at);
  saveCompanion(db, full.id, { ...fields, name: 'Camille Sextant' }, at);
  expect([...readCompanions(db, session)]).toEqual([[full.id, { ...fields, name: 'Camille Sextant' }]]);
  saveCompanion(db, full.id, null, at);
  expect(readCompanions(db, session).size).toBe(0);
});

test('the sendings of a session are found by their index', () => {
  const { db } = intruder;
  migrate(db);
  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT id FROM sending WHERE session_id = ?').all('s1') as readonly { readonly detail: string }[];
  expect(plan.map(({ detail }) => detail).join(' ')).toContain('sending_of_session');
});
