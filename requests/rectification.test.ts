import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestInput, RequestName } from '../domain/contract.ts';
import type { BlockCode, CandidateId, SessionId } from '../domain/ids.ts';
import { readArchiveMembers, verifyFile } from '../documents/archive/verify-file.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { rehearsed } from '../tests/fixtures/rehearsed.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const clock = new ScriptClock(scenario.clock.preparedAt);
let desk: Desk;
let sessionId: SessionId;
let original: Uint8Array;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pin = scenario.leadPin;
const originalName = 'PV 2026-014-DEMO.pdf';

const ask = askOf(() => desk);
const refusal = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<string> => {
  const answer = await desk.ask(name, input);
  return answer.ok ? 'answered' : answer.error.code;
};
const pinsOf = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await ask('session.get', { sessionId })).jurors.map((juror, index) => [juror.id, scenario.jurors[index]?.pin ?? '']));
const appearance = { kind: 'typed', text: 'Signature' } as const;

/** Every member left to sign does, then the lead seals. */
const signAll = async (): Promise<void> => {
  const pins = await pinsOf();
  for (const { signer, capacity, signedAt } of (await ask('minute.signing', { sessionId })).signers)
    if (signedAt === null) await ask('minute.sign', { sessionId, signer, capacity, pin: capacity === 'lead' ? pin : (pins.get(signer) ?? ''), appearance });
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
  original = bench.dialogs.written.get(originalName) ?? new Uint8Array();
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('a rectification opens by the lead’s code on the sealed minute, whose file stays to be saved, and nothing is printed or archived meanwhile', async () => {
  expect(await refusal('rectification.open', { sessionId, reason: 'Erreur', pin: '0000' })).toMatch(/^pin-/);
  clock.advance(600);
  await ask('rectification.open', { sessionId, reason: 'Nom mal orthographié, et un bloc à reprendre', pin });
  const { running, minutes } = await ask('rectification.get', { sessionId });
  expect(running).toMatchObject({ rank: 1, number: '2026-014-DEMO-R1', changes: [] });
  expect(minutes.map(({ number, rank, sha256: digest }) => [number, rank, digest])).toEqual([['2026-014-DEMO', 0, sha256(original)]]);
  expect(await refusal('minute.preview', { sessionId })).toBe('session-not-closed');
  const { fields } = await ask('schedule.get', { sessionId });
  expect(await refusal('schedule.save', { sessionId, fields })).toBe('session-frozen');
  expect(await refusal('archive.write', { sessionId, lock: null })).toBe('rectification-running');
  await ask('rectification.saveMinute', { sessionId, rank: 0 });
  expect(sha256(bench.dialogs.written.get(originalName) ?? new Uint8Array())).toBe(sha256(original));
  expect((await ask('session.list', {}))[0]).toMatchObject({ phase: 'open', rank: 1 });
});

test('a name is put right everywhere it is shown, and a decision is taken again by the jury that comes back', async () => {
  const { standing } = await ask('rectification.get', { sessionId });
  const [candidate] = standing.candidates;
  if (!candidate) throw new Error('the demonstration has candidates');
  const where = { of: 'candidate', candidateId: candidate.id, field: 'familyName' } as const;
  const fault = { sessionId, where, before: candidate.familyName, after: 'Rectifié-Exemple', reason: 'Faute de frappe' };
  await ask('rectification.correct', fault);
  expect(await refusal('rectification.correct', fault)).toBe('correction-stale');
  for (const names of [await ask('candidate.list', { sessionId }), (await ask('sitting.get', { sessionId })).candidates])
    expect(JSON.stringify(names)).toContain('Rectifié-Exemple');

  const pins = await pinsOf();
  const sitting = await ask('sitting.get', { sessionId });
  const refused = sitting.candidates.flatMap((line) =>
    line.blocks.flatMap(({ code, state }) => (state.kind === 'notValidated' ? [{ candidateId: line.id, block: code }] : [])),
  )[0];
  if (!refused) throw new Error('the demonstration has a refusal');
  const on: { sessionId: SessionId; candidateId: CandidateId; block: BlockCode } = { sessionId, candidateId: refused.candidateId, block: refused.block };
  const before = (await ask('sitting.candidate', { sessionId, candidateId: on.candidateId })).blocks.find(({ code }) => code === on.block)?.state;
  if (before?.kind !== 'notValidated') throw new Error('the list and the candidate say the same');
  const { members, president } = before.decision;
  expect(await refusal('decision.reopen', { ...on, reason: 'Livrable retrouvé', pin: pins.get(president) ?? '' })).toBe('composition-invalid');
  for (const jurorId of members) await ask('room.attendance', { sessionId, jurorId, present: true });
  await ask('decision.reopen', { ...on, reason: 'Livrable retrouvé', pin: pins.get(president) ?? '' });
  expect(await refusal('session.close', { sessionId, pin })).toBe('block-undecided');
  expect(await refusal('rectification.withdraw', { sessionId, reason: 'Trop tard', pin })).toBe('rectification-decides');
  await ask('round.another', { ...on, reason: 'Livrable retrouvé' });
  const { line, blocks } = await ask('sitting.candidate', { sessionId, candidateId: on.candidateId });
  expect(blocks.find((block) => block.code === on.block)?.earlier).toBeGreaterThan(0);
  for (const jurorId of line.composition.sitting) {
    const { turn } = await ask('turn.begin', { ...on, jurorId, pin: pins.get(jurorId) ?? '' });
    await ask('turn.record', { turn, value: 'validate', note: '' });
  }
  await ask('round.reveal', on);
  await ask('decision.record', { ...on, decision: { outcome: 'validated', reason: '', recommendation: '', competencies: [] } });
  const kinds = (await ask('rectification.get', { sessionId })).running?.changes.map(({ kind }) => kind) ?? [];
  expect(kinds.slice(0, 3)).toEqual(['text', 'block', 'outcome']);
});

test('the rectifying minute is signed by the same members, through a restart, and verifies with what it rectifies', async () => {
  await ask('session.close', { sessionId, pin });
  await ask('minute.preview', { sessionId });
  const { signers, number } = await ask('minute.print', { sessionId });
  expect(number).toBe('2026-014-DEMO-R1');
  const [first] = signers;
  if (!first) throw new Error('somebody signs');
  await ask('minute.sign', { sessionId, signer: first.signer, capacity: 'member', pin: (await pinsOf()).get(first.signer) ?? '', appearance });
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  await ask('store.openDemonstration', {});
  expect((await ask('minute.signing', { sessionId })).signers.filter(({ signedAt }) => signedAt !== null)).toHaveLength(1);
  await signAll();
  const { verdict } = await archived(ask, sessionId);
  expect(verdict).toMatchObject({
    level: 'established',
    faults: [],
    number: '2026-014-DEMO-R1',
    rectifies: { number: '2026-014-DEMO', sha256: sha256(original) },
  });
  await ask('minute.save', { sessionId });
  const rectifying = bench.dialogs.written.get('PV 2026-014-DEMO-R1.pdf') ?? new Uint8Array();
  const archive = bench.dialogs.written.get('Archive 2026-014-DEMO-R1.zip') ?? new Uint8Array();
  const { root } = await readArchiveMembers(archive);
  expect(await verifyFile(rectifying, { name: 'r1.pdf', root })).toMatchObject({ level: 'established', number: '2026-014-DEMO-R1' });
  expect(await verifyFile(original, { name: 'pv.pdf', root })).toMatchObject({ level: 'established', number: '2026-014-DEMO', rectifies: null });
});

test('a second rectification names the first minute and the one it replaces; given up, it leaves everything as it was', async () => {
  await ask('rectification.open', { sessionId, reason: 'Lieu imprécis', pin });
  await ask('rectification.withdraw', { sessionId, reason: 'Ouverte par erreur', pin });
  expect((await ask('minute.signing', { sessionId })).phase).toBe('sealed');
  await archived(ask, sessionId);
  await ask('rectification.open', { sessionId, reason: 'Lieu imprécis', pin });
  const { header } = (await ask('rectification.get', { sessionId })).standing;
  await ask('rectification.correct', {
    sessionId,
    where: { of: 'session', field: 'place' },
    before: header.place,
    after: 'Exempleville, salle B',
    reason: 'Salle précisée',
  });
  await ask('session.close', { sessionId, pin });
  await ask('minute.print', { sessionId });
  await signAll();
  const { verdict } = await archived(ask, sessionId);
  const { minutes } = await ask('rectification.get', { sessionId });
  expect(minutes.map((minute) => minute.number)).toEqual(['2026-014-DEMO', '2026-014-DEMO-R1', '2026-014-DEMO-R2']);
  expect(verdict).toMatchObject({ level: 'established', number: '2026-014-DEMO-R2', rectifies: { number: '2026-014-DEMO-R1', sha256: minutes[1]?.sha256 } });
  const rehearse = (name: string) => rehearsed(desk, bench.dialogs, sessionId, { name, bytes: bench.dialogs.written.get(name) ?? new Uint8Array() });
  expect(await rehearse('Archive 2026-014-DEMO-R2.zip')).toMatchObject({ outcome: 'conform' });
  expect(await rehearse('Archive 2026-014-DEMO.zip')).toMatchObject({ outcome: 'outdated', verdict: { level: 'established' } });
  expect((await ask('rehearsal.last', { sessionId })).last).toMatchObject({ outcome: 'outdated' });
});
