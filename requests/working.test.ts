import { afterEach, beforeEach, expect, test } from 'vitest';
import { record as recordSchema } from '../domain/minute.ts';
import { replayRecord } from '../domain/replay.ts';
import { replayWorking } from '../domain/replay-working.ts';
import { defaultRegulations } from '../domain/regulations.ts';
import { openWorking } from '../documents/working/envelope.ts';
import { readJournal } from '../documents/working/journal.ts';
import { readArchiveMembers } from '../documents/archive/verify-file.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { fieldsOf } from '../tests/fixtures/sitting.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;

beforeEach(() => {
  bench = openTestDesk();
  desk = bench.desk;
});
afterEach(() => {
  desk.close();
  bench.dispose();
});

test('a session played to its archive replays to what its record tells, and its working part proves each decision', async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const sessionId = await day.prepare();
  // Somebody who is taken out of the session before the opening leaves acts in the journal, and none in the record.
  const [substitute] = scenario.jurors.filter(({ fields }) => fields.seat === 'substitute');
  if (!substitute) throw new Error('the scenario has a substitute');
  const added = await desk.ask('juror.save', { sessionId, jurorId: null, fields: { ...substitute.fields, familyName: 'Retirée' } });
  if (!added.ok) throw new Error(added.error.code);
  expect(await desk.ask('room.attendance', { sessionId, jurorId: added.value.jurorId, present: true })).toMatchObject({ ok: true });
  expect(await desk.ask('juror.remove', { sessionId, jurorId: added.value.jurorId })).toMatchObject({ ok: true });
  await day.open();
  const passphrase = 'une phrase de passe d’essai';
  expect(await desk.ask('working.export', { sessionId, passphrase, pin: scenario.leadPin })).toMatchObject({
    ok: false,
    error: { code: 'session-not-closed' },
  });
  await day.deliberate();
  await day.sign();
  expect(await desk.ask('working.export', { sessionId, passphrase, pin: '0000' })).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  expect(await desk.ask('working.export', { sessionId, passphrase: 'courte', pin: scenario.leadPin })).toMatchObject({
    ok: false,
    error: { code: 'request-malformed' },
  });
  expect(await desk.ask('archive.state', { sessionId })).toMatchObject({ ok: true, value: { archived: null, working: null } });
  expect(await desk.ask('working.export', { sessionId, passphrase, pin: scenario.leadPin })).toMatchObject({ ok: true });
  // That it left is kept, with the name of its file.
  expect(await desk.ask('archive.state', { sessionId })).toMatchObject({ ok: true, value: { working: { fileName: expect.stringMatching(/\.json$/) } } });
  await day.archive();
  const written = (end: string) => [...bench.dialogs.written].find(([name]) => name.endsWith(end))?.[1] ?? new Uint8Array();
  const { record: text } = await readArchiveMembers(written('.zip'));
  const record = recordSchema.parse(JSON.parse(Buffer.from(text).toString('utf8')));
  expect(replayRecord(record).differences).toEqual([]);
  const working = openWorking(Buffer.from(written('.json')).toString('utf8'), passphrase);
  if (!working.ok) throw new Error(working.error.code);
  const { acts, faults } = readJournal(working.value, record);
  expect(faults).toEqual([]);
  const { decisions, refused, sameActs } = replayWorking(record, acts);
  expect([refused, sameActs, decisions.filter(({ fault }) => fault !== null)]).toEqual([[], true, []]);
  expect(decisions.map(({ number, block }) => `${number} ${block}`)).toEqual(scenario.deliberations.map(({ candidate, block }) => `${candidate} ${block}`));
  // Nothing of what the members wrote or gave is in the record, nor a duration or an accommodation.
  const secrets = [
    ...scenario.deliberations.flatMap(({ rounds }) => rounds.flatMap(({ reason, opinions }) => [reason ?? '', ...opinions.map(({ note }) => note)])),
  ];
  const told = [
    ...secrets,
    ...scenario.accommodations.flatMap(({ effect, note }) => [effect, note]),
    ...scenario.accommodationReadings.map(({ note }) => note),
  ];
  expect(told.filter((each) => each.length > 3 && Buffer.from(text).toString('utf8').includes(each))).toEqual([]);
});

test('a version of the regulations says one thing in a store, and is frozen with the session', async () => {
  await desk.ask('store.create', { passphrase: 'une phrase assez longue' });
  const session = (number: string) => desk.ask('session.create', fieldsOf(number));
  const [one, other] = [await session('1'), await session('2')];
  if (!one.ok || !other.ok) throw new Error('two sessions');
  const set = (sessionId: typeof one.value.sessionId, regulations: typeof defaultRegulations) => desk.ask('session.setRegulations', { sessionId, regulations });
  expect(await set(one.value.sessionId, { ...defaultRegulations, rounds: 2 })).toMatchObject({ ok: false, error: { code: 'regulations-version-taken' } });
  expect(await set(one.value.sessionId, { ...defaultRegulations, rounds: 2, version: '2.0' })).toMatchObject({ ok: true });
  expect(await set(one.value.sessionId, { ...defaultRegulations, rounds: 1, version: '2.0' })).toMatchObject({ ok: true });
  expect(await set(other.value.sessionId, { ...defaultRegulations, rounds: 2, version: '2.0' })).toMatchObject({
    ok: false,
    error: { code: 'regulations-version-taken' },
  });
  expect(await set(other.value.sessionId, { ...defaultRegulations, rounds: 1, version: '2.0' })).toMatchObject({ ok: true });
});
