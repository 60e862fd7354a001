import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RequestInput, RequestOutput } from '../domain/contract.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { storeParts } from '../db/backup.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { zeroEntry } from '../tests/fixtures/hostile/zeros.ts';
import { writeZip } from '../tests/fixtures/hostile/raw.ts';
import { endOf } from '../tests/fixtures/work.ts';
import type { Desk } from './desk.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;
let place: string;
let sessionId: SessionId;
let candidates: RequestOutput<'candidate.list'>;
const ask = askOf(() => desk);
beforeAll(async () => {
  bench = openTestDesk();
  desk = bench.desk;
  await layPrepared(bench.tools, null);
  ({ sessionId } = await ask('store.openDemonstration', {}));
  candidates = await ask('candidate.list', { sessionId });
});
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'delibere-dossiers-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));
afterAll(() => bench.dispose());

const lay = (files: Readonly<Record<string, string>>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
};
const chooseFolder = async (): Promise<string> => {
  bench.dialogs.folder = place;
  const { work } = await ask('intake.choose', { sessionId, from: 'folder' });
  expect(await endOf(desk, { work })).toEqual({ kind: 'done' });
  return work;
};
const preview = (intake: string, filter: RequestInput<'intake.preview'>['filter'] = { kind: 'asked' }, search = '') =>
  ask('intake.preview', { sessionId, intake, filter, search, from: 0, count: 200 });
const piecesOf = async (candidateId: CandidateId) => (await ask('dossier.get', { sessionId, candidateId })).pieces;
const person = (number: string) => {
  const found = candidates.find((entry) => entry.number === number);
  if (!found) throw new Error(number);
  return found;
};
const stored = (): readonly string[] => readdirSync(join(bench.tools.demonstrationFolder, storeParts.files)).sort();

const named = (number: string): string => {
  const { familyName, givenName } = person(number);
  return `${familyName} ${givenName}`;
};
const firstTwo = () => {
  const [one, two] = candidates;
  if (!one || !two) throw new Error('the demonstration has candidates');
  return [one, two] as const;
};

test('a folder is matched, decided and copied: each file once, in the dossier of its candidate', async () => {
  const [one, two] = firstTwo();
  lay({
    [`${named(one.number)}/Rapport P2.txt`]: 'Un rapport.',
    [`${named(one.number)}/copie du rapport.txt`]: 'Un rapport.',
    [`${two.number} cv.txt`]: 'Un CV.',
    'divers/photo.txt': 'Une photo.',
    'divers/consignes.txt': 'Des consignes.',
    '.DS_Store': 'x',
  });
  const before = stored();
  const intake = await chooseFolder();
  const plan = await preview(intake);
  expect(plan).toMatchObject({ files: 5, passed: ['.DS_Store'], asked: 2, waiting: 2, ready: { files: 3 }, outcome: null });
  expect(plan.byCandidate.map((entry) => [entry.candidateId, entry.files])).toEqual([
    [one.id, 2],
    [two.id, 1],
  ]);
  expect(stored()).toEqual(before);
  const photo = plan.rows.find((row) => row.path === 'divers/photo.txt');
  if (!photo) throw new Error('the photograph waits for an answer');
  await ask('intake.assign', { sessionId, intake, ranks: [photo.rank], change: { what: 'candidate', candidateId: two.id } });
  await ask('intake.assign', { sessionId, intake, ranks: [photo.rank], change: { what: 'kind', kind: 'evidence' } });
  const [had, twoHad] = [(await piecesOf(one.id)).length, (await piecesOf(two.id)).length];
  expect(await endOf(desk, await ask('intake.apply', { sessionId, intake }))).toEqual({ kind: 'done' });
  expect((await preview(intake)).outcome).toEqual({ added: 3, already: 1, left: 1, bytes: 'Un rapport.Un CV.Une photo.'.length });
  expect((await piecesOf(one.id)).slice(had).map((piece) => [piece.fileName, piece.kind, piece.reading])).toEqual([['Rapport P2.txt', 'report', 'text']]);
  expect((await piecesOf(two.id)).slice(twoHad).map((piece) => [piece.fileName, piece.kind])).toEqual(
    [
      [`${two.number} cv.txt`, 'cv'],
      ['photo.txt', 'evidence'],
    ].sort(),
  );
  expect(stored().length).toBe(before.length + 3);
  // The same folder again: everything is there already.
  const again = await chooseFolder();
  expect(await endOf(desk, await ask('intake.apply', { sessionId, intake: again }))).toEqual({ kind: 'done' });
  expect((await preview(again)).outcome).toMatchObject({ added: 0, already: 3 });
  expect(stored().length).toBe(before.length + 3);
});

