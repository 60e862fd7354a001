import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RequestInput } from '../domain/contract.ts';
import type { Desk } from './desk.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { endOf } from '../tests/fixtures/work.ts';
import { readScenario } from './scenario.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openDesk } from './desk.ts';
import type { SessionId } from '../domain/ids.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;

beforeEach(() => {
  bench = openTestDesk();
  desk = bench.desk;
});
afterEach(() => bench.dispose());

const ask = askOf(() => desk);

/** The demonstration session open, its people in the room, the first candidate present. */
const openSitting = async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const sessionId: SessionId = await day.prepare();
  await day.open();
  const sitting = await ask('sitting.get', { sessionId });
  const line = sitting.candidates.find((entry) => entry.number === 'D-01');
  if (!line) throw new Error('the demonstration has D-01');
  await ask('sitting.presence', { sessionId, candidateId: line.id, presence: 'present', note: '' });
  const pins = new Map(sitting.members.map((member, index) => [member.juror.id, scenario.jurors[index]?.pin ?? '']));
  const block = line.blocks[0]?.code;
  if (!block) throw new Error('the fiche has blocks');
  return { day, scenario, sessionId, candidateId: line.id, block, jurors: line.composition.sitting, pins };
};

test('without a store open nothing is answered but the store itself', async () => {
  expect(await desk.ask('session.list', {})).toMatchObject({ ok: false, error: { code: 'store-locked' } });
  expect(await ask('store.status', {})).toMatchObject({ kind: 'absent', demonstration: false });
});

test('a name outside the contract and a malformed input are refused by value, never by a crash', async () => {
  expect(await desk.answer('constructor', {})).toMatchObject({ ok: false, error: { code: 'request-unknown' } });
  expect(await desk.answer('store.unlock', { passphrase: 12 })).toMatchObject({ ok: false, error: { code: 'request-malformed' } });
  expect(await desk.answer('store.status', { extra: 1 })).toMatchObject({ ok: false, error: { code: 'request-malformed' } });
});

test('a damaged store says so, offers its last backup, and comes back from it', async () => {
  const passphrase = 'une phrase assez longue';
  await ask('store.create', { passphrase });
  desk = bench.reopen();
  await ask('store.unlock', { passphrase });
  desk = bench.reopen();
  const database = join(bench.tools.storeFolder, 'delibere.db');
  const bytes = readFileSync(database);
  bytes.fill(0x5a, 4096, 12_288);
  writeFileSync(database, bytes);
  const damaged = await ask('store.unlock', { passphrase });
  expect(damaged).toMatchObject({ kind: 'damaged', backups: [{ cause: 'ouverture' }] });
  expect(await desk.ask('session.list', {})).toMatchObject({ ok: false, error: { code: 'store-locked' } });
  expect(await ask('store.restoreBackup', { backupId: damaged.backups[0]?.id ?? '', passphrase })).toMatchObject({ kind: 'open' });
});

test('a session created is there after closing and unlocking', async () => {
  await ask('store.create', { passphrase: 'une phrase assez longue' });
  const fields = {
    number: '2026-001',
    title: 'Jury',
    certification: 'RNCP36912',
    heldOn: '2026-03-17',
    place: 'Salle',
    mode: 'onSite',
    timeZone: 'Europe/Paris',
    lead: { givenName: 'A', familyName: 'B', quality: 'C' },
  } as RequestInput<'session.create'>;
  await ask('session.create', fields);
  expect(await desk.ask('session.create', fields)).toMatchObject({ ok: false, error: { code: 'number-taken' } });
  desk = bench.reopen();
  expect(await desk.ask('store.unlock', { passphrase: 'une autre phrase longue' })).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } });
  await ask('store.unlock', { passphrase: 'une phrase assez longue' });
  expect(await ask('session.list', {})).toMatchObject([{ number: '2026-001', phase: 'preparing', candidates: 0 }]);
});

test('a piece that cannot be shown is kept as it was given and said unreadable', async () => {
  const { sessionId } = await ask('store.openDemonstration', {});
  const [first] = await ask('candidate.list', { sessionId });
  if (!first) throw new Error('the demonstration has candidates');
  bench.dialogs.offer('notes.pdf', 'ceci n’est pas\u0000 un PDF');
  expect(await endOf(desk, await ask('piece.add', { sessionId, candidateId: first.id, kind: 'other' }))).toEqual({ kind: 'done' });
  const dossier = await ask('dossier.get', { sessionId, candidateId: first.id });
  const added = dossier.pieces.find((piece) => piece.fileName === 'notes.pdf');
  expect(added).toMatchObject({ reading: 'unreadable' });
  if (!added) throw new Error('one piece was added');
  const pieceId = added.id;
  const { view } = await ask('piece.view', { sessionId, pieceId });
  expect(Buffer.from(desk.viewing(view) ?? []).toString('utf8')).toBe('ceci n’est pas\u0000 un PDF');
});

