import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestInput, RequestName } from '../domain/contract.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { day } from '../domain/time.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { hasVeraPDF, validate } from '../tests/fixtures/verapdf.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const { passphrase } = scenario;
const clock = new ScriptClock(scenario.clock.preparedAt);
const place = mkdtempSync(join(tmpdir(), 'delibere-access-'));
let desk: Desk;
let sessionId: SessionId;
let candidateId: CandidateId;
let other: CandidateId;
let arranged: CandidateId;
const ask = askOf(() => desk);
const refusal = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<string> => {
  const answer = await desk.ask(name, input);
  return answer.ok ? 'answered' : answer.error.code;
};
const request = (changes: Partial<RequestInput<'access.export'>> = {}): RequestInput<'access.export'> => ({
  people: [{ sessionId, candidateId }],
  accommodations: false,
  encryptUnder: null,
  passphrase,
  ...changes,
});
/** What unzip, a program that is none of ours, finds in the file. */
const unzip = (bytes: Uint8Array): { readonly names: string[]; readonly data: string; readonly letter: Uint8Array } => {
  const folder = mkdtempSync(join(place, 'zip-'));
  writeFileSync(join(folder, 'a.zip'), bytes);
  execFileSync('unzip', ['-q', 'a.zip', '-d', 'out'], { cwd: folder });
  const names = readdirSync(join(folder, 'out'), { recursive: true }).map(String);
  return { names, data: readFileSync(join(folder, 'out', 'donnees.json'), 'utf8'), letter: readFileSync(join(folder, 'out', 'Lettre.pdf')) };
};
const exported = async (changes: Partial<RequestInput<'access.export'>> = {}): Promise<Uint8Array> => {
  const { fileName } = await ask('access.export', request(changes));
  return bench.dialogs.written.get(fileName) ?? new Uint8Array();
};

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  const lines = await ask('candidate.list', { sessionId });
  [candidateId, other, arranged] = ['D-01', 'D-02', 'D-03'].map((number) => lines.find((line) => line.number === number)?.id) as [
    CandidateId,
    CandidateId,
    CandidateId,
  ];
  await day.open();
  expect(await refusal('access.export', request())).toBe('access-sealed');
  expect((await ask('access.find', { name: 'imaginaire' }))[0]?.refused).toBe(true);
  await day.deliberate();
  await day.sign();
});
afterAll(() => {
  desk.close();
  bench.dispose();
  rmSync(place, { recursive: true, force: true });
});

test('a person is found by any beginning of the name, without accents or capitals', async () => {
  expect((await ask('access.find', { name: 'ines imag' })).map(({ candidateId: id }) => id)).toEqual([candidateId]);
  expect(await ask('access.find', { name: 'personne d’autre' })).toEqual([]);
});

test('data leave only with the passphrase of the store, and never those of two people at once', async () => {
  expect(await refusal('access.export', request({ passphrase: 'une autre phrase de passe' }))).toBe('passphrase-wrong');
  expect(await refusal('access.export', request({ people: [candidateId, other].map((id) => ({ sessionId, candidateId: id })) }))).toBe('access-several-people');
});

test('everything held of the person is there, and nobody else by name', async () => {
  const { names, data } = unzip(await exported());
  expect(names).toEqual(expect.arrayContaining(['Lettre.pdf', 'donnees.json']));
  const { pieces } = await ask('dossier.get', { sessionId, candidateId });
  expect(names.filter((name) => name.startsWith('pieces/') && name.includes('.'))).toHaveLength(pieces.length);
  const read = JSON.parse(data) as { sessions: { identity: { familyName: string }; opinions: { by: string }[]; decisions: { blocks: unknown[] } }[] };
  expect(read.sessions[0]?.identity.familyName).toBe('Imaginaire');
  expect(read.sessions[0]?.decisions.blocks.length).toBeGreaterThan(0);
  expect(read.sessions[0]?.opinions.length).toBeGreaterThan(0);
  expect(new Set(read.sessions[0]?.opinions.map(({ by }) => by))).toEqual(new Set(['un membre du jury']));
  const view = await ask('session.get', { sessionId });
  const lines = await ask('candidate.list', { sessionId });
  for (const { familyName, id } of view.jurors) {
    expect(data).not.toContain(familyName);
    expect(data).not.toContain(id);
  }
  for (const line of lines.filter(({ id }) => id !== candidateId)) expect(data).not.toContain(line.id);
});

test('what followed the session is handed over too: the letters noted, who accompanied, the identity declared', async () => {
  await ask('notification.note', { sessionId, candidateIds: [candidateId], recipient: 'candidate', on: day.parse('2026-03-17'), way: 'hand' });
  const { data } = unzip(await exported());
  const read = JSON.parse(data) as { sessions: { letters: unknown[]; companion: unknown; declaration: { identities: unknown[]; declarations: unknown[] } }[] };
  expect(read.sessions[0]?.letters).toEqual([expect.objectContaining({ recipient: 'candidate', sent: { on: '2026-03-17', way: 'hand' } })]);
  expect(read.sessions[0]).toHaveProperty('companion');
  expect(read.sessions[0]?.declaration).toEqual({ identities: [], declarations: [] });
});

test('accommodations leave only when they are asked for', async () => {
  const people = [{ sessionId, candidateId: arranged }];
  expect(unzip(await exported({ people })).data).not.toMatch(/extraTime|accommodations|Soutenance de 40 min/);
  expect(unzip(await exported({ people, accommodations: true })).data).toContain('Soutenance de 40 min');
});

test('an encrypted file is one of the age format, and says nothing of whom it is about', async () => {
  const bytes = Buffer.from(await exported({ encryptUnder: 'douze caractères au moins' }));
  expect(bytes.toString('latin1', 0, 21)).toBe('age-encryption.org/v1');
  for (const word of ['Imaginaire', 'Lettre.pdf', 'donnees.json']) expect(bytes.includes(word)).toBe(false);
});

test.skipIf(!hasVeraPDF())(
  'the letter is PDF/A-3a and PDF/UA-1 (skipped without Java)',
  async () => {
    const { letter: pdf } = unzip(await exported());
    const verdicts = await validate((['3a', 'ua1'] as const).map((flavour) => ({ name: flavour, pdf, flavour })));
    expect(verdicts.map(({ failed }) => failed)).toEqual([[], []]);
  },
  60_000,
);
