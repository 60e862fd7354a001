import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { staying, travelling } from '../db/transfer.ts';
import { checkChain, readActs, readChain } from '../db/journal.ts';
import { readPieceBytes, readPieces } from '../db/piece.ts';
import { readRegister } from '../db/register.ts';
import { askOf } from '../tests/fixtures/desk.ts';
import { Laptops, phraseOfEmpty, type Laptop } from '../tests/fixtures/laptops.ts';

const laptops = new Laptops();
const { scenario } = laptops;

beforeAll(() => laptops.prepare(), 90_000);
afterAll(() => laptops.dispose());

let a: Laptop;
let b: Laptop;
beforeEach(async () => {
  [a, b] = [await laptops.take('prepared'), await laptops.take('empty')];
});
afterEach(() => laptops.stopAll());

const ask = (at: Laptop) => askOf(() => at.desk);
const leave = (from: Laptop, to?: string): Promise<Uint8Array> => laptops.leave(from, to);
const receive = (at: Laptop, bytes: Uint8Array, phrase?: string, replace: { reason: string; pin: string } | null = null) =>
  laptops.receive(at, bytes, { ...(phrase === undefined ? {} : { phrase }), replace });
const look: Laptops['look'] = (at, passphrase, read) => laptops.look(at, passphrase, read);
const note = (at: Laptop, place: string) => at.desk.ask('session.acknowledge', { sessionId: laptops.sessionId, remark: place, reason: 'relu' });
/** The remarks acknowledged at a laptop by this test. */
const notesOf = async (at: Laptop): Promise<string[]> =>
  (await ask(at)('session.get', { sessionId: laptops.sessionId })).acknowledged.map(({ remark }) => remark).filter((remark) => remark !== 'block-count');

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
  const there = await ask(b)('session.get', { sessionId: laptops.sessionId });
  expect(there).toEqual({
    ...(await ask(a)('session.get', { sessionId: laptops.sessionId })),
    demonstrationCodes: there.demonstrationCodes,
    jurors: there.jurors,
  });
  const before = await ask(b)('journal.get', { sessionId: laptops.sessionId });
  await note(b, 'la-bas');
  const back = await leave(b, 'Bureau');
  expect(await note(b, 'encore')).toMatchObject({ ok: false, error: { code: 'session-checked-out' } });
  expect(before).toBeDefined();
  const returned = await receive(a, back);
  expect(returned).toMatchObject({ ok: true, value: { kind: 'returned' } });
  expect(await notesOf(a)).toContain('la-bas');
  expect(await note(a, 'de retour')).toMatchObject({ ok: true });
  const pieces = look(a, scenario.passphrase, ({ db, folder, key }) => {
    expect(checkChain(db, laptops.sessionId)).toBe(true);
    expect(readRegister(db).map(({ entry }) => entry.kind)).toEqual(['transferLeft', 'transferReceived']);
    return readPieces(db, laptops.sessionId).map(({ id }) => readPieceBytes(db, folder, key, id) !== null);
  });
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces.every(Boolean)).toBe(true);
  look(b, phraseOfEmpty, ({ db, folder, key }) => {
    expect(readPieces(db, laptops.sessionId).every(({ id }) => readPieceBytes(db, folder, key, id) !== null)).toBe(true);
  });
}, 300_000);

test('a session taken back meanwhile makes the returning file a conflict: shown with both sides, merged never, replaced only on a word', async () => {
  const files = readdirSync(join(a.folder, 'pieces')).sort();
  await receive(b, await leave(a));
  expect(await a.desk.ask('transfer.takeBack', { sessionId: laptops.sessionId, reason: 'le portable est perdu', pin: '0000' })).toMatchObject({ ok: false });
  await ask(a)('transfer.takeBack', { sessionId: laptops.sessionId, reason: 'le portable est perdu', pin: scenario.leadPin });
  await note(a, 'ici');
  await note(b, 'la-bas');
  await note(b, 'la-bas encore');
  const file = await leave(b);
  const shown = await receive(a, file);
  expect(shown).toMatchObject({ ok: true, value: { kind: 'conflict', conflict: { why: 'diverged', here: { since: 1 }, file: { since: 2 } } } });
  expect(await notesOf(a)).toEqual(['ici']);
  expect(await receive(a, file, undefined, { reason: 'celui du jury fait foi', pin: '0000' })).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  const replaced = await receive(a, file, undefined, { reason: 'celui du jury fait foi', pin: scenario.leadPin });
  expect(replaced).toMatchObject({ ok: true, value: { kind: 'replaced' } });
  expect(await notesOf(a)).toEqual(['la-bas', 'la-bas encore']);
  const backups = readdirSync(join(a.folder, 'sauvegardes')).filter((name) => name.endsWith('_transfert'));
  expect(backups).toHaveLength(1);
  // The pieces are the same on both sides: their files stay where the backup's rows look for them.
  const [backup = ''] = backups;
  expect(existsSync(join(a.folder, 'sauvegardes', backup, 'pieces'))).toBe(false);
  expect(readdirSync(join(a.folder, 'pieces')).sort()).toEqual(files);
  expect(await receive(a, file)).toMatchObject({ ok: false, error: { code: 'transfer-received' } });
}, 300_000);