test('a hostile zip is refused with its reason and its file, and nothing is written', async () => {
  const before = stored();
  bench.dialogs.offer('lot.zip', writeZip([{ name: 'Exemple/cv.pdf', content: 'CV' }, zeroEntry('Exemple/rapport.pdf', 32)]));
  const { work } = await ask('intake.choose', { sessionId, from: 'zip' });
  expect(await endOf(desk, { work })).toEqual({
    kind: 'failed',
    error: { code: 'intake-refused', facts: { fault: 'bomb-ratio', name: 'Exemple/rapport.pdf' } },
  });
  expect(await desk.ask('intake.preview', { sessionId, intake: work, filter: { kind: 'asked' }, search: '', from: 0, count: 1 })).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(stored()).toEqual(before);
});

test('a zip whose content is damaged is refused before anything is decided', async () => {
  bench.dialogs.offer('lot.zip', writeZip([{ name: 'a.txt', content: 'abc', both: { crc: 1 } }]));
  const { work } = await ask('intake.choose', { sessionId, from: 'zip' });
  expect(await endOf(desk, { work })).toMatchObject({ kind: 'failed', error: { facts: { fault: 'crc-wrong', name: 'a.txt' } } });
});

test('a file that changes between the plan and the copy refuses the whole, and leaves no file and no piece', async () => {
  const [one] = firstTwo();
  lay({ [`${named(one.number)}/a.txt`]: 'Un.', [`${named(one.number)}/b.txt`]: 'Deux.' });
  const [before, had] = [stored(), await piecesOf(one.id)];
  const intake = await chooseFolder();
  appendFileSync(join(place, named(one.number), 'b.txt'), ' Trois.');
  expect(await endOf(desk, await ask('intake.apply', { sessionId, intake }))).toMatchObject({
    kind: 'failed',
    error: { code: 'intake-refused', facts: { fault: 'size-lies', name: `${named(one.number)}/b.txt`.normalize('NFC') } },
  });
  expect(stored()).toEqual(before);
  expect(await piecesOf(one.id)).toEqual(had);
});

test('a copy that is stopped leaves no file and no piece, and the plan can be applied again', async () => {
  const [one] = firstTwo();
  lay(Object.fromEntries(Array.from({ length: 30 }, (_, rank) => [`${named(one.number)}/${rank}.txt`, `Pièce ${rank}.`.repeat(20_000)])));
  const [before, had] = [stored(), await piecesOf(one.id)];
  const intake = await chooseFolder();
  const { work } = await ask('intake.apply', { sessionId, intake });
  // Stopped once some of the files are whole in the store.
  for (let files = 0; files < before.length + 3; ) {
    expect(await ask('work.get', { work })).toMatchObject({ kind: 'running' });
    await new Promise((resolve) => setImmediate(resolve));
    files = stored().length;
  }
  await ask('work.cancel', { work });
  expect(stored()).toEqual(before);
  expect(await piecesOf(one.id)).toEqual(had);
  expect(await endOf(desk, await ask('intake.apply', { sessionId, intake }))).toEqual({ kind: 'done' });
  expect((await piecesOf(one.id)).length).toBe(had.length + 30);
});

test('a plan applied twice at once adds each piece once', async () => {
  const [one] = firstTwo();
  lay({ [`${named(one.number)}/deux fois.txt`]: 'Une seule fois.' });
  const had = (await piecesOf(one.id)).length;
  const intake = await chooseFolder();
  const works = [await ask('intake.apply', { sessionId, intake }), await ask('intake.apply', { sessionId, intake })];
  for (const work of works) await endOf(desk, work);
  expect((await piecesOf(one.id)).slice(had).map(({ fileName }) => fileName)).toEqual(['deux fois.txt']);
  expect((await preview(intake)).outcome).toMatchObject({ left: 0 });
});

