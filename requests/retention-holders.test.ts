import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestOutput } from '../domain/contract.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import type { PurgeKind } from '../domain/retention.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { everyByte } from '../tests/fixtures/store-bytes.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const { leadPin: pin, passphrase } = scenario;
const store = bench.tools.demonstrationFolder;
const clock = new ScriptClock(scenario.clock.preparedAt);
const place = mkdtempSync(join(tmpdir(), 'delibere-holders-'));
let desk: Desk;
let sessionId: SessionId;
let candidateId: CandidateId;
const ask = askOf(() => desk);
const lineOf = async (what: PurgeKind): Promise<RequestOutput<'retention.get'>['lines'][number]> => {
  const line = (await ask('retention.get', {})).lines.find((each) => each.what === what);
  if (!line) throw new Error(`no line of ${what}`);
  return line;
};
const purge = async (what: PurgeKind): Promise<RequestOutput<'retention.purge'>> => {
  const { subject, count } = await lineOf(what);
  return ask('retention.purge', { subject, what, reason: 'Terme atteint', secret: pin, expected: count ?? { rows: 0, files: 0 } });
};
const textOf = (pdf: Uint8Array): string => {
  const path = join(place, 'a.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
};
const accessOf = async (): Promise<{ readonly data: string; readonly letter: string }> => {
  const { fileName } = await ask('access.export', { people: [{ sessionId, candidateId }], accommodations: false, encryptUnder: null, passphrase });
  const folder = mkdtempSync(join(place, 'zip-'));
  writeFileSync(join(folder, 'a.zip'), bench.dialogs.written.get(fileName) ?? new Uint8Array());
  const unzip = (name: string): Buffer => execFileSync('unzip', ['-p', join(folder, 'a.zip'), name]);
  return { data: unzip('donnees.json').toString('utf8'), letter: textOf(unzip('Lettre.pdf')) };
};
/** Writes a batch, and adopts a report that accepts every holder but those refused, with what it says of them. */
const declare = async (candidateIds: readonly CandidateId[], refused: string | null): Promise<void> => {
  const { batch, fileName } = await ask('holder.write', { sessionId, action: 'CREATION', candidateIds: [...candidateIds], again: false });
  const xml = Buffer.from(bench.dialogs.written.get(fileName) ?? []).toString('utf8');
  const keys = [...xml.matchAll(/<cpf:idTechnique>([^<]+)</g)].map(([, key]) => `<idTechnique>${key}</idTechnique>`);
  const [ok, ko] = refused === null ? [keys, []] : [[], keys];
  const passages = ko.map((key) => `<passage>${key}<messageErreur>${refused}</messageErreur></passage>`);
  bench.dialogs.offer('rapport.xml', `<rapport><PassagesOK>${ok.join('')}</PassagesOK><PassagesKO>${passages.join('')}</PassagesKO></rapport>`);
  const { handle, sha256, sameAs } = await ask('holder.chooseReport', { sessionId, batch });
  await ask('holder.adoptReport', { sessionId, batch, handle, sha256, sameAs });
};

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const script = new Day(desk, scenario, clock);
  sessionId = await script.prepare();
  await script.open();
  await script.deliberate();
  await script.sign();
  const settings = { sender: '00FICTIF', certifier: '00EXEMPL', contract: 'MCFCER000000', depositor: 'CERTIFICATEUR' } as const;
  await ask('holder.saveSettings', { settings });
  const { holders } = await ask('holder.list', { sessionId });
  candidateId = (holders.find(({ accessPath }) => accessPath === 'VAE') ?? holders[0])?.candidateId as CandidateId;
  for (const town of ['Villefictive-un', 'Villefictive-deux'])
    for (const { candidateId: id, identity } of holders)
      await ask('holder.saveIdentity', {
        sessionId,
        candidateId: id,
        identity: { ...identity, sex: 'F', birthplace: { kind: 'france', insee: '31555', town } } as typeof identity,
      });
  await ask('notification.companion', { sessionId, candidateId, fields: { name: 'Camille Boussole', email: 'camille@exemple.invalid', address: '' } });
}, 240_000);
afterAll(() => {
  desk.close();
  bench.dispose();
  rmSync(place, { recursive: true, force: true });
});

test('the identities of holders are kept until every declaration is accepted, and the calendar says so', async () => {
  clock.advance(430 * 86_400);
  expect(await lineOf('holders')).toMatchObject({ due: { kind: 'undeclared', holders: 6 }, isDue: false, count: { rows: 12, files: 0 } });
  const ids = (await ask('holder.list', { sessionId })).holders.map((line) => line.candidateId);
  await declare(ids, 'MESSAGE-QUI-CITE');
  expect((await lineOf('holders')).due).toEqual({ kind: 'undeclared', holders: 6 });
  await declare(ids.slice(1), null);
  expect((await lineOf('holders')).due).toEqual({ kind: 'undeclared', holders: 1 });
  await declare(ids.slice(0, 1), null);
  // Twelve identities, half of them superseded, and the words of six refusals.
  expect(await lineOf('holders')).toMatchObject({ due: { kind: 'until', day: '2027-05-16' }, isDue: true, count: { rows: 18, files: 0 } });
});

test('a person’s own data hold every identity kept, what the reports said, and who accompanied', async () => {
  const { data, letter } = await accessOf();
  for (const word of ['Villefictive-un', 'Villefictive-deux', 'MESSAGE-QUI-CITE', 'Camille Boussole']) expect(data).toContain(word);
  expect(letter).toContain('déclarée à la Caisse des dépôts pour votre titre');
  expect(letter).not.toMatch(/abîmée|trop lourde/);
});

