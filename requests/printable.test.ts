import { afterEach, beforeEach, expect, test } from 'vitest';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
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
const ask = askOf(() => desk);
const play = async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  return { scenario, day, sessionId: await day.prepare() };
};
const missing = (character: string) => ({ ok: false, error: { code: 'glyph-missing', facts: { character } } });

test('a session does not open on a name that the minute could not print: once open it could never be put right', async () => {
  const { scenario, day, sessionId } = await play();
  const [line] = await ask('candidate.list', { sessionId });
  if (!line) throw new Error('the demonstration has candidates');
  const { id, pieces: _, unproven: __, ...fields } = line;
  await ask('candidate.save', { sessionId, candidateId: id, fields: { ...fields, givenName: '漢字' } });
  await expect(day.open()).rejects.toThrow('glyph-missing');
  expect(await desk.ask('session.open', { sessionId, pin: scenario.leadPin })).toMatchObject({
    ...missing('漢'),
    error: { facts: { where: `le candidat ${line.number}` } },
  });
  await ask('candidate.save', { sessionId, candidateId: id, fields });
  await ask('session.open', { sessionId, pin: scenario.leadPin });
});

test('what is never effaced is refused with its letter, before it is written: an incident, the words of a decision', async () => {
  const { day, sessionId, scenario } = await play();
  await day.open();
  await day.deliberate();
  expect(await desk.ask('sitting.incident', { sessionId, text: 'Une alarme 🔔 a sonné.' })).toMatchObject(missing('🔔'));
  const { candidates } = await ask('sitting.get', { sessionId });
  const line = candidates.find((each) => each.blocks.some(({ state }) => state.kind === 'validated'));
  const block = line?.blocks[0]?.code;
  if (!line || !block) throw new Error('the demonstration has decisions');
  const decision = { outcome: 'validated', reason: 'Très bien 👍', recommendation: '', competencies: [] } as const;
  expect(await desk.ask('decision.record', { sessionId, candidateId: line.id, block, decision: { ...decision, competencies: [] } })).toMatchObject(
    missing('👍'),
  );
  await ask('session.close', { sessionId, pin: scenario.leadPin });
});
