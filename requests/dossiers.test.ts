import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionId } from '../domain/ids.ts';
import { decryptFile } from '../documents/age/age.ts';
import { unzip } from '../documents/archive/unzip.ts';
import { verifyFile } from '../documents/archive/verify-file.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { newIdentity } from '../tests/fixtures/age-identity.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { endOf } from '../tests/fixtures/work.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const clock = new ScriptClock(scenario.clock.preparedAt);
const ask = askOf(() => desk);
const lock = { kind: 'passphrase', passphrase: 'une phrase secrète d’essai' } as const;
const name = 'Dossiers 2026-014-DEMO.zip.age';
const tools = ['age', 'unzip', 'sha512sum'].every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);
let desk: Desk;
let sessionId: SessionId;
let earlyRefusals: readonly unknown[] = [];

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const opened = async (bytes: Uint8Array, key: Parameters<typeof decryptFile>[1]): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of decryptFile(once(bytes), key)) parts.push(part);
  return Buffer.concat(parts);
};

const writtenFile = (): Buffer => Buffer.from(bench.dialogs.written.get(name) ?? new Uint8Array());

/** A recipient whose key nobody keeps: it costs no derivation of a passphrase. */
const someone = async () => ({ kind: 'recipient', recipient: (await newIdentity()).recipient }) as const;

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  earlyRefusals = [await desk.ask('dossiers.write', { sessionId, lock }), await desk.ask('dossiers.state', { sessionId })];
  await day.open();
  await day.deliberate();
  await day.sign();
}, 120_000);
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('nothing is written before the closing, nor to a key badly copied', async () => {
  for (const refusal of earlyRefusals) expect(refusal).toMatchObject({ ok: false, error: { code: 'session-not-closed' } });
  const unfit = { kind: 'recipient', recipient: 'age1abc' } as const;
  expect(await desk.ask('dossiers.write', { sessionId, lock: unfit })).toMatchObject({ ok: false, error: { code: 'age-recipient-unfit' } });
  expect(bench.dialogs.written.has(name)).toBe(false);
  // Closed on 17 March 2026 in Paris: 60 days to appeal end on 16 May, and twelve months more on 16 May 2027 (domain.md, 11).
  const state = await ask('dossiers.state', { sessionId });
  expect(state).toMatchObject({ keepUntil: '2027-05-16', written: null });
  expect([state.pieces > 0, state.bytes > 0]).toEqual([true, true]);
});

test('a stop leaves no file, no entry and no bag, and the dossiers are written afterwards', async () => {
  const started = await ask('dossiers.write', { sessionId, lock: await someone() });
  await ask('work.cancel', { work: started.work });
  expect(bench.dialogs.written.has(name)).toBe(false);
  expect((await ask('dossiers.state', { sessionId })).written).toBeNull();
  const left = readdirSync(join(bench.tools.storeFolder, '..'), { recursive: true }).map(String);
  expect(left.filter((path) => /written-.*file/.test(path))).toEqual([]);
});

test('the dossiers of a closed session are written encrypted, and open again with their passphrase alone', async () => {
  const started = await ask('dossiers.write', { sessionId, lock });
  expect(started.fileName).toBe(name);
  expect(await endOf(desk, started)).toEqual({ kind: 'done' });
  const closed = writtenFile();
  expect([closed.subarray(0, 21).toString(), closed.includes('bag-info.txt')]).toEqual(['age-encryption.org/v1', false]);
  const plain = await opened(closed, lock);
  expect(await verifyFile(plain, { name: 'dossiers.zip' })).toMatchObject({ kind: 'dossiers', level: 'whole', faults: [] });
  const files = await unzip(plain);
  const manifest = files.get('dossiers-2026-014-DEMO/manifest-sha512.txt') ?? Buffer.alloc(0);
  const { written, pieces } = await ask('dossiers.state', { sessionId });
  expect(written).toMatchObject({ fileName: name, manifestSha512: createHash('sha512').update(manifest).digest('hex') });
  expect([...files.keys()].filter((path) => path.includes('/data/dossiers/'))).toHaveLength(pieces);
  expect(files.get('dossiers-2026-014-DEMO/bag-info.txt')?.toString('utf8')).toContain('\nConservation-Jusqu-Au: 2027-05-16\n');
  const told = await ask('journal.get', { sessionId });
  expect(JSON.stringify(told)).toContain(name);
});

test('the archive then names the bag of the dossiers, and is established', async () => {
  const { written } = await ask('dossiers.state', { sessionId });
  const { verdict, fileName } = await archived(ask, sessionId);
  expect(verdict.level).toBe('established');
  const files = await unzip(bench.dialogs.written.get(fileName) ?? new Uint8Array());
  const cited = files.get('session-2026-014-DEMO/data/dossiers.json')?.toString('utf8') ?? '{}';
  expect(JSON.parse(cited)).toEqual({ format: 'delibere-dossiers', version: 1, manifestSha512: written?.manifestSha512 });
  expect((await ask('archive.state', { sessionId })).archived?.namesDossiers).toBe(true);
});

test.skipIf(!tools)('Debian’s age opens it for its recipient, then unzip and sha512sum accept it (skipped without them)', async () => {
  const { identity, recipient } = await newIdentity();
  const started = await ask('dossiers.write', { sessionId, lock: { kind: 'recipient', recipient } });
  expect(await endOf(desk, started)).toEqual({ kind: 'done' });
  expect((await ask('archive.state', { sessionId })).archived?.namesDossiers).toBe(false);
  const place = join(bench.tools.storeFolder, '..');
  const [key, closed, zip] = ['key.txt', 'd.zip.age', 'd.zip'].map((file) => join(place, file)) as [string, string, string];
  writeFileSync(key, `${identity}\n`, { mode: 0o600 });
  writeFileSync(closed, writtenFile());
  execFileSync('age', ['-d', '-i', key, '-o', zip, closed]);
  execFileSync('unzip', ['-q', zip, '-d', place]);
  const bag = join(place, 'dossiers-2026-014-DEMO');
  for (const list of ['manifest-sha512.txt', 'tagmanifest-sha512.txt'])
    expect(spawnSync('sha512sum', ['-c', '--strict', '--quiet', list], { cwd: bag }).status).toBe(0);
  const manifest = readFileSync(join(bag, 'manifest-sha512.txt'));
  expect((await ask('dossiers.state', { sessionId })).written?.manifestSha512).toBe(createHash('sha512').update(manifest).digest('hex'));
});

test('a piece that a disk damaged is named, and nothing is written', async () => {
  bench.dialogs.written.clear();
  const before = await ask('dossiers.state', { sessionId });
  const folder = join(bench.tools.demonstrationFolder);
  const pieces = readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => /pieces/.test(path) && statSync(path).isFile());
  const [damaged = ''] = pieces;
  const bytes = readFileSync(damaged);
  const middle = Math.floor(bytes.length / 2);
  writeFileSync(damaged, Buffer.concat([bytes.subarray(0, middle), Buffer.from([(bytes[middle] ?? 0) ^ 1]), bytes.subarray(middle + 1)]));
  const started = await ask('dossiers.write', { sessionId, lock: await someone() });
  expect(await endOf(desk, started)).toMatchObject({
    kind: 'failed',
    error: { code: 'piece-damaged', facts: { candidate: expect.any(String), name: expect.any(String) } },
  });
  expect(bench.dialogs.written.has(name)).toBe(false);
  expect(await ask('dossiers.state', { sessionId })).toEqual(before);
  writeFileSync(damaged, bytes);
});
