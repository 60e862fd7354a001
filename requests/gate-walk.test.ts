import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract, type RequestInput, type RequestName } from '../domain/contract.ts';
import { failed } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { defaultRegulations } from '../domain/regulations.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { inputOf } from '../tests/fixtures/asked.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { endOf } from '../tests/fixtures/works.ts';
import { handlers, openDesk, type AllHandlers, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

// What follows is written by hand from the rules of the domain and of safety: who holds the laptop decides, whatever the session has become.

/** With the store closed: open one, repair one, look at a file from elsewhere; nothing of a session. */
const atTheDoor: readonly RequestName[] = [
  ...(['store.status', 'store.create', 'store.unlock', 'store.recover', 'store.openDemonstration', 'store.lock'] as const),
  ...(['store.restoreBackup', 'store.checkBackups', 'store.undoRestore', 'lock.state', 'theme.choose', 'work.get', 'work.cancel'] as const),
  ...(['document.verify', 'document.verdict', 'document.chooseDossiers', 'document.chooseRoot'] as const),
  // A file that the system’s file manager gave, taken at the door to be verified.
  'file.take',
  ...(['reading.open', 'reading.get', 'reading.view', 'reading.openDossiers', 'reading.dossiers', 'reading.viewPiece', 'reading.savePiece'] as const),
  // What only ends something harms nobody.
  ...(['reading.close', 'officer.close', 'turn.leave', 'note.close'] as const),
];
/** While somebody else than the lead has the laptop: lock it, give it back, know where one is. */
const withAnyone: readonly RequestName[] = [
  ...(['store.status', 'store.lock', 'lock.state', 'theme.choose', 'work.cancel', 'place.keep', 'place.take', 'session.get'] as const),
  ...(['turn.leave', 'note.close', 'officer.close', 'reading.close'] as const),
];
/** A member, in a turn or in private notes: the candidate in hand, and what is the member's own. */
const withMember: readonly RequestName[] = [
  ...withAnyone,
  ...(['dossier.get', 'piece.view', 'sitting.get', 'sitting.candidate', 'turn.draft', 'turn.record', 'note.list', 'note.save'] as const),
];
/** The disability officer: who the candidates are, and the officer's own room. */
const withOfficer: readonly RequestName[] = [
  ...withAnyone,
  ...(['candidate.list', 'officer.list', 'officer.log', 'officer.save', 'officer.remove', 'officer.setConsent'] as const),
];
/** Never the lead's, who has the laptop the rest of the time. */
const membersOwn: readonly RequestName[] = ['turn.draft', 'turn.record', 'note.list', 'note.save'];
const officersOwn: readonly RequestName[] = ['officer.list', 'officer.log', 'officer.save', 'officer.remove', 'officer.setConsent'];

type Told = 'reached' | 'store-locked' | 'turn-under-way' | 'turn-over' | 'forbidden';
const expected: Readonly<Record<'nobody' | 'lead' | 'member' | 'officer', (name: RequestName) => Told>> = {
  nobody: (name) => (atTheDoor.includes(name) ? 'reached' : 'store-locked'),
  member: (name) => (withMember.includes(name) ? 'reached' : 'turn-under-way'),
  officer: (name) => (withOfficer.includes(name) ? 'reached' : 'turn-under-way'),
  lead: (name) => {
    if (officersOwn.includes(name)) return 'forbidden';
    return membersOwn.includes(name) ? 'turn-over' : 'reached';
  },
};

const names = Object.keys(contract) as RequestName[];
const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const clock = new ScriptClock(scenario.clock.preparedAt);
let armed = false;
let reached: RequestName[] = [];
const spied = Object.fromEntries(
  names.map((name) => [
    name,
    (office: never, input: never) => {
      if (!armed) return handlers[name](office, input);
      reached.push(name);
      return failed('cancelled');
    },
  ]),
) as unknown as AllHandlers;
const desk: Desk = openDesk({ ...bench.tools, clock }, spied);
const ask = askOf(() => desk);
const day = new Day(desk, scenario, clock);

let sessionId: SessionId;
const candidates: Pick<RequestInput<'turn.begin'> & RequestInput<'piece.view'>, 'candidateId' | 'pieceId' | 'block' | 'jurorId' | 'pin'>[] = [];
const inputs = (known: Readonly<Record<string, unknown>>): readonly (readonly [RequestName, unknown])[] =>
  names.map((name) => [name, inputOf(name, { timeZone: 'Europe/Paris', regulations: defaultRegulations, ...known })]);

let asked = 0;
/** Asks the whole contract with the handlers poisoned, and gives what came of each. */
const walk = async (given: readonly (readonly [RequestName, unknown])[]): Promise<Record<string, Told>> => {
  armed = true;
  const told: Record<string, Told> = {};
  for (const [name, input] of given) {
    reached = [];
    const answer = await desk.answer(name, input);
    asked += 1;
    if (answer.ok) throw new Error(`${name}: answered by no handler`);
    // The spy alone cancels: what it answers and what it was asked are one.
    if ((answer.error.code === 'cancelled') !== (reached.join() === name)) throw new Error(`${name}: ${answer.error.code} after ${reached.join()}`);
    told[name] = answer.error.code === 'cancelled' ? 'reached' : (answer.error.code as Told);
  }
  armed = false;
  return told;
};
const promised = (who: keyof typeof expected, given = names): Record<string, Told> => Object.fromEntries(given.map((name) => [name, expected[who](name)]));
const inSession = (index = 0) => {
  const each = candidates[index];
  if (!each) throw new Error('no such candidate');
  return inputs({ sessionId, ...each });
};
/** Those of the given requests whose input names something, and that who holds the laptop may otherwise ask. */
const naming = (field: string, allowed: readonly RequestName[]): RequestName[] =>
  allowed.filter((name) => Object.hasOwn((contract[name].in as { shape?: object }).shape ?? {}, field));

/** A session in one phase, held by each in turn. */
const walkPhase = async ({ turn, notes }: { readonly turn: boolean; readonly notes: boolean }): Promise<void> => {
  expect(await walk(inSession())).toEqual(promised('lead'));
  const [mine] = candidates;
  if (!mine) throw new Error('no candidate');
  if (turn) {
    const begun = await ask('turn.begin', { sessionId, candidateId: mine.candidateId, block: mine.block, jurorId: mine.jurorId, pin: mine.pin });
    await walkMember();
    await ask('turn.leave', { turn: begun.turn });
  }
  if (notes) {
    const opened = await ask('note.open', { sessionId, candidateId: mine.candidateId, jurorId: mine.jurorId, pin: mine.pin });
    await walkMember();
    await ask('note.close', { key: opened.key });
  }
  const room = await ask('officer.open', { sessionId, pin: scenario.officer.pin });
  expect(await walk(inSession())).toEqual(promised('officer'));
  const elsewhere = naming('sessionId', withOfficer);
  expect(elsewhere).toEqual(expect.arrayContaining(['candidate.list', 'officer.list', 'session.get']));
  expect(await walk(inputs({ sessionId: 'another' }).filter(([name]) => elsewhere.includes(name)))).toEqual(
    Object.fromEntries(elsewhere.map((name) => [name, 'turn-under-way'])),
  );
  await ask('officer.close', { key: room.key });
};

const walkMember = async (): Promise<void> => {
  expect(await walk(inSession())).toEqual(promised('member'));
  const other = naming('candidateId', withMember);
  expect(other).toEqual(['dossier.get', 'sitting.candidate']);
  expect(await walk(inSession(1).filter(([name]) => [...other, 'piece.view'].includes(name)))).toEqual(
    Object.fromEntries([...other, 'piece.view'].map((name) => [name, 'turn-under-way'])),
  );
};

beforeAll(async () => {
  expect(await walk(inputs({}))).toEqual(promised('nobody'));
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  const { jurors } = await ask('session.get', { sessionId });
  const [jurorId] = jurors.map(({ id }) => id);
  const lines = (await ask('candidate.list', { sessionId })).filter(({ number }) => ['D-01', 'D-02'].includes(number));
  for (const { id } of lines) {
    const { candidate, pieces } = await ask('dossier.get', { sessionId, candidateId: id });
    const [[block], [piece]] = [candidate.presents, pieces];
    if (!block || !piece || !jurorId) throw new Error('an empty dossier');
    candidates.push({ candidateId: id, pieceId: piece.id, block, jurorId, pin: scenario.jurors[0]?.pin ?? '' });
  }
}, 120_000);
afterAll(() => {
  console.log(`gate: ${asked} requests asked`);
  desk.close();
  bench.dispose();
});

test('in preparation, and with a store just locked', async () => {
  await walkPhase({ turn: false, notes: false });
  desk.lock('idle');
  expect(await walk(inSession())).toEqual(promised('nobody'));
  await day.prepare();
});

test('while the jury sits', async () => {
  await day.open();
  for (const { candidateId } of candidates) await ask('sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
  await walkPhase({ turn: true, notes: true });
});

test('once closed, while the minute is read and signed', async () => {
  // Nobody came: nothing to deliberate, and a day that closes at once.
  for (const { id } of await ask('candidate.list', { sessionId })) await ask('sitting.presence', { sessionId, candidateId: id, presence: 'absent', note: '' });
  await ask('session.close', { sessionId, pin: scenario.leadPin });
  await walkPhase({ turn: false, notes: true });
});

test('sealed, then in a rectification, then archived', async () => {
  await ask('minute.print', { sessionId });
  await ask('minute.sign', { sessionId, signer: 'lead', capacity: 'lead', pin: scenario.leadPin, appearance: scenario.seal.appearance });
  await walkPhase({ turn: false, notes: true });
  await day.archive();
  await walkPhase({ turn: false, notes: true });
  await ask('rectification.open', { sessionId, reason: 'Nom mal écrit', pin: scenario.leadPin });
  await walkPhase({ turn: false, notes: true });
});

test('while an archive is read, with no store open', async () => {
  const [name, bytes] = [...bench.dialogs.written].find(([written]) => written.endsWith('.zip')) ?? [];
  if (!name || !bytes) throw new Error('no archive');
  desk.lock('idle');
  bench.dialogs.offer(name, bytes);
  const { work } = await ask('reading.open', { handle: null, name: null, root: null, secret: null });
  await endOf(desk, work);
  await ask('reading.get', { work });
  expect(await walk(inputs({ sessionId, work }))).toEqual(promised('nobody'));
});
