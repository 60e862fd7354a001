import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import type { SessionId } from '../domain/ids.ts';
import { instantFrom } from '../domain/time.ts';
import { staying, travelling } from '../db/transfer.ts';
import { checkChain, readActs, readChain } from '../db/journal.ts';
import { openStore } from '../db/open.ts';
import { readPieceBytes, readPieces } from '../db/piece.ts';
import { readRegister } from '../db/register.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk, TestDialogs } from '../tests/fixtures/desk.ts';
import { openDesk, type Desk } from './desk.ts';
import type { Tools } from './office.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const secret = 'brume tambour oseille onze';
const root = mkdtempSync(join(tmpdir(), 'delibere-travel-'));
let sessionId: SessionId;

interface Laptop {
  readonly desk: Desk;
  readonly dialogs: TestDialogs;
  readonly folder: string;
  readonly demonstration: string;
}

let laptops = 0;
const laptop = (from?: string): Laptop => {
  laptops += 1;
  const [rank, folder, demonstration] = [laptops, join(root, `store-${laptops}`), join(root, `demonstration-${laptops}`)];
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  const dialogs = new TestDialogs(root);
  let present = Date.parse('2026-03-17T12:00:00.000Z') + rank * 1e6;
  const tools: Tools = {
    ...bench.tools,
    dialogs,
    storeFolder: folder,
    demonstrationFolder: demonstration,
    clock: { now: () => instantFrom((present += 1000)) },
    ids: { next: () => `L${rank}-${bench.tools.ids.next()}`, random: bench.tools.ids.random },
  };
  return { desk: openDesk(tools), dialogs, folder, demonstration };
};

beforeAll(async () => {
  const clock = new ScriptClock(scenario.clock.preparedAt);
  const desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  sessionId = await day.prepare();
  desk.close();
}, 90_000);
afterAll(() => {
  bench.dispose();
  rmSync(root, { recursive: true, force: true });
});

let a: Laptop;
let b: Laptop;
beforeEach(async () => {
  a = laptop(bench.tools.demonstrationFolder);
  b = laptop();
  await askOf(() => a.desk)('store.unlock', { passphrase: scenario.passphrase });
  await askOf(() => b.desk)('store.create', { passphrase: 'une autre phrase de passe' });
});
afterEach(() => {
  a.desk.close();
  b.desk.close();
});

const ask = (at: Laptop) => askOf(() => at.desk);
const leave = async (from: Laptop, to = 'Portable du jury'): Promise<Uint8Array> => {
  const { fileName } = await ask(from)('transfer.leave', { sessionId, to, secret, pin: scenario.leadPin });
  const bytes = from.dialogs.written.get(fileName);
  if (!bytes) throw new Error('nothing written');
  return bytes;
};
const receive = async (at: Laptop, bytes: Uint8Array, phrase = secret, replace: { reason: string; pin: string } | null = null) => {
  at.dialogs.offer('session.delibere', bytes);
  const { handle } = await ask(at)('transfer.choose', {});
  return at.desk.ask('transfer.receive', { handle, secret: phrase, replace });
};
const note = (at: Laptop, place: string) => at.desk.ask('session.acknowledge', { sessionId, remark: place, reason: 'relu' });
/** The remarks acknowledged at a laptop by this test. */
const notesOf = async (at: Laptop): Promise<string[]> =>
  (await ask(at)('session.get', { sessionId })).acknowledged.map(({ remark }) => remark).filter((remark) => remark !== 'block-count');
const look = <Value>(at: Laptop, passphrase: string, read: (store: Extract<ReturnType<typeof openStore>, { ok: true }>['value']) => Value): Value => {
  at.desk.close();
  const opened = openStore(at.folder, passphrase, { now: () => instantFrom(Date.parse('2026-03-18T08:00:00.000Z')) });
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    return read(opened.value);
  } finally {
    opened.value.close();
  }
};
const phraseOfB = 'une autre phrase de passe';

test('every table that speaks of a session is said to travel or to stay', () => {
  look(a, scenario.passphrase, ({ db }) => {
    const tables = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => name);
    const speaking = tables.filter((table) =>
      (db.pragma(`foreign_key_list(${table})`) as { table: string }[]).some((link) => ['session', 'candidate', 'juror', 'event'].includes(link.table)),
    );
    const known = new Set([...travelling.map(([table]) => table), ...staying]);
    expect(speaking.filter((table) => !known.has(table))).toEqual([]);
  });
});

test('a session goes to another laptop and comes back with what was done there; it is only read where it is away', async () => {
  const file = await leave(a);
  expect(await note(a, 'ici')).toMatchObject({ ok: false, error: { code: 'session-checked-out', facts: { to: 'Portable du jury' } } });
  expect((await ask(a)('session.list', {}))[0]?.away).toMatchObject({ to: 'Portable du jury' });
  expect(await receive(b, file)).toMatchObject({ ok: true, value: { kind: 'adopted' } });
  const there = await ask(b)('session.get', { sessionId });
  expect(there).toEqual({ ...(await ask(a)('session.get', { sessionId })), demonstrationCodes: there.demonstrationCodes, jurors: there.jurors });
  const before = await ask(b)('journal.get', { sessionId });
  await note(b, 'la-bas');
  const back = await leave(b, 'Bureau');
  expect(await note(b, 'encore')).toMatchObject({ ok: false, error: { code: 'session-checked-out' } });
  expect(before).toBeDefined();
  const returned = await receive(a, back);
  expect(returned).toMatchObject({ ok: true, value: { kind: 'returned' } });
  expect(await notesOf(a)).toContain('la-bas');
  expect(await note(a, 'de retour')).toMatchObject({ ok: true });
  const pieces = look(a, scenario.passphrase, ({ db, folder, key }) => {
    expect(checkChain(db, sessionId)).toBe(true);
    expect(readRegister(db).map(({ entry }) => entry.kind)).toEqual(['transferLeft', 'transferReceived']);
    return readPieces(db, sessionId).map(({ id }) => readPieceBytes(db, folder, key, id) !== null);
  });
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces.every(Boolean)).toBe(true);
  look(b, phraseOfB, ({ db, folder, key }) => {
    expect(readPieces(db, sessionId).every(({ id }) => readPieceBytes(db, folder, key, id) !== null)).toBe(true);
  });
}, 300_000);