test('a piece whose name turns round, hides or overflows is kept under a name that does not', async () => {
  const { sessionId } = await ask('store.openDemonstration', {});
  const [first] = await ask('candidate.list', { sessionId });
  if (!first) throw new Error('the demonstration has candidates');
  const names = ['rapport\u202Efdp.exe\u200B.txt', `${'w'.repeat(250)}.txt`, '\u202E\u2067', `n${'\u0301'.repeat(80)}.txt`];
  for (const name of names) {
    bench.dialogs.offer(name, 'un texte');
    expect(await endOf(desk, await ask('piece.add', { sessionId, candidateId: first.id, kind: 'other' }))).toEqual({ kind: 'done' });
  }
  const { pieces } = await ask('dossier.get', { sessionId, candidateId: first.id });
  const added = pieces.slice(-names.length).map(({ fileName, title }) => [fileName, title]);
  expect(added).toEqual([
    ['rapportfdp.exe.txt', 'rapportfdp.exe'],
    [`${'w'.repeat(250)}.txt`, 'w'.repeat(200)],
    ['-', '-'],
    // Composed when it is copied in, then four marks at most.
    [`\u0144${'\u0301'.repeat(4)}.txt`, `\u0144${'\u0301'.repeat(4)}`],
  ]);
});

test('the officer’s records open with the officer’s PIN alone, and the lead’s screens hold nothing of them', async () => {
  const { sessionId } = await ask('store.openDemonstration', {});
  const scenario = readScenario(bench.tools.resourcesFolder);
  expect(await desk.ask('officer.open', { sessionId, pin: '0000' })).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  expect(await desk.ask('officer.list', { sessionId, key: 'guess' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  const { key } = await ask('officer.open', { sessionId, pin: scenario.officer.pin });
  expect(await ask('officer.list', { sessionId, key })).toHaveLength(2);
  await ask('officer.close', { key });
  const lists = JSON.stringify([
    await ask('session.get', { sessionId }),
    await ask('session.readiness', { sessionId }),
    await ask('candidate.list', { sessionId }),
    await ask('sitting.get', { sessionId }),
  ]);
  for (const { effect, note } of scenario.accommodations) for (const text of [effect, note]) expect(lists).not.toContain(text);
});

test('the jury sees the declared measure of a consenting candidate, nothing of the other, and nothing after a withdrawal', async () => {
  const { sessionId } = await ask('store.openDemonstration', {});
  const scenario = readScenario(bench.tools.resourcesFolder);
  const lines = await ask('candidate.list', { sessionId });
  const shown = async (number: string) => {
    const candidateId = lines.find((line) => line.number === number)?.id;
    if (!candidateId) throw new Error(`no ${number}`);
    return { candidateId, accommodation: (await ask('sitting.candidate', { sessionId, candidateId })).accommodation };
  };
  const [declared, private_] = [await shown('D-03'), await shown('D-13')];
  expect(declared.accommodation).toMatchObject({ defenceMinutes: 40, standardMinutes: 30 });
  expect(JSON.stringify(declared.accommodation)).not.toContain(scenario.accommodations[0]?.note);
  expect(private_.accommodation).toBeNull();
  const { key } = await ask('officer.open', { sessionId, pin: scenario.officer.pin });
  await ask('officer.setConsent', {
    sessionId,
    key,
    candidateId: declared.candidateId,
    consent: { kind: 'withdrawn', on: '2026-03-16', proof: 'Courriel', given: null },
  } as RequestInput<'officer.setConsent'>);
  await ask('officer.close', { key });
  expect((await shown('D-03')).accommodation).toBeNull();
});

test('a sealed opinion is shown to its author in a turn, to nobody else, and in no answer before the reveal', async () => {
  const { sessionId, candidateId, block, jurors, pins } = await openSitting();
  const [first, second] = jurors;
  if (!first || !second) throw new Error('three members sit');
  const begin = (jurorId: typeof first, pin: string) => desk.ask('turn.begin', { sessionId, candidateId, block, jurorId, pin });
  expect(await begin(first, '0000')).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  const turn = await ask('turn.begin', { sessionId, candidateId, block, jurorId: first, pin: pins.get(first) ?? '' });
  await ask('turn.draft', { turn: turn.turn, text: 'brouillon scellé' });
  await ask('turn.record', { turn: turn.turn, value: 'refuse', note: 'note scellée' });
  expect(await desk.ask('turn.record', { turn: turn.turn, value: 'validate', note: '' })).toMatchObject({ ok: false, error: { code: 'turn-over' } });
  const other = await ask('turn.begin', { sessionId, candidateId, block, jurorId: second, pin: pins.get(second) ?? '' });
  expect(other).toMatchObject({ mine: null, draft: '' });
  const everything = JSON.stringify([
    await ask('sitting.get', { sessionId }),
    await ask('sitting.candidate', { sessionId, candidateId }),
    await ask('turn.leave', { turn: other.turn }),
    await ask('session.list', {}),
    await ask('session.get', { sessionId }),
    other,
  ]);
  expect(everything).not.toMatch(/scellé|"refuse"/);
  expect((await ask('sitting.candidate', { sessionId, candidateId })).blocks[0]?.rounds).toEqual([
    { kind: 'sealed', round: 1, reason: '', recorded: [first], void: false },
  ]);
  const again = await ask('turn.begin', { sessionId, candidateId, block, jurorId: first, pin: pins.get(first) ?? '' });
  expect(again.mine).toEqual({ value: 'refuse', note: 'note scellée' });
});

test('what is asked again and changes nothing is answered as saved at the first instant; an incident told twice is two', async () => {
  const { sessionId, candidateId, block, jurors, pins } = await openSitting();
  const [jurorId] = jurors;
  if (!jurorId) throw new Error('three members sit');
  const record = async (note: string) => {
    const { turn, draft } = await ask('turn.begin', { sessionId, candidateId, block, jurorId, pin: pins.get(jurorId) ?? '' });
    await ask('turn.draft', { turn, text: note });
    return { draft, savedAt: (await ask('turn.record', { turn, value: 'refuse', note })).savedAt };
  };
  const presence = () => ask('sitting.presence', { sessionId, candidateId, presence: 'present', note: 'en avance' });
  expect(await presence()).toEqual(await presence());
  const first = await record('note scellée');
  expect(await record('note scellée')).toEqual(first);
  expect((await ask('session.get', { sessionId })).savedAt).toBe(first.savedAt);
  expect((await record('autre note')).savedAt).not.toBe(first.savedAt);
  for (const text of ['Coupure.', 'Coupure.']) await ask('sitting.incident', { sessionId, text });
  expect((await ask('sitting.get', { sessionId })).incidents).toHaveLength(2);
});

test('what a request says is saved is there after the program is closed and opened again', async () => {
  const { sessionId, candidateId, block, jurors, pins } = await openSitting();
  for (const jurorId of jurors.slice(0, 2)) {
    const { turn } = await ask('turn.begin', { sessionId, candidateId, block, jurorId, pin: pins.get(jurorId) ?? '' });
    await ask('turn.record', { turn, value: 'validate', note: '' });
  }
  desk.close();
  desk = openDesk(bench.tools);
  await ask('store.openDemonstration', {});
  expect((await ask('sitting.candidate', { sessionId, candidateId })).blocks[0]?.rounds).toMatchObject([{ kind: 'sealed', recorded: jurors.slice(0, 2) }]);
});

test('the whole day goes from the prepared session to a verified archive, with the outcomes that the scenario expects', async () => {
  const { scenario } = await openSitting();
  desk.close();
  bench.dispose();
  bench = openTestDesk();
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const sessionId = await day.prepare();
  await day.open();
  await day.deliberate();
  expect(await desk.ask('minute.print', { sessionId })).toMatchObject({ ok: false, error: { code: 'session-not-closed' } });
  await day.sign();
  const { outcomes, verdict } = await day.archive();
  expect(verdict).toMatchObject({ level: 'established', faults: [] });
  expect(Object.fromEntries([...outcomes].map(([number, outcome]) => [number, outcome.kind]))).toEqual(
    Object.fromEntries(Object.entries(scenario.expected.outcomes).map(([number, outcome]) => [number, outcome.kind])),
  );
  expect([...bench.dialogs.written.keys()].sort()).toEqual(['Archive 2026-014-DEMO.zip', 'PV 2026-014-DEMO.pdf']);
  expect((await ask('session.list', {}))[0]?.phase).toBe('archived');
});

test('the seal answers to the lead’s PIN alone: a member’s PIN never seals', async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const sessionId = await day.prepare();
  await day.open();
  await day.deliberate();
  await ask('session.close', { sessionId, pin: scenario.leadPin });
  const { signers } = await ask('minute.print', { sessionId });
  const pinOf = new Map((await ask('session.get', { sessionId })).jurors.map((juror, index) => [juror.id as string, scenario.jurors[index]?.pin ?? '']));
  const appearance = { kind: 'typed', text: 'Signature' } as const;
  const members = signers.filter((entry) => entry.capacity === 'member');
  for (const { signer } of members) await ask('minute.sign', { sessionId, signer, capacity: 'member', pin: pinOf.get(signer) ?? '', appearance });
  const [first] = members;
  if (!first) throw new Error('members decided');
  expect(await desk.ask('minute.sign', { sessionId, signer: first.signer, capacity: 'lead', pin: pinOf.get(first.signer) ?? '', appearance })).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
  expect((await ask('minute.signing', { sessionId })).phase).toBe('closed');
  expect(await ask('minute.sign', { sessionId, signer: 'lead', capacity: 'lead', pin: scenario.leadPin, appearance })).toMatchObject({ phase: 'sealed' });
});
