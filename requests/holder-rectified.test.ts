import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionId } from '../domain/ids.ts';
import { openTestDesk, askOf } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const clock = new ScriptClock(scenario.clock.preparedAt);
const schema = new URL('../../shared/cpf/cpf-1.1.5.xsd', import.meta.url).pathname;
const pin = scenario.leadPin;
const appearance = { kind: 'typed', text: 'Signature' } as const;
const fileName = 'Déclaration 2026-014-DEMO lot 1.xml';
let desk: Desk;
let sessionId: SessionId;

const ask = askOf(() => desk);
const xmlOf = (name: string): string => Buffer.from(bench.dialogs.written.get(name) ?? []).toString('utf8');
const keysOf = (name: string): string[] => [...xmlOf(name).matchAll(/<cpf:idTechnique>([^<]+)</g)].map(([, key]) => key ?? '');
const holderOf = async (number: string) => (await ask('holder.list', { sessionId })).holders.find((line) => line.number === number);
const accept = async (batch: number, keys: readonly string[]): Promise<void> => {
  bench.dialogs.offer('rapport.xml', `<rapport><PassagesOK>${keys.map((key) => `<idTechnique>${key}</idTechnique>`).join('')}</PassagesOK></rapport>`);
  const { handle, sha256, sameAs } = await ask('holder.chooseReport', { sessionId, batch });
  await ask('holder.adoptReport', { sessionId, batch, handle, sha256, sameAs });
};

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  await day.open();
  await day.deliberate();
  await day.sign();
  await day.archive();
  await day.declare();
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('the demonstration declares its six holders in a file that the schema accepts', () => {
  expect(keysOf(fileName)).toHaveLength(6);
  expect(xmlOf(fileName)).toContain('<cpf:voieAccessVAE>VAE_CLASSIQUE</cpf:voieAccessVAE>');
  if (!existsSync(schema)) return console.warn('the schema of the declaration is not there: the file is not held to it');
  const folder = mkdtempSync(join(tmpdir(), 'delibere-demo-cpf-'));
  writeFileSync(join(folder, 'cpf.xml'), xmlOf(fileName));
  execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, join(folder, 'cpf.xml')], { stdio: 'pipe' });
  rmSync(folder, { recursive: true });
});

test('a rectification that takes the certification away asks for a suppression alone; nothing is declared meanwhile', async () => {
  await accept(1, keysOf(fileName));
  const line = await holderOf('D-01');
  if (!line) throw new Error('D-01 holds');
  await ask('rectification.open', { sessionId, reason: 'Décision à reprendre', pin });
  expect(await ask('holder.list', { sessionId })).toMatchObject({ stage: 'rectifying', holders: [], batches: [] });
  expect(await desk.ask('holder.write', { sessionId, action: 'CREATION', candidateIds: [line.candidateId], again: true })).toMatchObject({
    ok: false,
    error: { code: 'rectification-running' },
  });
  const pins = new Map<string, string>((await ask('session.get', { sessionId })).jurors.map((juror, rank) => [juror.id, scenario.jurors[rank]?.pin ?? '']));
  const { blocks } = await ask('sitting.candidate', { sessionId, candidateId: line.candidateId });
  const block = blocks[0];
  if (block?.state.kind !== 'validated') throw new Error('a validated block');
  const on = { sessionId, candidateId: line.candidateId, block: block.code };
  const { members, president } = block.state.decision;
  for (const jurorId of members) await ask('room.attendance', { sessionId, jurorId, present: true });
  await ask('decision.reopen', { ...on, reason: 'Pièce non conforme', pin: pins.get(president) ?? '' });
  await ask('round.another', { ...on, reason: 'Pièce non conforme' });
  for (const jurorId of members) {
    const { turn } = await ask('turn.begin', { ...on, jurorId, pin: pins.get(jurorId) ?? '' });
    await ask('turn.record', { turn, value: 'refuse', note: '' });
  }
  await ask('round.reveal', on);
  const competencies = (await ask('session.get', { sessionId })).referential.blocks.find(({ code }) => code === block.code)?.competencies ?? [];
  const decision = {
    outcome: 'notValidated' as const,
    reason: 'Pièce non conforme.',
    recommendation: 'La refaire.',
    competencies: competencies.slice(0, 1).map(({ code }) => code),
  };
  await ask('decision.record', { ...on, decision });
  await ask('session.close', { sessionId, pin });
  for (const { signer, capacity } of (await ask('minute.print', { sessionId })).signers)
    await ask('minute.sign', { sessionId, signer, capacity, pin: capacity === 'lead' ? pin : (pins.get(signer) ?? ''), appearance });

  expect(await holderOf('D-01')).toMatchObject({ holds: false, status: { kind: 'toCorrect', cause: 'award' } });
  expect(await holderOf('D-03')).toMatchObject({ holds: true, awardedOn: '2026-03-17', status: { kind: 'accepted' } });
  const gone = await ask('holder.write', { sessionId, action: 'SUPPRESSION', candidateIds: [line.candidateId], again: false });
  expect(keysOf(gone.fileName)).toEqual([keysOf(fileName)[0]]);
  await accept(gone.batch, keysOf(gone.fileName));
  expect((await holderOf('D-01'))?.status.kind).toBe('suppressed');
  expect(await desk.ask('holder.write', { sessionId, action: 'CREATION', candidateIds: [line.candidateId], again: true })).toMatchObject({
    ok: false,
    error: { code: 'holder-not-due' },
  });
  expect(await ask('holder.due', {})).toEqual([]);
});
