import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertionFields } from '../../domain/statistics.ts';
import { instant } from '../../domain/time.ts';
import { openBefore } from '../../tests/fixtures/before.ts';
import type { WritableDb } from '../connection.ts';
import { insertInsertion, readInsertion } from '../insertion.ts';
import { migrate } from '../migrate.ts';
import { addTrustedRoot, readTrustedRoots } from '../trusted-root.ts';

const at = instant.parse('2026-03-17T08:00:00.000Z');
let db: WritableDb;
let dispose: () => void;
beforeEach(() => {
  ({ db, dispose } = openBefore(200));
});
afterEach(() => dispose());
const rate = (perMille: number, months = 6) => insertionFields.parse({ code: 'RNCP36912', year: 2025, months, perMille, source: 'Enquête', on: '2026-02-01' });

test('a store migrates with what it had, and a rate entered again supersedes the one before, which stays', () => {
  addTrustedRoot(db, 'a'.repeat(64), Buffer.from('root'), at);
  migrate(db);
  expect(readTrustedRoots(db)).toHaveLength(1);
  expect(readInsertion(db)).toEqual([]);
  for (const each of [rate(667), rate(900, 24), rate(700)]) insertInsertion(db, each, at);
  expect(readInsertion(db)).toEqual([rate(700), rate(900, 24)]);
  expect(db.prepare('SELECT count(*) AS n FROM insertion_rate').get()).toEqual({ n: 3 });
  expect(() => db.exec('UPDATE insertion_rate SET per_mille = 1')).toThrow('never changed');
  expect(() => db.exec('DELETE FROM insertion_rate')).toThrow('never deleted');
  const plan = db.prepare<[], { detail: string }>('EXPLAIN QUERY PLAN SELECT max(seq) FROM insertion_rate WHERE code = ? AND year = ? AND months = ?');
  expect(JSON.stringify(plan.all(...(['a', 1, 6] as unknown as [])))).toContain('insertion_rate_of');
});
