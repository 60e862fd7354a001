import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../domain/time.ts';
import { openBefore } from '../../tests/fixtures/before.ts';
import type { WritableDb } from '../connection.ts';
import { readImportMapping, saveImportMapping } from '../import-mapping.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { addTrustedRoot, readTrustedRoots } from '../trusted-root.ts';
import { migrations } from './all.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
let db: WritableDb;
let dispose: () => void;

beforeEach(() => {
  ({ db, dispose } = openBefore(70));
});
afterEach(() => dispose());

test('a store migrates without losing what it holds, and has nothing said of any file yet', () => {
  addTrustedRoot(db, 'a'.repeat(64), Buffer.from('kept'), at);
  migrate(
    db,
    migrations.filter((step) => step.version <= 70),
  );
  expect(storeVersion(db)).toBe(70);
  expect(readTrustedRoots(db).map(({ certificate }) => certificate.toString())).toEqual(['kept']);
  expect(readImportMapping(db, 'candidates', ['nom'])).toBeNull();
});

test('what a person said of a header is found again for it alone, and what is said later takes its place', () => {
  migrate(db);
  saveImportMapping(db, 'candidates', ['ref', 'humeur'], ['numero', null], at);
  saveImportMapping(db, 'grids', ['ref', 'humeur'], ['numero', 'niveau'], at);
  expect(readImportMapping(db, 'candidates', ['ref', 'humeur'])).toEqual(['numero', null]);
  expect(readImportMapping(db, 'candidates', ['ref'])).toBeNull();
  saveImportMapping(db, 'candidates', ['ref', 'humeur'], ['numero', 'courriel'], at);
  expect(readImportMapping(db, 'candidates', ['ref', 'humeur'])).toEqual(['numero', 'courriel']);
  expect(readImportMapping(db, 'grids', ['ref', 'humeur'])).toEqual(['numero', 'niveau']);
  expect(() => db.exec("INSERT INTO import_mapping VALUES ('jurors', '[]', '[]', '')")).toThrow('CHECK');
  const plan = db.prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT fields FROM import_mapping WHERE kind = 'grids' AND header = '[]'").all();
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH import_mapping USING PRIMARY KEY (kind=? AND header=?)']);
});
