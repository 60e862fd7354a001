import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../domain/time.ts';
import { openBefore, storeKey } from '../../tests/fixtures/before.ts';
import type { WritableDb } from '../connection.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { insertOrganism, readOrganism } from '../minute.ts';
import { markBackedUp, readOrganismState } from '../organism.ts';
import { migrations } from './all.ts';

const root = { certificate: Buffer.from('certificate'), privateKey: Buffer.from('private key') };
const [created, later] = [instant.parse('2026-03-17T08:00:00.000Z'), instant.parse('2026-03-18T08:00:00.000Z')];
let db: WritableDb;
let dispose: () => void;

beforeEach(() => {
  ({ db, dispose } = openBefore(30));
});
afterEach(() => dispose());

test('a store with a root migrates without losing it, and says that it was never saved', () => {
  expect(storeVersion(db)).toBe(20);
  insertOrganism(db, storeKey, root, created);
  migrate(
    db,
    migrations.filter((step) => step.version <= 30),
  );
  expect(storeVersion(db)).toBe(30);
  expect(readOrganism(db, storeKey)).toEqual(root);
  expect(readOrganismState(db)).toEqual({ certificate: root.certificate, createdAt: created, backedUpAt: null });
  markBackedUp(db, later);
  expect(readOrganismState(db)?.backedUpAt).toBe(later);
});

test('a root once kept is never replaced nor deleted, whoever writes', () => {
  migrate(db);
  expect(readOrganismState(db)).toBeNull();
  insertOrganism(db, storeKey, root, created);
  for (const change of ["certificate = x'00'", "sealed_key = x'00'", "created_at = ''", 'id = 1'])
    expect(() => db.exec(`UPDATE organism SET ${change}`)).toThrow('organism: its root never changes');
  expect(() => db.exec('DELETE FROM organism')).toThrow('organism: kept');
  expect(() => insertOrganism(db, storeKey, root, later)).toThrow('organism: one root, once');
  // A replacement deletes without a delete trigger.
  expect(() => db.exec("REPLACE INTO organism (id, certificate, sealed_key, created_at) VALUES (1, x'00', x'00', '')")).toThrow('organism: one root, once');
  expect(readOrganism(db, storeKey)).toEqual(root);
});

test('the one root is found by its key', () => {
  migrate(db);
  const plan = db.prepare<[], { detail: string }>('EXPLAIN QUERY PLAN SELECT certificate, created_at, backed_up_at FROM organism WHERE id = 1').all();
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH organism USING INTEGER PRIMARY KEY (rowid=?)']);
});
