import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionId } from '../domain/ids.ts';
import { clockBehind, instantFrom, type Instant } from '../domain/time.ts';
import { readScenario } from './scenario.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { openDesk, type Desk } from './desk.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const script = new ScriptClock(scenario.clock.preparedAt);
/** Milliseconds by which somebody set the clock of the computer back. */
let back = 0;
let desk: Desk;
let sessionId: SessionId;
const ask = askOf(() => desk);

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock: { now: () => instantFrom(Date.parse(script.now()) - back) } });
  const day = new Day(desk, scenario, script);
  await layPrepared(bench.tools, script);
  sessionId = await day.prepare();
  await day.open();
  await day.deliberate();
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('a clock set back by an hour is told, its acts are recorded after the others, whole, and the minute is not closed before them', async () => {
  expect(await ask('session.get', { sessionId })).toMatchObject({ clockBehind: null });
  const before = await ask('sitting.get', { sessionId });
  back = 3_600_000;
  const { clockBehind: latest } = await ask('session.get', { sessionId });
  expect(latest).not.toBeNull();
  const { savedAt } = await ask('sitting.incident', { sessionId, text: 'Horloge remise en arrière.' });
  expect(Date.parse(savedAt ?? '')).toBeLessThan(Date.parse(latest ?? ''));
  const sitting = await ask('sitting.get', { sessionId });
  expect(sitting.incidents.at(-1)?.text).toBe('Horloge remise en arrière.');
  expect(sitting.totals).toEqual(before.totals);
  expect(await ask('journal.check', { sessionId })).toMatchObject({ session: { broken: null } });
  expect(await desk.ask('session.close', { sessionId, pin: scenario.leadPin })).toMatchObject({
    ok: false,
    error: { code: 'clock-set-back', facts: { earliest: latest, act: 'close' } },
  });
  desk.close();
  await ask('store.openDemonstration', {});
  expect((await ask('sitting.get', { sessionId })).incidents).toEqual(sitting.incidents);
});

test('set right again, nothing is told any more and the session closes after its last act', async () => {
  back = 0;
  expect(await ask('session.get', { sessionId })).toMatchObject({ clockBehind: null });
  const { savedAt } = await ask('session.close', { sessionId, pin: scenario.leadPin });
  expect(savedAt).not.toBeNull();
});

test('a correction of a few seconds, or a change of hour, is no clock that went back', () => {
  const at = (text: string): Instant => instantFrom(Date.parse(text));
  expect(clockBehind(at('2026-03-17T10:00:00.000Z'), [at('2026-03-17T10:00:59.000Z')])).toBeNull();
  expect(clockBehind(at('2026-03-17T10:00:00.000Z'), [at('2026-03-17T10:01:01.000Z'), at('2026-03-17T09:00:00.000Z')])).toBe('2026-03-17T10:01:01.000Z');
  // 3 in the morning becomes 2 on the wall of Paris; time itself goes on.
  expect(clockBehind(at('2026-10-25T01:10:00.000Z'), [at('2026-10-25T00:50:00.000Z')])).toBeNull();
  expect(clockBehind(at('2026-03-17T10:00:00.000Z'), [])).toBeNull();
});
