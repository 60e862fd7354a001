// `npm run test:hostile`: everything hostile, catalogue by catalogue; ends with one line of totals for each. `--no-window` leaves out what needs a window.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { asScript, follow } from './runtime/command.ts';
import { screenPrefix } from './runtime/display.ts';
import { ensureElectron } from './runtime/electron.ts';

const repository = join(import.meta.dirname, '..');
const bin = (name: string): string => join(repository, 'node_modules', name);

/** Each catalogue with the tests that run it. */
const catalogues: readonly (readonly [name: string, files: readonly string[]])[] = [
  ['tables: CSV and XLSX', ['documents/imports/hostile-tables.test.ts', 'documents/imports/table.test.ts', 'tests/fixtures/hostile/tables.test.ts']],
  [
    'zips and folders of dossiers',
    ['documents/imports/intake.hostile.test.ts', 'tests/fixtures/hostile/zips.test.ts', 'tests/fixtures/hostile/folders.test.ts'],
  ],
  ['pipes and devices', ['documents/imports/special-files.test.ts']],
  ['XML of fiches', ['documents/imports/fiche/hostile.test.ts', 'documents/imports/fiche/split.test.ts']],
  ['XML of reports', ['documents/exports/cpf-report.test.ts']],
  ['bags', ['documents/archive/bags.test.ts', 'tests/fixtures/bags/bags.test.ts']],
  ['archives', ['documents/archive/hostile.test.ts', 'documents/archive/locked.test.ts', 'documents/archive/mutations.test.ts']],
  [
    'minutes',
    [
      'documents/signature/attacks-',
      'documents/signature/hostile.test.ts',
      'documents/signature/imported-attacks.test.ts',
      'documents/signature/insider.test.ts',
      'documents/signature/outsider.test.ts',
    ],
  ],
  ['carried sessions', ['requests/transfer-hostile.test.ts']],
  ['inputs of the fuzzer', ['tests/fuzz']],
];

interface Count {
  readonly held: number;
  readonly broken: number;
  readonly skipped: number;
}

const read = (file: string): Record<string, unknown> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
};

await asScript(async () => {
  const place = mkdtempSync(join(tmpdir(), 'delibere-hostile-'));
  const totals: (readonly [string, Count])[] = [];
  let red = 0;
  try {
    for (const [name, files] of catalogues) {
      const report = join(place, 'units.json');
      const code = await follow(process.execPath, [
        bin('vitest/vitest.mjs'),
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...files,
      ]);
      const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = read(report) as Record<string, number>;
      const broken = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
      totals.push([name, { held: numPassedTests, broken, skipped: numPendingTests }]);
      red += broken;
      rmSync(report, { force: true });
    }
    if (!process.argv.includes('--no-window')) {
      const runtime = await ensureElectron();
      await buildApp();
      const report = join(repository, 'artifacts', 'playwright.json');
      rmSync(report, { force: true });
      const env = { DELIBERE_ELECTRON: runtime.program, DELIBERE_LONG: '1' };
      const [command = process.execPath, ...args] = [...screenPrefix(), process.execPath, bin('@playwright/test/cli.js'), 'test', 'tests/security/foreign'];
      const code = await follow(command, args, env);
      const stats = read(report)['stats'] as { expected?: number; unexpected?: number; skipped?: number } | undefined;
      const broken = code !== 0 ? Math.max(1, stats?.unexpected ?? 0) : 0;
      totals.push(['foreign files in the window, which stays alive', { held: stats?.expected ?? 0, broken, skipped: stats?.skipped ?? 0 }]);
      red += broken;
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  for (const [name, { held, broken, skipped }] of totals)
    console.log(`${name}: ${held} refused or shown harmlessly, ${broken} let through${skipped === 0 ? '' : `, ${skipped} left out`}`);
  return red === 0 ? 0 : 1;
});