test('a piece that cannot be read is told as damaged, never as too heavy', async () => {
  const pieces = join(store, 'pieces');
  const files = readdirSync(pieces).filter((name) => statSync(join(pieces, name)).isFile());
  const kept = mkdtempSync(join(place, 'pieces-'));
  cpSync(pieces, kept, { recursive: true });
  for (const name of files) truncateSync(join(pieces, name), 40);
  const { data, letter } = await accessOf();
  cpSync(kept, pieces, { recursive: true });
  expect(data).toContain('"joined": "unreadable"');
  expect(data).not.toContain('"joined": "apart"');
  expect(letter).toMatch(/abîmées? chez nous/);
  expect(letter).not.toContain('trop lourde');
});

test('no byte of an identity, of a report’s words or of a companion is left, and the declarations stay accepted', async () => {
  const words = ['Villefictive-un', 'Villefictive-deux', 'MESSAGE-QUI-CITE', 'Camille Boussole'];
  const holds = (word: string): boolean => everyByte(store, passphrase).some((bytes) => bytes.includes(word));
  expect(words.map(holds)).toEqual([true, true, true, true]);
  await purge('holders');
  await purge('dossiers');
  expect(words.map(holds)).toEqual([false, false, false, false]);
  expect((await lineOf('holders')).count).toEqual({ rows: 0, files: 0 });
  expect(new Set((await ask('holder.list', { sessionId })).holders.map(({ status }) => status.kind))).toEqual(new Set(['accepted']));
});

test('what left before a purge is cited by kind until a person says that it was destroyed, and the journal tells that it was said', async () => {
  const left = async () => (await ask('retention.get', {})).left.flatMap((each) => (each.kind === 'exported' ? [each] : []));
  const before = await left();
  expect(before.map(({ what }) => what)).toEqual(['declaration', 'declaration', 'declaration', 'access', 'access']);
  expect(new Set(before.map(({ session }) => session))).toEqual(new Set(['2026-014-DEMO']));
  await ask('working.export', { sessionId, passphrase: 'une phrase secrète d’essai', pin });
  await ask('notification.results', { sessionId, format: 'csv' });
  await ask('notification.save', { sessionId, paper: { kind: 'summary' } });
  expect(await left()).toEqual(before);
  await purge('opinions');
  const after = await left();
  expect(after.map(({ what }) => what).slice(before.length)).toEqual(['working', 'results', 'letters']);
  const refused = { ok: false, error: { code: 'not-found' } };
  const seq = after[3]?.seq ?? 0;
  await ask('retention.destroyed', { kind: 'exported', seq });
  expect((await left()).map((each) => each.seq)).toEqual(after.map((each) => each.seq).filter((each) => each !== seq));
  // Said once, and only of what is listed: the first entry of the register is no file, the last is this very word.
  for (const each of [seq, 1, (after.at(-1)?.seq ?? 0) + 2])
    expect(await desk.ask('retention.destroyed', { kind: 'exported', seq: each })).toMatchObject(refused);
  const { lines } = await ask('journal.get', { sessionId });
  expect(lines.filter(({ told }) => told.kind === 'registered' && told.entry.entry === 'destroyedByHand')).toHaveLength(1);
});

test('a second folder that is no longer followed is told, with what remains there, until it is destroyed', async () => {
  const second = mkdtempSync(join(tmpdir(), 'delibere-former-'));
  bench.dialogs.folder = second;
  await ask('retention.setFolder', { choose: true });
  const copies = join(second, readdirSync(second)[0] ?? '');
  expect((await ask('retention.get', {})).former).toEqual([]);
  await ask('retention.setFolder', { choose: false });
  const view = await ask('retention.get', {});
  expect(view.former).toEqual([copies]);
  expect(view.left).toContainEqual({ kind: 'formerFolder', path: copies });
  expect(await proof()).toContain('ne suit plus');
  const destroyed = (path: string) => desk.ask('retention.destroyed', { kind: 'formerFolder', path });
  expect(await destroyed(copies)).toMatchObject({ ok: false, error: { code: 'copies-still-there', facts: { path: copies } } });
  expect(await destroyed(second)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  rmSync(copies, { recursive: true });
  expect((await ask('retention.get', {})).former).toEqual([]);
  rmSync(second, { recursive: true });
  expect((await ask('retention.get', {})).former).toEqual([copies]);
  expect(await destroyed(copies)).toMatchObject({ ok: true });
  expect((await ask('retention.get', {})).former).toEqual([]);
});

const proof = async (): Promise<string> => {
  const { proofs } = await ask('retention.get', {});
  const { fileName } = await ask('retention.saveProof', { seq: proofs[0]?.seq ?? 0 });
  return textOf(bench.dialogs.written.get(fileName) ?? new Uint8Array());
};

test('the certificate of destruction says that earlier backups were replaced only when they were', async () => {
  const backups = join(store, 'sauvegardes');
  const [last = ''] = readdirSync(backups);
  expect(await proof()).not.toContain('encore dans l’espace de travail');
  cpSync(join(backups, last), join(backups, '2026-01-01T00-00-00-000Z_ouverture'), { recursive: true });
  const text = await proof();
  expect(text).toContain('encore dans l’espace de travail');
  expect(text).not.toContain('remplacées par une seule');
});
