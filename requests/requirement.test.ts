import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestOutput } from '../domain/contract.ts';
import type { SessionId } from '../domain/ids.ts';
import type { RequirementRecord } from '../domain/requirements.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;
let day: Day;
let sessionId: SessionId;
let one: RequestOutput<'candidate.list'>[number];
let two: RequestOutput<'candidate.list'>[number];
const ask = askOf(() => desk);
beforeAll(async () => {
  bench = openTestDesk();
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  const [first, second] = await ask('candidate.list', { sessionId });
  if (!first || !second) throw new Error('the demonstration has candidates');
  [one, two] = [first, second];
  // What the demonstration already says of them is taken back.
  for (const candidateId of [one.id, two.id])
    for (const { code } of await ask('requirement.list', { sessionId, candidateId })) await ask('requirement.remove', { sessionId, candidateId, code });
});
afterAll(() => {
  desk.close();
  bench.dispose();
});

const secret = 'Attestation fictive de langue, feuillet 7';
const record = (part: Partial<RequirementRecord> = {}): RequirementRecord => ({
  candidateId: one.id,
  code: 'english',
  state: 'provided',
  basis: null,
  pieceId: null,
  proof: secret,
  verifiedOn: null,
  verifiedBy: 'Camille Figurant',
  note: '',
  ...part,
});

test('what was checked is kept for its candidate, and a piece of another dossier proves nothing', async () => {
  await ask('requirement.save', { sessionId, record: record() });
  expect(await ask('requirement.list', { sessionId, candidateId: one.id })).toEqual([record()]);
  expect(await ask('requirement.list', { sessionId, candidateId: two.id })).toEqual([]);
  const [foreign] = (await ask('dossier.get', { sessionId, candidateId: two.id })).pieces;
  if (!foreign) throw new Error('the second dossier has pieces');
  expect(await desk.ask('requirement.save', { sessionId, record: record({ pieceId: foreign.id }) })).toMatchObject({
    error: { code: 'not-found', facts: { what: 'piece' } },
  });
  await ask('requirement.save', { sessionId, record: record({ code: 'cv' }) });
  await ask('requirement.remove', { sessionId, candidateId: one.id, code: 'cv' });
  expect(await ask('requirement.list', { sessionId, candidateId: one.id })).toEqual([record()]);
});

test('once the session is open nothing of it changes, and nothing of it is shown to the jury', async () => {
  await day.open();
  expect(await desk.ask('requirement.save', { sessionId, record: record({ note: 'x' }) })).toMatchObject({ error: { code: 'session-frozen' } });
  expect(await desk.ask('requirement.remove', { sessionId, candidateId: one.id, code: 'english' })).toMatchObject({ error: { code: 'session-frozen' } });
  const shown = [
    await ask('sitting.get', { sessionId }),
    await ask('sitting.candidate', { sessionId, candidateId: one.id }),
    await ask('dossier.get', { sessionId, candidateId: one.id }),
  ];
  expect(JSON.stringify(shown)).not.toContain(secret);
  expect(JSON.stringify(await ask('requirement.list', { sessionId, candidateId: one.id }))).toContain(secret);
});
