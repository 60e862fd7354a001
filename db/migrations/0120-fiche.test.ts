import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { readReferential } from '../../domain/referential.ts';
import { instant } from '../../domain/time.ts';
import type { FicheReading } from '../../domain/fiche.ts';
import { openBefore } from '../../tests/fixtures/before.ts';
import type { WritableDb } from '../connection.ts';
import { insertFiche, readStoredFiches, removeFiche } from '../fiche.ts';
import { migrate, storeVersion } from '../migrate.ts';
import { addTrustedRoot, readTrustedRoots } from '../trusted-root.ts';
import { migrations } from './all.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
const reading = { code: 'RNCP36912' } as FicheReading;
const read = readReferential(JSON.parse(readFileSync(new URL('../../assets/referentials/RNCP36912.json', import.meta.url), 'utf8')));
if (!read.ok) throw new Error('the seed reads');
const referential = read.value;
let db: WritableDb;
let dispose: () => void;

beforeEach(() => {
  ({ db, dispose } = openBefore(120));
});
afterEach(() => dispose());

test('a store migrates with what it had, and has no imported fiche yet', () => {
  addTrustedRoot(db, 'a'.repeat(64), Buffer.from('root'), at);
  migrate(
    db,
    migrations.filter((step) => step.version <= 120),
  );
  expect(storeVersion(db)).toBe(120);
  expect(readTrustedRoots(db)).toHaveLength(1);
  expect(readStoredFiches(db)).toEqual([]);
});

test('versions lie side by side, never change, are told once each, and are found by their key', () => {
  migrate(db);
  const keep = (version: string): void => insertFiche(db, { reading, referential: { ...referential, version }, fileName: 'flux.xml', confirmedAt: at });
  keep('2023-04-01');
  keep('2024-01-01');
  expect(readStoredFiches(db).map((entry) => entry.referential.version)).toEqual(['2024-01-01', '2023-04-01']);
  expect(() => keep('2024-01-01')).toThrow('UNIQUE');
  expect(() => db.exec("UPDATE fiche SET file_name = 'other.xml'")).toThrow('a version never changes');
  removeFiche(db, 'RNCP36912', '2024-01-01');
  expect(readStoredFiches(db).map((entry) => entry.referential)).toEqual([{ ...referential, version: '2023-04-01' }]);
  const plan = db.prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT version FROM fiche WHERE code = 'x' AND version = 'y'").all();
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH fiche USING PRIMARY KEY (code=? AND version=?)']);
});
