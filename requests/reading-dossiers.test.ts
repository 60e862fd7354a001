import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DossiersRead } from '../domain/reading-dossiers.ts';
import { newIdentity } from '../tests/fixtures/age-identity.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { playSealed } from '../tests/fixtures/rectified.ts';
import { archiveOf, dossiersOf, locked, sealed } from '../tests/fixtures/reread.ts';
import { endOf } from '../tests/fixtures/work.ts';

const bench = openTestDesk();
const ask = askOf(() => bench.desk);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const gone = { ok: false, error: { code: 'not-found' } };
let secret: string;
let pdf: Buffer;
let named: Uint8Array;
let unnamed: Uint8Array;
let bag: Buffer;
let other: Buffer;
let clear: Buffer;

beforeAll(async () => {
  const minute = await sealed(playSealed());
  pdf = Buffer.from(minute.pdf);
  const own = await dossiersOf([
    { candidate: 'complete', fileName: 'Rapport.pdf', bytes: pdf },
    { candidate: 'complete', fileName: 'lisez moi.txt', bytes: Buffer.from('un texte accentué', 'utf8') },
    { candidate: 'aucun', fileName: 'montage.mp4', bytes: Buffer.alloc(3000, 7) },
    { candidate: 'aucun', fileName: 'faux.pdf', bytes: Buffer.from('<script>') },
  ]);
  const stranger = await dossiersOf([{ candidate: 'complete', fileName: 'autre.pdf', bytes: pdf }]);
  const { identity, recipient } = await newIdentity();
  secret = identity;
  const lock = { kind: 'recipient', recipient } as const;
  [bag, other, clear] = [await locked(own.bytes, lock), await locked(stranger.bytes, lock), own.bytes];
  [named, unnamed] = [await archiveOf(minute, [], own.manifestSha512), await archiveOf(minute)];
}, 120_000);
afterAll(() => bench.dispose());

const read = async (archive: Uint8Array): Promise<string> => {
  bench.dialogs.offer('Archive.zip', archive);
  const { work } = await ask('reading.open', { handle: null, name: null, root: null, secret: null });
  await endOf(bench.desk, { work });
  return work;
};
const openBag = async (work: string, bytes: Uint8Array, given: string | null = secret): Promise<DossiersRead> => {
  bench.dialogs.offer('Dossiers.zip.age', bytes);
  const started = await ask('reading.openDossiers', { work, handle: null, name: null, secret: given });
  expect(await endOf(bench.desk, started)).toEqual({ kind: 'done' });
  return ask('reading.dossiers', { work });
};

test('the bag that the archive names is opened: its pieces by candidate, shown when they can be, copied out byte for byte', async () => {
  const work = await read(named);
  expect(await ask('reading.dossiers', { work })).toEqual({ kind: 'none' });
  const view = await openBag(work, bag);
  if (view.kind !== 'open') throw new Error(JSON.stringify(view));
  expect(view.keptUntil).toBe('2027-05-16');
  expect(view.pieces.map(({ candidate, fileName, bytes, shown }) => [candidate, fileName, bytes, shown])).toEqual([
    ['complete', 'Rapport.pdf', pdf.length, true],
    ['complete', 'lisez moi.txt', 18, true],
    ['aucun', 'montage.mp4', 3000, false],
    ['aucun', 'faux.pdf', 8, true],
  ]);
  const [report, text, film, fake] = view.pieces.map(({ path }) => path);
  const shown = await ask('reading.viewPiece', { work, path: report ?? '' });
  expect(sha256(bench.desk.viewing(shown.view) ?? new Uint8Array())).toBe(sha256(pdf));
  expect(bench.desk.view(shown.view)?.type).toBe('application/pdf');
  const next = await ask('reading.viewPiece', { work, path: text ?? '' });
  expect(bench.desk.view(next.view)?.type).toBe('text/plain; charset=utf-8');
  expect(bench.desk.viewing(shown.view)).toBeNull();
  for (const path of [film, fake])
    expect(await bench.desk.ask('reading.viewPiece', { work, path: path ?? '' })).toMatchObject({ ok: false, error: { code: 'piece-not-shown' } });
  const saved = await ask('reading.savePiece', { work, path: film ?? '' });
  expect(await endOf(bench.desk, saved)).toEqual({ kind: 'done' });
  expect(sha256(bench.dialogs.written.get('montage.mp4') ?? new Uint8Array())).toBe(sha256(Buffer.alloc(3000, 7)));
  await ask('reading.close', {});
  expect(bench.desk.viewing(next.view)).toBeNull();
  expect(await bench.desk.ask('reading.viewPiece', { work, path: report ?? '' })).toMatchObject(gone);
  expect(await bench.desk.ask('reading.dossiers', { work })).toMatchObject(gone);
});

test('another bag, one that no archive names, a damaged one, one that stays locked, and one in the clear are refused by name, and nothing of them is listed', async () => {
  const work = await read(named);
  const damaged = Buffer.from(bag);
  damaged[damaged.length - 200] = (damaged[damaged.length - 200] ?? 0) ^ 1;
  for (const [bytes, rule, given] of [
    [other, 'archive-dossiers', secret],
    [damaged, 'age-damaged', secret],
    [bag, 'age-locked', null],
    [bag, 'age-key-wrong', (await newIdentity()).identity],
    [clear, 'age-not-age', secret],
  ] as const) {
    const view = await openBag(work, bytes, given);
    expect(view).toMatchObject({ kind: 'refused', verdict: { faults: [{ rule }] } });
    expect('pieces' in view).toBe(false);
  }
  expect(await openBag(await read(unnamed), bag)).toMatchObject({
    kind: 'refused',
    verdict: { level: 'notIntact', faults: [{ rule: 'archive-no-dossiers' }] },
  });
});

test('a lock while the bag is open, or while it is being opened, leaves nothing to read', async () => {
  const work = await read(named);
  await openBag(work, bag);
  await ask('store.lock', {});
  expect(await bench.desk.ask('reading.dossiers', { work })).toMatchObject(gone);
  const again = await read(named);
  bench.dialogs.offer('Dossiers.zip.age', bag);
  await ask('reading.openDossiers', { work: again, handle: null, name: null, secret });
  await ask('store.lock', {});
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await bench.desk.ask('reading.dossiers', { work: again })).toMatchObject(gone);
});
