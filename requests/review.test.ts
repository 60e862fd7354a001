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
  bench.desk.close();
});
afterEach(() => {
  desk.close();
  bench.dispose();
});
const ask = askOf(() => desk);

test('what may speak of health is asked about wherever it stands, never blocks, and goes once it is put right', async () => {
  const told = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(told.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  const spoken = told.deliberations.map((each, rank) =>
    rank > 0
      ? each
      : { ...each, decision: { ...each.decision, reason: `${each.decision.reason} Malgré son handicap.`, recommendation: 'Suivre un traitement médical.' } },
  );
  const scenario = { ...told, deliberations: spoken };
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const sessionId = await day.prepare();
  const flags = async () => (await ask('review.flags', { sessionId })).map(({ place, block, words }) => [place, block, words]);
  await day.open();
  expect(await flags()).toEqual([]);
  await day.deliberate();
  const block = spoken[0]?.block;
  const { candidates } = await ask('sitting.get', { sessionId });
  const [absent, postponed, here] = ['D-11', 'D-10', 'D-04'].map((number) => candidates.find((line) => line.number === number)?.id);
  if (!absent || !postponed || !here) throw new Error('the demonstration has them');
  const presence = { sessionId, candidateId: absent, presence: 'absent' as const };
  await ask('sitting.presence', { ...presence, note: 'En arrêt maladie.' });
  await ask('sitting.liftPostponement', { sessionId, candidateId: postponed, reason: 'Pièce reçue.' });
  await ask('sitting.postpone', { sessionId, candidateId: postponed, cause: 'other', note: 'Hospitalisée ce matin.' });
  const projectId = (await ask('dossier.get', { sessionId, candidateId: here })).projects[0]?.id;
  if (!projectId) throw new Error('D-04 has a project');
  for (const [move, note] of [
    ['start', ''],
    ['pause', ''],
    ['resume', 'Un malaise.'],
    ['stop', ''],
  ] as const)
    await ask('sitting.timer', { sessionId, candidateId: here, projectId, move, note });
  await ask('sitting.incident', { sessionId, text: 'Coupure du réseau ; le traitement de données a repris.' });
  await ask('sitting.incident', { sessionId, text: 'Une personne en fauteuil roulant a attendu l’ascenseur.' });
  expect((await flags()).toSorted((one, other) => String(one[0]).localeCompare(String(other[0])))).toEqual([
    ['incident', null, ['fauteuil roulant']],
    ['interruption', null, ['malaise']],
    ['postponement', null, ['Hospitalisée']],
    ['presence', null, ['arrêt maladie']],
    ['reason', block, ['handicap']],
    ['recommendation', block, ['médical']],
  ]);
  await ask('sitting.presence', { ...presence, note: 'Absence notée à 16 h 15.' });
  expect((await flags()).map(([place]) => place)).not.toContain('presence');
  expect(await desk.ask('session.close', { sessionId, pin: scenario.leadPin })).toMatchObject({ ok: true });
});
