import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionId } from '../domain/ids.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { fieldsOf } from '../tests/fixtures/sitting.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;
let day: Day;
let sessionId: SessionId;
const ask = askOf(() => desk);
beforeEach(async () => {
  bench = openTestDesk();
  bench.desk.close();
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
});
afterEach(() => {
  desk.close();
  bench.dispose();
});

test('a project or an evidence is changed through its own session and candidate alone', async () => {
  const lines = await ask('candidate.list', { sessionId });
  const dossiers = await Promise.all(lines.map(async ({ id }) => await ask('dossier.get', { sessionId, candidateId: id })));
  const project = dossiers.find(({ projects }) => projects.length > 0)?.projects[0];
  const evidence = dossiers.find((each) => each.evidence.length > 0)?.evidence[0];
  if (!project || !evidence) throw new Error('the demonstration has projects and evidence');
  const { id: projectId, timer: _, ...fields } = project;
  const { id: evidenceId, ...told } = evidence;
  const other = (await ask('session.create', fieldsOf('PV ailleurs'))).sessionId;
  const candidateId = lines.find(({ id }) => id !== project.candidateId && id !== evidence.candidateId)?.id ?? project.candidateId;
  const refused = [
    await desk.ask('project.remove', { sessionId: other, projectId }),
    await desk.ask('evidence.remove', { sessionId: other, evidenceId }),
    await desk.ask('project.save', { sessionId, projectId, fields: { ...fields, candidateId } }),
    await desk.ask('evidence.save', { sessionId, evidenceId, fields: { ...told, candidateId } }),
  ];
  expect(refused.map((answer) => (answer.ok ? 'answered' : [answer.error.code, answer.error.facts['what']]))).toEqual([
    ['not-found', 'project'],
    ['not-found', 'evidence'],
    ['not-found', 'project'],
    ['not-found', 'evidence'],
  ]);
  expect((await ask('dossier.get', { sessionId, candidateId: project.candidateId })).projects).toContainEqual(project);
  expect((await ask('dossier.get', { sessionId, candidateId: evidence.candidateId })).evidence).toContainEqual(evidence);
});

test('once the session is open no piece is even asked for', async () => {
  const [line] = await ask('candidate.list', { sessionId });
  if (!line) throw new Error('the demonstration has candidates');
  await day.open();
  bench.dialogs.offer('rapport.txt', 'Un rapport.');
  expect(await desk.ask('piece.add', { sessionId, candidateId: line.id, kind: 'report' })).toMatchObject({ ok: false, error: { code: 'session-frozen' } });
  expect(bench.dialogs.offered).toHaveLength(1);
});
