import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChain } from '../db/journal.ts';
import { openStore } from '../db/open.ts';
import { purgeMark } from '../db/purge.ts';
import { checkRegister, readRegister } from '../db/register.ts';
import type { SessionId } from '../domain/ids.ts';
import { instantFrom } from '../domain/time.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openTestDesk } from '../tests/fixtures/desk.ts';
import { openDesk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const root = mkdtempSync(join(tmpdir(), 'delibere-cut-'));
const program = join(import.meta.dirname, '..', 'tests', 'fixtures', 'cut-purge.ts');
let sessionId: SessionId;
let copies = 0;

beforeAll(async () => {
  const clock = new ScriptClock(scenario.clock.preparedAt);
  const desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  sessionId = await day.prepare();
  await day.open();
  await day.deliberate();
  await day.sign();
  desk.close();
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  bench.dispose();
});

const copy = (): string => {
  const folder = join(root, `store-${(copies += 1)}`);
  cpSync(bench.tools.demonstrationFolder, folder, { recursive: true });
  return folder;
};

/** Opens the store again after a cut, and says what is left of the purge: all of it, or nothing. */
const judge = (folder: string): 'undone' | 'ended' => {
  let present = Date.parse('2027-06-01T09:00:00.000Z');
  const opened = openStore(folder, scenario.passphrase, { now: () => instantFrom((present += 1000)) });
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  const { many } = db.prepare<[], { many: number }>("SELECT count(*) AS many FROM event_content WHERE kind IN ('opinion', 'reveal', 'round')").get() ?? {
    many: -1,
  };
  const proofs = readRegister(db).filter(({ entry }) => entry.kind === 'purged').length;
  expect(checkChain(db, sessionId)).toBe(true);
  expect(checkRegister(db)).toBe(true);
  expect(db.prepare("SELECT count(*) AS many FROM purge WHERE state = 'running'").get()).toEqual({ many: 0 });
  opened.value.close();
  expect(existsSync(join(folder, purgeMark))).toBe(false);
  const backups = readdirSync(join(folder, 'sauvegardes'));
  expect([many > 0, proofs]).toEqual(many > 0 ? [true, 0] : [false, 1]);
  if (many === 0) expect(backups.filter((name) => name.endsWith('_purge'))).toHaveLength(1);
  if (many === 0) expect(backups.filter((name) => name < '2027')).toEqual([]);
  else expect(backups.some((name) => name < '2027')).toBe(true);
  return many > 0 ? 'undone' : 'ended';
};

test.each([
  ['rows', 'undone'],
  ['finish', 'ended'],
  ['never', 'ended'],
] as const)(
  'a purge killed at "%s" is %s when the store opens again, never half',
  (where, after) => {
    const folder = copy();
    const run = spawnSync(process.execPath, [program, folder, scenario.passphrase, where], { encoding: 'utf8' });
    expect([run.stdout, run.signal]).toEqual(where === 'never' ? ['begun\ndone\n', null] : ['begun\n', 'SIGKILL']);
    expect(judge(folder)).toBe(after);
  },
  60_000,
);

test('a purge killed at any time is undone or ended', async () => {
  const seen: string[] = [];
  for (const delay of [0, 8, 20, 45]) {
    const folder = copy();
    const child = spawn(process.execPath, [program, folder, scenario.passphrase, 'never'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise<void>((resolve) => {
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay));
      child.once('exit', () => resolve());
    });
    seen.push(judge(folder));
  }
  expect(seen).toHaveLength(4);
}, 120_000);
