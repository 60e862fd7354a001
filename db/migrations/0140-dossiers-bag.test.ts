import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../domain/ids.ts';
import { instant } from '../../domain/time.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { insertDossiersBag, readDossiersBag } from '../dossiers-bag.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { migrations } from './all.ts';

const session = sessionId.parse('s1');
const bag = (hour: number, figure: string) => ({
  at: instant.parse(`2026-03-20T${String(hour).padStart(2, '0')}:00:00.000Z`),
  fileName: 'Dossiers 2026-01.zip.age',
  manifestSha512: figure.repeat(128),
});
let intruder: Intruder;
beforeEach(() => {
  intruder = new Intruder(139).prepare([playedCandidates.full]);
});
afterEach(() => intruder.dispose());

test('a store with a session migrates without losing a candidate, and no bag is known yet', () => {
  const { db } = intruder;
  const before = db.prepare('SELECT * FROM candidate').all();
  migrate(
    db,
    migrations.filter((step) => step.version <= 140),
  );
  expect(storeVersion(db)).toBe(140);
  expect(db.prepare('SELECT * FROM candidate').all()).toEqual(before);
  expect(readDossiersBag(db, session)).toBeNull();
});

test('the bag written last is the one that is read, even when the clock went back', () => {
  const { db } = intruder;
  migrate(db);
  insertDossiersBag(db, session, bag(10, 'a'));
  insertDossiersBag(db, session, bag(9, 'b'));
  expect(readDossiersBag(db, session)).toEqual(bag(9, 'b'));
  expect(readDossiersBag(db, sessionId.parse('other'))).toBeNull();
});

test('what was written is neither changed nor deleted, belongs to a session, and bears a whole digest', () => {
  const { db } = intruder;
  migrate(db);
  insertDossiersBag(db, session, bag(10, 'a'));
  expect(() => db.exec("UPDATE dossiers_bag SET file_name = 'x'")).toThrow('never changes');
  expect(() => db.exec('DELETE FROM dossiers_bag')).toThrow('never deleted');
  expect(() => insertDossiersBag(db, sessionId.parse('nobody'), bag(10, 'a'))).toThrow('FOREIGN KEY');
  expect(() => insertDossiersBag(db, session, { ...bag(10, 'a'), manifestSha512: 'aa' })).toThrow('CHECK');
});

test('the bags of a session are found by their index', () => {
  const { db } = intruder;
  migrate(db);
  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT file_name FROM dossiers_bag WHERE session_id = ? ORDER BY rank DESC LIMIT 1').all('s1');
  expect(JSON.stringify(plan)).toContain('dossiers_bag_of_session');
});