test('a session taken back meanwhile makes the returning file a conflict: shown with both sides, merged never, replaced only on a word', async () => {
  await receive(b, await leave(a));
  expect(await a.desk.ask('transfer.takeBack', { sessionId, reason: 'le portable est perdu', pin: '0000' })).toMatchObject({ ok: false });
  await ask(a)('transfer.takeBack', { sessionId, reason: 'le portable est perdu', pin: scenario.leadPin });
  await note(a, 'ici');
  await note(b, 'la-bas');
  await note(b, 'la-bas encore');
  const file = await leave(b);
  const shown = await receive(a, file);
  expect(shown).toMatchObject({ ok: true, value: { kind: 'conflict', conflict: { why: 'diverged', here: { since: 1 }, file: { since: 2 } } } });
  expect(await notesOf(a)).toEqual(['ici']);
  expect(await receive(a, file, secret, { reason: 'celui du jury fait foi', pin: '0000' })).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  const replaced = await receive(a, file, secret, { reason: 'celui du jury fait foi', pin: scenario.leadPin });
  expect(replaced).toMatchObject({ ok: true, value: { kind: 'replaced' } });
  expect(await notesOf(a)).toEqual(['la-bas', 'la-bas encore']);
  expect(readdirSync(join(a.folder, 'sauvegardes')).filter((name) => name.endsWith('_transfert'))).toHaveLength(1);
  expect(await receive(a, file)).toMatchObject({ ok: false, error: { code: 'transfer-received' } });
}, 300_000);

test('a file that answers another leaving than the one awaited is a conflict, even when it extends what is here', async () => {
  await receive(b, await leave(a));
  await ask(a)('transfer.takeBack', { sessionId, reason: 'essai', pin: scenario.leadPin });
  await leave(a, 'Un troisième ordinateur');
  await note(b, 'la-bas');
  expect(await receive(a, await leave(b))).toMatchObject({ ok: true, value: { kind: 'conflict', conflict: { why: 'notAwaited' } } });
}, 300_000);

test('each way of not being received has its name, and nothing is adopted', async () => {
  const file = await leave(a);
  expect(await receive(a, file)).toMatchObject({ ok: false, error: { code: 'transfer-own' } });
  expect(await receive(b, file, 'une phrase qui n’est pas la bonne')).toMatchObject({ ok: false, error: { code: 'age-passphrase-wrong' } });
  expect(await receive(b, Buffer.from('pas un fichier'))).toMatchObject({ ok: false, error: { code: 'transfer-not-ours' } });
  const flipped = Buffer.from(file);
  flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
  for (const wrong of [flipped, file.subarray(0, file.length - 40), file.subarray(0, file.length >> 1)])
    expect(await receive(b, wrong)).toMatchObject({ ok: false, error: { code: 'age-damaged' } });
  expect(await ask(b)('session.list', {})).toEqual([]);
  expect(readdirSync(join(b.folder, 'pieces'))).toEqual([]);
  await ask(b)('store.lock', {});
  expect(await receive(b, file)).toMatchObject({ ok: false, error: { code: 'store-locked' } });
}, 300_000);

test('a session of demonstration stays out of a real store, and a store of another organism takes none', async () => {
  const shown = laptop();
  cpSync(bench.tools.demonstrationFolder, shown.demonstration, { recursive: true });
  await ask(shown)('store.openDemonstration', {});
  expect(await receive(b, await leave(shown))).toMatchObject({ ok: false, error: { code: 'transfer-demonstration' } });
  shown.desk.close();
}, 300_000);

test('a disk that refuses the file leaves the session here, written as before', async () => {
  a.dialogs.full = 'ENOSPC';
  expect(await a.desk.ask('transfer.leave', { sessionId, to: 'Portable', secret, pin: scenario.leadPin })).toMatchObject({
    ok: false,
    error: { code: 'file-not-written', facts: { cause: 'full' } },
  });
  expect(await note(a, 'ici')).toMatchObject({ ok: true });
});

test('nothing of a file is readable without its phrase, and Debian’s age reads what it is', async () => {
  const file = Buffer.from(await leave(a));
  const names = look(a, scenario.passphrase, ({ db }) => [
    ...readActs(db, sessionId).map(({ at }) => at),
    ...readChain(db, sessionId).map(({ digest }) => digest),
  ]);
  for (const text of [...names, sessionId, 'delibere-transfer', 'familyName', '%PDF']) expect(file.includes(text)).toBe(false);
  expect(file.subarray(0, 22).toString('latin1')).toBe('age-encryption.org/v1\n');
  expect(statSync(root).isDirectory()).toBe(true);
  expect(spawnSync('age', ['--version']).status).toBe(0);
});
