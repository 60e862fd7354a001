import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestInput, RequestName } from '../domain/contract.ts';
import type { HolderIdentity, HolderLine } from '../domain/holder.ts';
import type { SessionId } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const clock = new ScriptClock(scenario.clock.preparedAt);
const schema = new URL('../../shared/cpf/cpf-1.1.5.xsd', import.meta.url).pathname;
const settings = { sender: '00FICTIF', certifier: '00EXEMPL', contract: 'MCFCER000000', depositor: 'CERTIFICATEUR' } as const;
let desk: Desk;
let sessionId: SessionId;

const ask = askOf(() => desk);
const refusal = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<string> => {
  const answer = await desk.ask(name, input);
  return answer.ok ? 'answered' : answer.error.code;
};
const list = () => ask('holder.list', { sessionId });
const holder = async (number: string): Promise<HolderLine> => {
  const found = (await list()).holders.find((line) => line.number === number);
  if (!found) throw new Error(number);
  return found;
};
const complete = (line: HolderLine): HolderIdentity => {
  if (line.identity.kind !== 'person') throw new Error('a person');
  return { ...line.identity, sex: 'F', birthplace: { kind: 'france', insee: '31555', town: 'Toulouse' } };
};
const keep = async (number: string, changes: Partial<Extract<HolderIdentity, { kind: 'person' }>> = {}): Promise<void> => {
  const line = await holder(number);
  await ask('holder.saveIdentity', { sessionId, candidateId: line.candidateId, identity: { ...complete(line), ...changes } as HolderIdentity });
};
const write = async (action: 'CREATION' | 'SUPPRESSION', numbers: readonly string[], again = false) => {
  const lines = (await list()).holders.filter(({ number }) => numbers.includes(number));
  const written = await ask('holder.write', { sessionId, action, candidateIds: lines.map((line) => line.candidateId), again });
  return { ...written, xml: Buffer.from(bench.dialogs.written.get(written.fileName) ?? []).toString('utf8'), keys: keysOf(written.fileName) };
};
const keysOf = (fileName: string): string[] =>
  [
    ...Buffer.from(bench.dialogs.written.get(fileName) ?? [])
      .toString('utf8')
      .matchAll(/<cpf:idTechnique>([^<]+)</g),
  ].map(([, key]) => key ?? '');
