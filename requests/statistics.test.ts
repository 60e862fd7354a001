import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { day } from '../domain/time.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const clock = new ScriptClock(scenario.clock.preparedAt);
const everything = { code: null, year: null, path: null } as const;
let desk: Desk;
let sessionId: SessionId;
const ask = askOf(() => desk);
const textOf = (name: string): string => Buffer.from(bench.dialogs.written.get(name) ?? []).toString('utf8');
const candidates = async (): Promise<CandidateId[]> => {
  const view = await ask('notification.get', { sessionId });
  return view.kind === 'ready' ? view.lines.map(({ candidateId }) => candidateId) : [];
};

beforeAll(async () => {
  desk = openDesk({ ...bench.tools, clock });
  const played = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await played.prepare();
  const nothing = { sessions: 0, perYear: [], perBlock: [], refusals: [], codes: [], later: { partial: 0 } };
  expect(await ask('statistics.get', everything)).toMatchObject(nothing);
  await played.open();
  await played.deliberate();
  expect(await ask('statistics.get', everything)).toMatchObject(nothing);
  await played.sign();
}, 120_000);
afterAll(() => {
  desk.close();
  bench.dispose();
});

test('a session is counted once its minute is sealed, with the outcomes of the day', async () => {
  const view = await ask('statistics.get', everything);
  const outcomes = Object.values(scenario.expected.outcomes);
  expect(view.sessions).toBe(1);
  expect(view.perYear[0]).toMatchObject({ registered: outcomes.length, certified: outcomes.filter(({ kind }) => kind === 'full').length });
});

test('the days to notification are those of the letters: unknown while one candidate waits, then from the jury to the last', async () => {
  const everyone = await candidates();
  expect((await ask('statistics.get', everything)).delays).toMatchObject({ sessions: 1, known: 0 });
  clock.advance(10 * 86_400);
  const [first, ...others] = everyone;
  if (!first) throw new Error('nobody');
  await ask('notification.note', { sessionId, candidateIds: others, recipient: 'candidate', on: day.parse('2026-03-19'), way: 'post' });
  expect((await ask('statistics.get', everything)).delays).toMatchObject({ known: 0, longest: null });
  await ask('notification.note', { sessionId, candidateIds: [first], recipient: 'candidate', on: day.parse('2026-03-22'), way: 'hand' });
  expect((await ask('statistics.get', everything)).delays).toMatchObject({ known: 1, shortest: 5, longest: 5 });
});

test('a rate is kept with its source, and the public file holds neither free text nor a certification that is not counted', async () => {
  const rate = { code: 'RNCP36912', year: 2026, months: 6, perMille: 812, source: 'Enquête de Camille Secrète', on: day.parse('2026-03-18') } as const;
  await ask('statistics.recordInsertion', rate);
  await ask('statistics.recordInsertion', { ...rate, code: 'Jean Inventé' });
  const inside = await ask('statistics.export', { what: 'internal', filter: everything });
  expect(textOf(inside.fileName)).toContain('Enquête de Camille Secrète');
  const outside = await ask('statistics.export', { what: 'public', filter: everything });
  expect(textOf(outside.fileName)).toContain('81,2');
  expect(textOf(outside.fileName)).not.toMatch(/Secrète|Inventé/);
});

test('the minute in force is counted while a rectification runs, and a candidate’s outcome as before', async () => {
  const before = await ask('statistics.get', everything);
  await ask('rectification.open', { sessionId, pin: scenario.leadPin, reason: 'Erreur de saisie' });
  const after = await ask('statistics.get', everything);
  expect(after).toEqual(before);
});
