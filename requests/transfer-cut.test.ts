import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkChain, readChain } from '../db/journal.ts';
import { openStore } from '../db/open.ts';
import { readPieceBytes, readPieces } from '../db/piece.ts';
import { checkRegister } from '../db/register.ts';
import { readSession } from '../db/session.ts';
import { readAway } from '../db/transfer.ts';
import { instantFrom } from '../domain/time.ts';
import { Laptops, phraseOfEmpty } from '../tests/fixtures/laptops.ts';

const laptops = new Laptops();
const { scenario, root } = laptops;
const program = join(import.meta.dirname, '..', 'tests', 'fixtures', 'cut-transfer.ts');
let going: string;

beforeAll(async () => {
  await laptops.prepare();
  const a = await laptops.take('prepared');
  going = join(root, 'aller.delibere');
  writeFileSync(going, await laptops.leave(a));
  laptops.stop(a);
});
afterEach(() => laptops.stopAll());
afterAll(() => laptops.dispose());

const copyOf = (from: string, name: string): string => {
  const folder = join(root, name);
  cpSync(from, folder, { recursive: true });
  return folder;
};
const cut = (what: 'leave' | 'receive', folder: string, passphrase: string, path: string, where: string): NodeJS.Signals | null => {
  const run = spawnSync(process.execPath, [program, what, folder, passphrase, path, where, scenario.leadPin], { encoding: 'utf8' });
  expect(run.stderr, run.stderr).not.toContain('Error');
  return run.signal;
};
/** What a store says of the session once it opens again, after whatever cut. */
const judge = (folder: string, passphrase: string): 'none' | 'here' | 'away' => {
  const opened = openStore(folder, passphrase, { now: () => instantFrom(Date.parse('2026-03-19T08:00:00.000Z')) });
  if (!opened.ok) throw new Error(opened.error.code);
  const { db, key } = opened.value;
  try {
    expect(checkRegister(db)).toBe(true);
    expect(db.prepare('SELECT count(*) AS many FROM copying').get()).toEqual({ many: 0 });
    const { sessionId } = laptops;
    const files = existsSync(join(folder, 'pieces')) ? readdirSync(join(folder, 'pieces')) : [];
    const triggers = db.prepare<[], { many: number }>("SELECT count(*) AS many FROM sqlite_master WHERE type = 'trigger'").get()?.many ?? 0;
    expect(triggers).toBeGreaterThan(100);
    if (readSession(db, sessionId) === null) {
      expect([files, readChain(db, sessionId)]).toEqual([[], []]);
      return 'none';
    }
    expect(checkChain(db, sessionId)).toBe(true);
    const pieces = readPieces(db, sessionId);
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.every(({ id }) => readPieceBytes(db, folder, key, id) !== null)).toBe(true);
    return readAway(db, sessionId) ? 'away' : 'here';
  } finally {
    opened.value.close();
  }
};

test.each(['content', 'named'])(
  'a leaving killed at "%s" keeps the session away, to be taken back, whether or not its file has its name',
  async (where) => {
    const folder = copyOf(laptops.bench.tools.demonstrationFolder, `leave-${where}`);
    const path = join(root, `${where}.delibere`);
    expect(cut('leave', folder, scenario.passphrase, path, where)).toBe('SIGKILL');
    expect(existsSync(path)).toBe(where === 'named');
    expect(judge(folder, scenario.passphrase)).toBe('away');
    if (where !== 'named') return;
    // The file is whole, and may be carried on; here, where it left, it is refused by name.
    const b = await laptops.take('empty');
    expect(await laptops.receive(b, readFileSync(path))).toMatchObject({ ok: true, value: { kind: 'adopted' } });
    const a = await laptops.take({ folder });
    expect(await laptops.receive(a, readFileSync(path))).toMatchObject({ ok: false, error: { code: 'transfer-own' } });
  },
  90_000,
);

const long = process.env['DELIBERE_LONG']
  ? ([
      ['pieces', 'none'],
      ['rows', 'none'],
    ] as const)
  : [];
test.each([...long, ['adopted', 'none'], ['never', 'here']] as const)(
  'a session received for the first time and killed at "%s" is there whole or not at all: %s',
  async (where, after) => {
    const bare = await laptops.take('empty');
    laptops.stop(bare);
    const signal = cut('receive', bare.folder, phraseOfEmpty, going, where);
    expect(signal).toBe(where === 'never' ? null : 'SIGKILL');
    expect(judge(bare.folder, phraseOfEmpty)).toBe(after);
  },
  90_000,
);

test('a return killed in the middle of its rows leaves the session away as it was; the same file is then received, and no act is lost', async () => {
  const { sessionId } = laptops;
  const [a, b] = [await laptops.take('prepared'), await laptops.take('empty')];
  await laptops.receive(b, await laptops.leave(a));
  expect(await b.desk.ask('session.acknowledge', { sessionId, remark: 'la-bas', reason: 'relu' })).toMatchObject({ ok: true });
  const back = join(root, 'retour.delibere');
  writeFileSync(back, await laptops.leave(b, 'Bureau'));
  laptops.stop(a);
  expect(cut('receive', a.folder, scenario.passphrase, back, 'rows')).toBe('SIGKILL');
  expect(judge(a.folder, scenario.passphrase)).toBe('away');
  const again = await laptops.take({ folder: a.folder });
  expect(await laptops.receive(again, readFileSync(back))).toMatchObject({ ok: true, value: { kind: 'returned', acts: 1 } });
  laptops.stop(again);
  expect(judge(again.folder, scenario.passphrase)).toBe('here');
}, 120_000);