const reportOf = (accepted: readonly string[], refused: Readonly<Record<string, string>> = {}, note = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rapport><!-- ${note} --><PassagesOK>${accepted.map((key) => `<idTechnique>${key}</idTechnique>`).join('')}</PassagesOK><PassagesKO>${Object.entries(
    refused,
  )
    .map(([key, message]) => `<passage><idTechnique>${key}</idTechnique><messageErreur>${message}</messageErreur></passage>`)
    .join('')}</PassagesKO></rapport>`;
/** Adopts a report; one that is the same bytes as another batch's needs to be said so. */
const adopt = async (batch: number, report: string) => {
  bench.dialogs.offer('rapport.xml', report);
  const preview = await ask('holder.chooseReport', { sessionId, batch });
  const { handle, sha256, sameAs } = preview;
  if (sameAs !== null) expect(await refusal('holder.adoptReport', { sessionId, batch, handle, sha256, sameAs: null })).toBe('report-other-batch');
  return { preview, adopted: await ask('holder.adoptReport', { sessionId, batch, handle, sha256, sameAs }) };
};
const statuses = async (): Promise<Record<string, string>> => Object.fromEntries((await list()).holders.map(({ number, status }) => [number, status.kind]));

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  await day.open();
  expect(await list()).toMatchObject({ stage: 'unsealed', holders: [], batches: [] });
  await day.deliberate();
  expect(await list()).toMatchObject({ stage: 'unsealed', holders: [], batches: [] });
  const [first] = (await ask('sitting.get', { sessionId })).candidates;
  if (!first) throw new Error('the demonstration has candidates');
  expect(await refusal('holder.write', { sessionId, action: 'CREATION', candidateIds: [first.id], again: false })).toBe('minute-not-sealed');
  expect(await ask('holder.due', {})).toEqual([]);
  await day.sign();
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('the full awards alone are followed, each with its deadline and what is missing named', async () => {
  const view = await list();
  expect(view.stage).toBe('ready');
  expect(view.holders.map(({ number }) => number)).toEqual(['D-01', 'D-03', 'D-04', 'D-05', 'D-09', 'D-14']);
  for (const line of view.holders) {
    expect(line).toMatchObject({ awardedOn: '2026-03-17', deadline: '2026-06-17', status: { kind: 'toDeclare' }, keptAt: null });
    expect(line.remarks.filter(({ weight }) => weight === 'blocking').map(({ code }) => code)).toEqual(['sex-missing', 'birthplace-missing']);
  }
  expect(view.settingsRemarks.map(({ code }) => code)).toEqual(['settings-sender', 'settings-certifier', 'settings-contract']);
  expect(await ask('holder.due', {})).toEqual([{ sessionId, number: '2026-014-DEMO', holders: 6, deadline: '2026-06-17', late: false }]);
});

test('nothing is written without the organism’s identifiers, nor for an identity that is not complete', async () => {
  const { candidateId } = await holder('D-01');
  const input: RequestInput<'holder.write'> = { sessionId, action: 'CREATION', candidateIds: [candidateId], again: false };
  expect(await refusal('holder.write', input)).toBe('declaration-settings-missing');
  await ask('holder.saveSettings', { settings: { ...settings, sender: '1234567' } });
  expect(await refusal('holder.write', input)).toBe('declaration-settings-missing');
  await ask('holder.saveSettings', { settings });
  expect(await refusal('holder.write', input)).toBe('holder-incomplete');
  expect((await list()).batches).toEqual([]);
});

test('a social security number is refused in every field, and nothing of it is kept', async () => {
  const line = await holder('D-01');
  const identity = complete(line);
  const put = (changes: object) =>
    refusal('holder.saveIdentity', { sessionId, candidateId: line.candidateId, identity: { ...identity, ...changes } as HolderIdentity });
  expect(await put({ birthName: '2 01 04 31 555 123 45' })).toBe('holder-nir');
  expect(await put({ secondName: '201042A555123' })).toBe('holder-nir');
  expect(await put({ birthplace: { kind: 'abroad', postalCode: '', town: '201049912312345', country: 'X' } })).toBe('holder-nir');
  expect(await put({ thirdName: 'A\u0007' })).toBe('holder-control');
  expect(await refusal('holder.saveSettings', { settings: { ...settings, contract: '201043155512345' } })).toBe('holder-nir');
  expect((await holder('D-01')).keptAt).toBeNull();
});

test('a file is written whole and valid, its holders wait for a report, and none is declared again silently', async () => {
  for (const number of ['D-01', 'D-03', 'D-04', 'D-05', 'D-09']) await keep(number);
  bench.dialogs.full = 'ENOSPC';
  const two = ['D-01', 'D-03'];
  const ids = (await list()).holders.filter(({ number }) => two.includes(number)).map((line) => line.candidateId);
  expect(await refusal('holder.write', { sessionId, action: 'CREATION', candidateIds: ids, again: false })).toBe('file-not-written');
  expect((await list()).batches).toEqual([]);
  bench.dialogs.full = null;
  const written = await write('CREATION', two);
  expect(written).toMatchObject({ batch: 1, lines: 2, fileName: 'Déclaration 2026-014-DEMO lot 1.xml' });
  expect(new Set(written.keys).size).toBe(2);
  expect(await statuses()).toMatchObject({ 'D-01': 'declared', 'D-03': 'declared', 'D-04': 'toDeclare' });
  expect(await refusal('holder.write', { sessionId, action: 'CREATION', candidateIds: ids, again: false })).toBe('holder-not-due');
  const again = await write('CREATION', two, true);
  expect(again.keys).toEqual(written.keys);
  expect(again.xml).not.toBe(written.xml);
  if (!existsSync(schema)) return;
  const folder = mkdtempSync(join(tmpdir(), 'delibere-declared-'));
  writeFileSync(join(folder, 'cpf.xml'), written.xml);
  execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, join(folder, 'cpf.xml')], { stdio: 'pipe' });
  rmSync(folder, { recursive: true });
});

test('a report for others, for another batch or torn is refused by name, and nothing of it is adopted', async () => {
  const third = await write('CREATION', ['D-04', 'D-05']);
  expect(third.batch).toBe(3);
  const [mine = '', his = ''] = third.keys;
  const offered = async (batch: number, report: string) => {
    bench.dialogs.offer('rapport.xml', report);
    const answer = await desk.ask('holder.chooseReport', { sessionId, batch });
    return answer.ok ? 'answered' : [answer.error.code, answer.error.facts];
  };
  expect(await offered(3, reportOf([mine, 'inconnue']))).toEqual(['report-foreign', { idTechnique: 'inconnue', batch: 3 }]);
  expect(await offered(2, reportOf([mine]))).toEqual(['report-other-batch', { batch: 3 }]);
  expect(await offered(3, reportOf([mine, his]).slice(0, 90))).toEqual(['report-unreadable', { cause: 'malformed' }]);
  expect(await offered(9, reportOf([mine]))).toEqual(['not-found', { what: 'batch' }]);
  expect(await statuses()).toMatchObject({ 'D-04': 'declared', 'D-05': 'declared' });
});

test('a partial report moves those that it names, and the same report twice changes nothing', async () => {
  const [mine = '', his = ''] = keysOf('Déclaration 2026-014-DEMO lot 3.xml');
  const report = reportOf([], { [mine]: 'Titulaire introuvable' });
  const first = await adopt(3, report);
  expect(first.preview).toMatchObject({ known: false, silent: 1, lines: [{ number: 'D-04', accepted: false, message: 'Titulaire introuvable' }] });
  expect(first.adopted).toEqual({ accepted: 0, refused: 1, known: false });
  expect((await holder('D-04')).status).toMatchObject({ kind: 'refused', message: 'Titulaire introuvable', batch: 3 });
  expect((await holder('D-05')).status.kind).toBe('declared');
  expect((await list()).batches[2]).toMatchObject({ lines: 2, answered: 1, refused: 1 });
  const twice = await adopt(3, report);
  expect(twice.adopted).toEqual({ accepted: 0, refused: 1, known: true });
  await adopt(3, reportOf([his]));
  expect(await statuses()).toMatchObject({ 'D-04': 'refused', 'D-05': 'accepted' });
});

test('a refused holder is written again under the same key; a report already adopted for the file before is not taken for the new one’s silently', async () => {
  await keep('D-04', { birthName: 'Fictif-Corrigé' });
  const before = keysOf('Déclaration 2026-014-DEMO lot 3.xml');
  const retry = await write('CREATION', ['D-04']);
  expect(retry.keys).toEqual([before[0]]);
  bench.dialogs.offer('rapport.xml', reportOf([], { [before[0] ?? '']: 'Titulaire introuvable' }));
  const { sameAs, handle, sha256 } = await ask('holder.chooseReport', { sessionId, batch: retry.batch });
  expect(sameAs).toBe(3);
  expect(await refusal('holder.adoptReport', { sessionId, batch: retry.batch, handle, sha256, sameAs: null })).toBe('report-other-batch');
  expect((await holder('D-04')).status.kind).toBe('declared');
  await adopt(retry.batch, reportOf([retry.keys[0] ?? '']));
  expect((await holder('D-04')).status.kind).toBe('accepted');
});

test('an accepted identity that changes is suppressed under its own key as it was declared, then created under a new one', async () => {
  const line = await holder('D-05');
  expect(await refusal('holder.write', { sessionId, action: 'CREATION', candidateIds: [line.candidateId], again: true })).toBe('holder-not-due');
  const old = line.identity;
  await keep('D-05', { firstName: 'Linh-Mai' });
  expect((await holder('D-05')).status).toMatchObject({ kind: 'toCorrect', cause: 'identity' });
  await ask('holder.saveIdentity', { sessionId, candidateId: line.candidateId, identity: old });
  expect((await holder('D-05')).status.kind).toBe('accepted');
  await keep('D-05', { firstName: 'Linh-Mai' });
  expect(await refusal('holder.write', { sessionId, action: 'CREATION', candidateIds: [line.candidateId], again: true })).toBe('holder-not-due');
  const gone = await write('SUPPRESSION', ['D-05']);
  expect(gone.xml).toContain('<cpf:action>SUPPRESSION</cpf:action>');
  expect(gone.xml).toContain('<cpf:prenom1>Linh</cpf:prenom1>');
  expect((await holder('D-05')).status.kind).toBe('suppressing');
  await adopt(gone.batch, reportOf([], { [gone.keys[0] ?? '']: 'Réessayez' }));
  expect((await holder('D-05')).status.kind).toBe('suppressionRefused');
  const second = await write('SUPPRESSION', ['D-05']);
  expect(second.keys).toEqual(gone.keys);
  await adopt(second.batch, reportOf(second.keys));
  expect((await holder('D-05')).status.kind).toBe('toDeclare');
  const created = await write('CREATION', ['D-05']);
  expect(created.xml).toContain('<cpf:prenom1>Linh-Mai</cpf:prenom1>');
  expect(created.keys).not.toEqual(gone.keys);
});

test('late holders are told, through a restart; the register names nobody', async () => {
  clock.moveTo(instant.parse('2026-06-18T08:00:00.000Z'));
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  await ask('store.openDemonstration', {});
  expect(await statuses()).toEqual({
    'D-01': 'declared',
    'D-03': 'declared',
    'D-04': 'accepted',
    'D-05': 'declared',
    'D-09': 'toDeclare',
    'D-14': 'toDeclare',
  });
  expect(await ask('holder.due', {})).toMatchObject([{ holders: 5, deadline: '2026-06-17', late: true }]);
});
