import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../domain/time.ts';
import { openBefore, storeKey } from '../../tests/fixtures/before.ts';
import type { WritableDb } from '../connection.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { migrations } from './all.ts';
import { insertOrganism, readOrganism } from '../minute.ts';
import { addTrustedRoot, readTrustedRoots, removeTrustedRoot } from '../trusted-root.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
let db: WritableDb;
let dispose: () => void;

beforeEach(() => {
  ({ db, dispose } = openBefore(50));
});
afterEach(() => dispose());

test('a store with its own root migrates without losing it, and trusts nobody else yet', () => {
  const root = { certificate: Buffer.from('certificate'), privateKey: Buffer.from('private key') };
  insertOrganism(db, storeKey, root, at);
  migrate(
    db,
    migrations.filter((step) => step.version <= 50),
  );
  expect(storeVersion(db)).toBe(50);
  expect(readOrganism(db, storeKey)).toEqual(root);
  expect(readTrustedRoots(db)).toEqual([]);
});

test('a root recognised is kept once, read by its key, never changed, and can be taken back', () => {
  migrate(db);
  addTrustedRoot(db, one, Buffer.from('first'), at);
  addTrustedRoot(db, one, Buffer.from('first'), at);
  addTrustedRoot(db, other, Buffer.from('second'), at);
  expect(readTrustedRoots(db).map(({ fingerprint }) => fingerprint)).toEqual([one, other]);
  expect(() => db.exec("UPDATE trusted_root SET certificate = x'00'")).toThrow('never changed');
  removeTrustedRoot(db, one);
  expect(readTrustedRoots(db).map(({ certificate }) => certificate.toString())).toEqual(['second']);
  const plan = db.prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT certificate FROM trusted_root WHERE fingerprint = 'x'").all();
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH trusted_root USING PRIMARY KEY (fingerprint=?)']);
});