test('a file that answers another leaving than the one awaited is a conflict, even when it extends what is here', async () => {
  await receive(b, await leave(a));
  await ask(a)('transfer.takeBack', { sessionId: laptops.sessionId, reason: 'essai', pin: scenario.leadPin });
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
  const shown = await laptops.take('empty');
  await ask(shown)('store.lock', {});
  cpSync(laptops.bench.tools.demonstrationFolder, shown.demonstration, { recursive: true });
  await ask(shown)('store.openDemonstration', {});
  expect(await receive(b, await leave(shown))).toMatchObject({ ok: false, error: { code: 'transfer-demonstration' } });
}, 300_000);

test('a disk that refuses the file leaves the session here, written as before', async () => {
  a.dialogs.full = 'ENOSPC';
  expect(await laptops.tryLeave(a, 'Portable')).toMatchObject({
    ok: false,
    error: { code: 'file-not-written', facts: { cause: 'full' } },
  });
  expect(await note(a, 'ici')).toMatchObject({ ok: true });
});

test('nothing of a file is readable without its phrase, and Debian’s age reads what it is', async () => {
  const file = Buffer.from(await leave(a));
  const names = look(a, scenario.passphrase, ({ db }) => [
    ...readActs(db, laptops.sessionId).map(({ at }) => at),
    ...readChain(db, laptops.sessionId).map(({ digest }) => digest),
  ]);
  for (const text of [...names, laptops.sessionId, 'delibere-transfer', 'familyName', '%PDF']) expect(file.includes(text)).toBe(false);
  expect(file.subarray(0, 22).toString('latin1')).toBe('age-encryption.org/v1\n');
  expect(spawnSync('age', ['--version']).status).toBe(0);
});

test('a leaving that the person stops leaves no file, and the session stays here; while it runs the session is only read', async () => {
  const { sessionId } = laptops;
  const started = await ask(a)('transfer.leave', { sessionId, to: 'Portable', secret: 'brume tambour oseille onze', pin: scenario.leadPin });
  expect(await note(a, 'trop tard')).toMatchObject({ ok: false, error: { code: 'session-checked-out' } });
  expect(await a.desk.ask('transfer.takeBack', { sessionId, reason: 'non', pin: scenario.leadPin })).toMatchObject({
    ok: false,
    error: { code: 'transfer-running' },
  });
  await ask(a)('work.cancel', { work: started.work });
  expect([...a.dialogs.written.keys()]).toEqual([]);
  expect(await note(a, 'ici')).toMatchObject({ ok: true });
  expect((await ask(a)('transfer.status', { sessionId })).away).toBeNull();
  expect(await receive(b, await leave(a))).toMatchObject({ ok: true, value: { kind: 'adopted' } });
});

test('a receiving that the person stops, or whose store is locked meanwhile, changes nothing', async () => {
  const file = await leave(a);
  b.dialogs.offer('session.delibere', file);
  const { handle } = await ask(b)('transfer.choose', {});
  const started = await ask(b)('transfer.receive', { handle, secret: 'brume tambour oseille onze', replace: null });
  await ask(b)('work.cancel', { work: started.work });
  expect(await ask(b)('session.list', {})).toEqual([]);
  const files = join(b.folder, 'pieces');
  expect(existsSync(files) ? readdirSync(files) : []).toEqual([]);
  const again = await ask(b)('transfer.receive', { handle, secret: 'brume tambour oseille onze', replace: null });
  await ask(b)('store.lock', {});
  expect(await b.desk.ask('work.get', { work: again.work })).toMatchObject({ ok: false });
  await ask(b)('store.unlock', { passphrase: phraseOfEmpty });
  expect(await ask(b)('session.list', {})).toEqual([]);
});