const leaver = async (number: string): Promise<CandidateId> => {
  const { id: _id, pieces: _pieces, unproven: _unproven, ...fields } = firstTwo()[0];
  return (await ask('candidate.save', { sessionId, candidateId: null, fields: { ...fields, number, birthDate: null, familyName: number } })).candidateId;
};

test('a candidate taken out during the copy is told, and no file stays', async () => {
  const candidateId = await leaver('Partante');
  lay(Object.fromEntries(Array.from({ length: 8 }, (_, rank) => [`Partante/${rank}.txt`, `Pièce ${rank}.`.repeat(200_000)])));
  const before = stored();
  const intake = await chooseFolder();
  await ask('intake.assign', { sessionId, intake, ranks: [0, 1, 2, 3, 4, 5, 6, 7], change: { what: 'candidate', candidateId } });
  const works = [await ask('intake.apply', { sessionId, intake })];
  bench.dialogs.offer('grande.txt', 'Une pièce. '.repeat(400_000));
  works.push(await ask('piece.add', { sessionId, candidateId, kind: 'other' }));
  while (stored().length < before.length + 2) await new Promise((resolve) => setImmediate(resolve));
  await ask('candidate.remove', { sessionId, candidateId });
  for (const work of works) expect(await endOf(desk, work)).toMatchObject({ kind: 'failed', error: { code: 'not-found', facts: { what: 'candidate' } } });
  expect(stored()).toEqual(before);
});

test('a candidate who left meanwhile, or another session, is refused', async () => {
  const one = candidates.at(-1);
  if (!one) throw new Error('the demonstration has candidates');
  lay({ 'a.txt': 'Un.' });
  const intake = await chooseFolder();
  await ask('intake.assign', { sessionId, intake, ranks: [0], change: { what: 'candidate', candidateId: one.id } });
  await ask('candidate.remove', { sessionId, candidateId: one.id });
  expect(await desk.ask('intake.apply', { sessionId, intake })).toMatchObject({ error: { code: 'not-found', facts: { what: 'candidate' } } });
  expect(await desk.ask('intake.assign', { sessionId, intake, ranks: [1], change: { what: 'ignored', ignored: true } })).toMatchObject({
    error: { facts: { what: 'file' } },
  });
  await ask('intake.leave', { sessionId, intake });
  expect(await desk.ask('intake.apply', { sessionId, intake })).toMatchObject({ error: { facts: { what: 'intake' } } });
});

test('a page of the plan holds what the filter and the search keep, the doubtful first', async () => {
  const [one] = firstTwo();
  lay({ 'aaa.txt': 'Un.', [`${one.familyName} zzz.txt`]: 'Deux.', [`${named(one.number)}/rapport.txt`]: 'Trois.' });
  const intake = await chooseFolder();
  expect((await preview(intake)).rows.map((row) => [row.path, row.owner])).toEqual([
    [`${one.familyName} zzz.txt`, 'doubtful'],
    ['aaa.txt', 'none'],
  ]);
  expect((await preview(intake, { kind: 'asked' }, 'ZZZ')).rows).toHaveLength(1);
  expect((await preview(intake, { kind: 'candidate', candidateId: one.id })).rows.map((row) => row.path)).toEqual([`${named(one.number)}/rapport.txt`]);
  expect(await ask('intake.preview', { sessionId, intake, filter: { kind: 'asked' }, search: '', from: 1, count: 1 })).toMatchObject({
    kept: 2,
    rows: [{ path: 'aaa.txt' }],
  });
});

test('a removed piece leaves no file once its removal can no longer be undone', async () => {
  const [one] = firstTwo();
  lay({ [`${named(one.number)}/a.txt`]: 'Une pièce à retirer.' });
  const before = stored();
  const intake = await chooseFolder();
  await endOf(desk, await ask('intake.apply', { sessionId, intake }));
  const added = (await piecesOf(one.id)).at(-1);
  if (!added) throw new Error('one piece was added');
  await ask('piece.remove', { sessionId, pieceId: added.id });
  expect(stored().filter((file) => !before.includes(file))).toHaveLength(1);
  await ask('store.lock', {});
  expect(stored().filter((file) => !before.includes(file))).toEqual([]);
});
