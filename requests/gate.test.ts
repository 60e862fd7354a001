import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contract, type RequestName } from '../domain/contract.ts';
import type { BlockCode, CandidateId, JurorId, SessionId } from '../domain/ids.ts';
import { access, mayAsk, type Role } from '../domain/role.ts';
import { openTestDesk, askOf } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const names = Object.keys(contract) as RequestName[];

/** Written by hand, from what must never happen while somebody else has the laptop: not from the table. */
const dangerous: readonly RequestName[] = [
  'store.create',
  'store.unlock',
  'store.openDemonstration',
  'store.restoreBackup',
  'session.list',
  'session.update',
  'session.open',
  'session.close',
  'candidate.remove',
  'pin.set',
  'room.recuse',
  'room.declare',
  'sitting.timer',
  'round.reveal',
  'decision.record',
  'decision.reopen',
  'turn.begin',
  'note.open',
  'officer.open',
  'minute.sign',
  'minute.save',
  'rectification.open',
  'organism.backup',
  'archive.write',
  'working.export',
  'dossiers.write',
  'journal.get',
  'journal.export',
  'retention.purge',
  'access.export',
  'statistics.export',
  'transfer.leave',
  'transfer.receive',
  'notification.save',
  'holder.write',
  'draft.get',
  'draft.save',
  'lock.set',
];
const ofMember: readonly RequestName[] = ['turn.draft', 'turn.record', 'note.list', 'note.save'];
const ofOfficer: readonly RequestName[] = ['officer.list', 'officer.log', 'officer.save', 'officer.remove', 'officer.setConsent'];

test('while a member or the officer has the laptop, nothing dangerous is answered', () => {
  for (const role of ['member', 'officer'] as const) expect(dangerous.filter((name) => mayAsk(role, name))).toEqual([]);
});

test('a member’s requests are answered in a turn alone, the officer’s in the officer’s room alone', () => {
  const askedBy = (name: RequestName): Role[] => (['nobody', 'lead', 'member', 'officer'] as const).filter((role) => mayAsk(role, name));
  for (const name of ofMember) expect([name, askedBy(name)]).toEqual([name, ['member']]);
  for (const name of ofOfficer) expect([name, askedBy(name)]).toEqual([name, ['officer']]);
});

test('with the store closed, nothing of a session is asked: no request whose input names one', () => {
  const open = names.filter((name) => mayAsk('nobody', name) && Object.hasOwn((contract[name].in as { shape?: object }).shape ?? {}, 'sessionId'));
  // The closing of the officer's room and of a turn name none.
  expect(open).toEqual([]);
});

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
let desk: Desk;
let released = 0;
let place: { readonly sessionId: SessionId; readonly candidateId: CandidateId; readonly block: BlockCode };
let other: CandidateId;
let jurorId: JurorId;
let pin: string;
const ask = askOf(() => desk);
const journal = async (): Promise<number> => (await ask('journal.get', { sessionId: place.sessionId })).lines.length;
const refused = { ok: false, error: { code: 'turn-under-way' } };

beforeAll(async () => {
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock, released: () => (released += 1) });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const sessionId = await day.prepare();
  await day.open();
  const { candidates, members } = await ask('sitting.get', { sessionId });
  const line = candidates.find(({ number }) => number === 'D-01');
  const [block] = line?.blocks ?? [];
  const [first] = line?.composition.sitting ?? [];
  if (!line || !block || !first) throw new Error('no D-01');
  [place, jurorId] = [{ sessionId, candidateId: line.id, block: block.code }, first];
  other = candidates.find(({ id }) => id !== line.id)?.id ?? line.id;
  pin = scenario.jurors[members.findIndex(({ juror }) => juror.id === first)]?.pin ?? '';
  await ask('sitting.presence', { sessionId, candidateId: line.id, presence: 'present', note: '' });
}, 120_000);
beforeEach(() => {
  released = 0;
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

/** Inputs that would do something if they were let through. */
const attempts = (): readonly (readonly [RequestName, unknown])[] => {
  const { sessionId } = place;
  return [
    ['journal.export', { sessionId, format: 'csv' }],
    ['sitting.incident', { sessionId, text: 'Incident' }],
    ['room.recuse', { sessionId, candidateId: place.candidateId, jurorId, reason: 'Motif' }],
    ['session.close', { sessionId, pin: scenario.leadPin }],
    ['store.openDemonstration', {}],
    ['turn.begin', { ...place, jurorId, pin }],
    ['officer.open', { sessionId, pin: scenario.officer.pin }],
    ['dossier.get', { sessionId, candidateId: other }],
    ['sitting.candidate', { sessionId, candidateId: other }],
    ['session.get', { sessionId: 'another' }],
  ];
};

test('in A’s turn every act of another is refused, nothing is written, and A goes on', async () => {
  const before = await journal();
  const { turn } = await ask('turn.begin', { ...place, jurorId, pin });
  for (const [name, input] of attempts()) expect([name, await desk.answer(name, input)]).toMatchObject([name, refused]);
  await ask('sitting.candidate', { sessionId: place.sessionId, candidateId: place.candidateId });
  await ask('turn.draft', { turn, text: 'suite' });
  expect(released).toBe(0);
  await ask('turn.leave', { turn });
  expect(released).toBe(1);
  expect(await journal()).toBe(before);
});

test('in the officer’s room every act of another is refused, and leaving it gives the laptop back', async () => {
  const before = await journal();
  const { key } = await ask('officer.open', { sessionId: place.sessionId, pin: scenario.officer.pin });
  for (const [name, input] of attempts()) expect([name, await desk.answer(name, input)]).toMatchObject([name, refused]);
  await ask('officer.close', { key });
  expect(released).toBe(1);
  expect(await journal()).toBe(before);
});

test('a page that is loaded again ends the turn: its token is worth nothing', async () => {
  const { turn } = await ask('turn.begin', { ...place, jurorId, pin });
  desk.takeBack();
  expect(await desk.answer('turn.record', { turn, value: 'validate', note: '' })).toMatchObject({ ok: false, error: { code: 'turn-over' } });
});

test('a member’s existing code is not set anew without it, by the lead either', async () => {
  const set = (current: string | null) => desk.ask('pin.set', { sessionId: place.sessionId, holder: jurorId, pin: '4321', current });
  for (const current of [null, scenario.leadPin]) expect(await set(current)).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  const { turn } = await ask('turn.begin', { ...place, jurorId, pin });
  await ask('turn.leave', { turn });
});

test('a lock closes the store at once, and says which session waits', async () => {
  await ask('place.keep', { text: '{"kind":"home"}', sessionId: place.sessionId });
  await ask('turn.begin', { ...place, jurorId, pin });
  desk.lock('idle');
  expect(released).toBe(1);
  for (const name of names.filter((each) => access[each] === 'lead'))
    expect([name, await desk.answer(name, {})]).toMatchObject([
      name,
      { ok: false, error: { code: expect.stringMatching(/^(store-locked|request-malformed)$/) } },
    ]);
  expect(await ask('lock.state', {})).toMatchObject({ cause: 'idle', session: { number: scenario.session.number, heldOn: scenario.session.heldOn } });
});
