// `npm test`: provides what is missing, runs the tests that need no window, then those that do; ends on one line of totals.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeWords } from '../words/runtime.ts';
import { buildApp } from './build.ts';
import { cutPrefix, readSilence, type Silence } from './network/cut.ts';
import { packageApp } from './package.ts';
import { asScript, follow } from './runtime/command.ts';
import { cutNeeds, judgeNeeds, offerDebian, spellingNeeds, writerNeeds } from './runtime/debian.ts';
import { screenPrefix } from './runtime/display.ts';
import { ensureElectron } from './runtime/electron.ts';
import { layScratch } from './runtime/scratch.ts';

type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number };

const repository = join(import.meta.dirname, '..');
const artifacts = join(repository, 'artifacts');
const bin = (name: string): string => join(repository, 'node_modules', name);
const long = process.argv.includes('--long');

await asScript(async () => {
  const runtime = await ensureElectron();
  const screen = screenPrefix();
  offerDebian([...judgeNeeds, ...writerNeeds, ...cutNeeds, ...spellingNeeds]);
  mkdirSync(artifacts, { recursive: true });
  console.error(runtimeWords.building);
  await buildApp();
  const packaged = await packageApp(runtime);
  // The long run writes on the disk, as a person's program does.
  const scratch = long ? null : layScratch();
  process.once('exit', () => scratch?.dispose());
  const env = {
    ...(scratch === null ? {} : { TMPDIR: scratch.folder }),
    DELIBERE_ELECTRON: runtime.program,
    DELIBERE_OPEN: packaged.open,
    DELIBERE_HARDENED: packaged.hardened,
    ...(screen.length > 0 ? { DELIBERE_SCREENS: 'own' } : {}),
    ...(long ? { DELIBERE_LONG: '1' } : {}),
  };

  const unitReport = join(artifacts, 'vitest.json');
  const windowReport = join(artifacts, 'playwright.json');
  const [cutReport, netLogs] = [join(artifacts, 'network.json'), join(artifacts, 'network')];
  for (const report of [unitReport, windowReport, cutReport, netLogs]) rmSync(report, { force: true, recursive: true });
  mkdirSync(netLogs);
  const units = await follow(
    process.execPath,
    [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    env,
  );
  const [command = process.execPath, ...args] = [...cutPrefix(cutReport), ...screen, process.execPath, bin('@playwright/test/cli.js'), 'test'];
  // Every journey runs without a network where the kernel allows it, and Chromium keeps a log of what it asked of one.
  const windows = await follow(command, args, { ...env, DELIBERE_NETLOG: netLogs });
  const silence = readSilence(cutReport, netLogs);
  for (const line of runtimeWords.silence(silence)) console.log(line);

  const totals = [readVitest(unitReport), readPlaywright(windowReport), countSilence(silence)].reduce(add);
  const red = units !== 0 || windows !== 0 || totals.failed > 0 || totals.passed === 0;
  // A runner that died before counting is a failure of its own.
  const failed = red && totals.failed === 0 ? 1 : totals.failed;
  console.log(`\n${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
  return red ? 1 : 0;
});

function readVitest(file: string): Totals {
  const report = read(file) as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number; numTodoTests?: number };
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0, skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0) };
}

function readPlaywright(file: string): Totals {
  const { stats } = read(file) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } };
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), skipped: stats?.skipped ?? 0 };
}

/** Two promises: no frame left the namespace (skipped without one), and no log of Chromium names anyone. */
function countSilence({ cut, logs, contacts }: Silence): Totals {
  const silent = contacts.length === 0 && logs > 0;
  return { passed: silent ? (cut ? 2 : 1) : 0, failed: silent ? 0 : 1, skipped: silent && !cut ? 1 : 0 };
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
