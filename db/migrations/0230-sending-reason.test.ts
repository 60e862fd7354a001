import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../domain/ids.ts';
import { purgedReason, sendingId, type Sending } from '../../domain/notification.ts';
import { day, instant } from '../../domain/time.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { insertSending, readSendings } from '../notification.ts';
import { countKind, eraseRows } from '../purge-kinds.ts';
import { migrations } from './all.ts';

const session = sessionId.parse('s1');
const { full } = playedCandidates;
const entry = (id: string, changes: Partial<Sending> = {}): Sending => ({
  id: sendingId.parse(id),
  candidateId: full.id,
  recipient: 'candidate',
  rank: 0,
  sent: { on: day.parse('2026-03-19'), way: 'mail' },
  replaces: null,
  reason: '',
  notedAt: instant.parse('2026-03-20T09:00:00.000Z'),
  ...changes,
});
const corrected = [entry('n1'), entry('n2', { replaces: sendingId.parse('n1'), sent: null, reason: 'Rendue par Camille Boussole' })];
let intruder: Intruder;
const purging = (kind: string): void => {
  intruder.db.exec(`INSERT INTO purge (at, reason, state, kind, session_id) VALUES ('2027-01-01T00:00:00.000Z', 'Terme', 'running', '${kind}', 's1')`);
};
beforeEach(() => {
  intruder = new Intruder(229).prepare([full]);
  for (const each of corrected) insertSending(intruder.db, session, each);
});
afterEach(() => intruder.dispose());

test('a store migrates with what was noted of its letters, which is found by its index as before', () => {
  const { db } = intruder;
  migrate(
    db,
    migrations.filter((step) => step.version <= 230),
  );
  expect(storeVersion(db)).toBe(230);
  expect(readSendings(db, session)).toEqual(corrected);
  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT id FROM sending WHERE session_id = ?').all('s1') as readonly { readonly detail: string }[];
  expect(plan.map(({ detail }) => detail).join(' ')).toContain('sending_of_session');
});

test('the purge of the dossiers takes the words of a correction, who they may name with them; what was noted stays', () => {
  const { db } = intruder;
  migrate(db);
  const before = countKind(db, 'dossiers', 's1').rows;
  purging('dossiers');
  eraseRows(db, 'dossiers', 's1');
  expect(readSendings(db, session)).toEqual([corrected[0], { ...corrected[1], reason: purgedReason }]);
  expect(before - countKind(db, 'dossiers', 's1').rows).toBe(1);
});

test('a reason changes by that purge alone, to no other words, and nothing else of a sending changes by it', () => {
  const { db } = intruder;
  migrate(db);
  const forget = `UPDATE sending SET reason = '${purgedReason}' WHERE id = 'n2'`;
  expect(() => db.exec(forget)).toThrow('never changes');
  purging('opinions');
  expect(() => db.exec(forget)).toThrow('never changes');
  purging('dossiers');
  expect(() => db.exec("UPDATE sending SET reason = 'Autre' WHERE id = 'n2'")).toThrow('never changes');
  expect(() => db.exec(`UPDATE sending SET reason = '${purgedReason}', noted_at = '2030' WHERE id = 'n2'`)).toThrow('never changes');
  expect(() => db.exec(`UPDATE sending SET reason = '${purgedReason}' WHERE id = 'n1'`)).toThrow();
  expect(() => db.exec('DELETE FROM sending')).toThrow('never deleted');
  db.exec(forget);
});
