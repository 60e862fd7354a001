import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScenario } from '../requests/scenario.ts';
import { hasLibreOffice } from '../tests/fixtures/libreoffice.ts';
import { openedByLibreOffice } from '../tests/fixtures/opened.ts';
import { layResources } from './resources.ts';

const folder = mkdtempSync(join(tmpdir(), 'delibere-demo-test-'));
const at = (name: string): string => join(folder, 'out', name);
const there = (program: string): boolean => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;
let numbers: readonly string[] = [];

beforeAll(() => {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'demo.ts'), '--out', join(folder, 'out')], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  numbers = Object.keys(readScenario(layResources(join(folder, 'resources'))).expected.outcomes);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!there('unzip'))(
  'the demonstration writes its letters in one zip that another program opens: one notification for each candidate (skipped without unzip)',
  () => {
    expect(spawnSync('unzip', ['-tqq', at('courriers.zip')]).status).toBe(0);
    const names = spawnSync('unzip', ['-Z1', at('courriers.zip')], { encoding: 'utf8' }).stdout.split('\n');
    for (const number of numbers) expect(names.filter((name) => name.startsWith(`Notifications/Notification ${number} `))).toHaveLength(1);
    expect(names).toContain('Synthèse 2026-014-DEMO.pdf');
  },
);

test('the demonstration writes its results, whose rows are the candidates', () => {
  const rows = readFileSync(at('resultats.csv'), 'utf8').trimEnd().split('\r\n');
  expect(rows).toHaveLength(numbers.length + 1);
  expect(readFileSync(at('resultats.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

test.skipIf(!hasLibreOffice())(
  'both files of results open in LibreOffice with the same cells (skipped without LibreOffice)',
  () => {
    const [csv, book] = (['csv', 'xlsx'] as const).map((form) => openedByLibreOffice(readFileSync(at(`resultats.${form}`)), form));
    const said = (rows: typeof csv) => rows?.map((row) => Array.from({ length: 20 }, (_, column) => row[column]?.value ?? ''));
    expect(said(book)).toEqual(said(csv));
    expect(book?.slice(1).map((row) => row[4]?.value)).toEqual(numbers);
  },
  180_000,
);
