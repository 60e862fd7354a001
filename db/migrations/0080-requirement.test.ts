import { afterEach, beforeEach, expect, test } from 'vitest';
import { pieceId, sessionId } from '../../domain/ids.ts';
import type { RequirementRecord } from '../../domain/requirements.ts';
import { day } from '../../domain/time.ts';
import { Intruder } from '../../tests/fixtures/intruder.ts';
import { playedCandidates } from '../../tests/fixtures/played.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { readRequirements, removeRequirement, saveRequirement } from '../requirement.ts';
import { migrations } from './all.ts';

const session = sessionId.parse('s1');
const [own, other] = Object.values(playedCandidates);
if (!own || !other) throw new Error('two candidates are played');
const record: RequirementRecord = {
  candidateId: own.id,
  code: 'english',
  state: 'provided',
  basis: null,
  pieceId: pieceId.parse('p1'),
  proof: '',
  verifiedOn: day.parse('2026-03-02'),
  verifiedBy: 'Camille Maquette',
  note: '',
};
let intruder: Intruder;
beforeEach(() => {
  intruder = new Intruder(60).prepare([own, other]);
  const add = intruder.db.prepare(
    "INSERT INTO piece (id, candidate_id, kind, title, file_name, bytes, sha256, reading, stored_as, sealing) VALUES (?, ?, 'english', 'T', 't.pdf', 1, ?, 'pdf', ?, 'chunks')",
  );
  add.run('p1', own.id, 'a'.repeat(64), 'a'.repeat(32));
  add.run('p2', other.id, 'b'.repeat(64), 'b'.repeat(32));
});
afterEach(() => intruder.dispose());

test('a store with dossiers migrates without losing a piece, and nothing is said to be checked yet', () => {
  const { db } = intruder;
  const before = db.prepare('SELECT * FROM piece').all();
  migrate(
    db,
    migrations.filter((step) => step.version <= 80),
  );
  expect(storeVersion(db)).toBe(80);
  expect(db.prepare('SELECT * FROM piece').all()).toEqual(before);
  expect(readRequirements(db, session)).toEqual([]);
});

test('what was checked is kept once for each condition, loses its proof with the piece, and goes with its candidate', () => {
  const { db } = intruder;
  migrate(db);
  saveRequirement(db, record);
  const changed = { ...record, state: 'exempted', note: 'Certificat ancien' } as const;
  saveRequirement(db, changed);
  expect(readRequirements(db, session)).toEqual([changed]);
  expect(() => saveRequirement(db, { ...record, pieceId: pieceId.parse('p2') })).toThrow('requirement: a piece of another dossier');
  expect(() => saveRequirement(db, { ...record, code: 'cv', pieceId: pieceId.parse('p2') })).toThrow('requirement: a piece of another dossier');
  expect(() => db.prepare('UPDATE requirement SET candidate_id = ?, piece_id = NULL').run(other.id)).toThrow('requirement: keeps its candidate');
  expect(() => db.exec("UPDATE requirement SET state = 'perhaps'")).toThrow('CHECK constraint failed');
  db.exec("DELETE FROM piece WHERE id = 'p1'");
  expect(readRequirements(db, session)).toEqual([{ ...changed, pieceId: null }]);
  removeRequirement(db, record);
  expect(readRequirements(db, session)).toEqual([]);
  saveRequirement(db, { ...record, pieceId: null });
  db.prepare('DELETE FROM candidate WHERE id = ?').run(own.id);
  expect(db.prepare('SELECT count(*) AS n FROM requirement').get()).toEqual({ n: 0 });
});

test('once the session is open nothing that was checked changes', () => {
  const { db } = intruder;
  migrate(db);
  saveRequirement(db, record);
  intruder.open();
  expect(() => saveRequirement(db, { ...record, note: 'x' })).toThrow('requirement: frozen');
  expect(() => saveRequirement(db, { ...record, code: 'cv' })).toThrow('requirement: frozen');
  expect(() => removeRequirement(db, record)).toThrow('requirement: frozen');
  expect(readRequirements(db, session)).toEqual([record]);
});

test('what was checked in a session is found by its keys', () => {
  const { db } = intruder;
  migrate(db);
  const plan = db
    .prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT r.* FROM candidate c JOIN requirement r ON r.candidate_id = c.id WHERE c.session_id = 's1'")
    .all();
  expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([]);
});
