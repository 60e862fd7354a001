import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionId } from '../domain/ids.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';

let bench: ReturnType<typeof openTestDesk>;
const ask = askOf(() => bench.desk);
let sessionId: SessionId;

beforeEach(async () => {
  bench = openTestDesk();
  await layPrepared(bench.tools, null);
  ({ sessionId } = await ask('store.openDemonstration', {}));
});
afterEach(() => bench.dispose());

/** All that a preparation shows of its people and their dossiers. */
const everything = async () => {
  const candidates = await ask('candidate.list', { sessionId });
  const dossiers = [];
  for (const { id } of candidates) dossiers.push(await ask('dossier.get', { sessionId, candidateId: id }));
  const { jurors } = await ask('session.get', { sessionId });
  return { candidates, dossiers, jurors };
};

const fullest = async () => {
  const { dossiers } = await everything();
  const [first] = dossiers.toSorted((one, other) => other.pieces.length + other.projects.length - one.pieces.length - one.projects.length);
  if (!first || first.pieces.length === 0) throw new Error('the demonstration has a dossier');
  return first;
};

test('a candidate taken out is put back with the whole dossier, and its pieces can be read', async () => {
  const before = await everything();
  const { candidate, pieces } = await fullest();
  const { undo } = await ask('candidate.remove', { sessionId, candidateId: candidate.id });
  expect((await ask('candidate.list', { sessionId })).some(({ id }) => id === candidate.id)).toBe(false);
  await ask('removal.undo', { sessionId, undo });
  const after = await everything();
  const sorted = (each: Awaited<ReturnType<typeof everything>>) => ({
    ...each,
    candidates: each.candidates.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  });
  expect(sorted(after).candidates).toEqual(sorted(before).candidates);
  expect(after.dossiers.find((each) => each.candidate.id === candidate.id)).toEqual(before.dossiers.find((each) => each.candidate.id === candidate.id));
  const [piece] = pieces;
  if (!piece) throw new Error('no piece');
  const { view } = await ask('piece.view', { sessionId, pieceId: piece.id });
  expect(bench.desk.viewing(view)?.length).toBe(piece.bytes);
});

test('a member of the jury taken out is put back as they were, code included', async () => {
  const before = (await ask('session.get', { sessionId })).jurors;
  const [juror] = before;
  if (!juror) throw new Error('the demonstration has a jury');
  const { undo } = await ask('juror.remove', { sessionId, jurorId: juror.id });
  await ask('removal.undo', { sessionId, undo });
  const after = (await ask('session.get', { sessionId })).jurors;
  expect(after.find(({ id }) => id === juror.id)).toEqual(juror);
  expect(after).toHaveLength(before.length);
});

test('a piece taken out is put back where a requirement pointed at it', async () => {
  const { candidate, pieces } = await fullest();
  const before = await ask('dossier.get', { sessionId, candidateId: candidate.id });
  const [piece] = pieces;
  if (!piece) throw new Error('no piece');
  const { undo } = await ask('piece.remove', { sessionId, pieceId: piece.id });
  await ask('removal.undo', { sessionId, undo });
  const after = await ask('dossier.get', { sessionId, candidateId: candidate.id });
  const byId = (list: typeof after.pieces) => list.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  expect(byId(after.pieces)).toEqual(byId(before.pieces));
});

test('a project, an evidence and a requirement taken out are put back where they were, in their order', async () => {
  const { candidate } = await fullest();
  const here = { sessionId, candidateId: candidate.id };
  const { projects } = await ask('dossier.get', here);
  const [model] = projects;
  if (!model) throw new Error('the demonstration has projects');
  const { id: _id, timer: _timer, ...fields } = model;
  await ask('project.save', { sessionId, projectId: null, fields: { ...fields, title: 'Le dernier' } });
  const competencies = fields.grid.slice(0, 1).map(({ competency }) => competency);
  for (const title of ['Une preuve', 'Une autre'])
    await ask('evidence.save', { sessionId, evidenceId: null, fields: { candidateId: candidate.id, title, pieceId: null, competencies } });
  const record = { candidateId: candidate.id, code: 'english', state: 'provided', basis: null, pieceId: null } as const;
  await ask('requirement.save', { sessionId, record: { ...record, proof: 'Attestation', verifiedOn: null, verifiedBy: 'Camille Figurant', note: '' } });
  const before = { dossier: await ask('dossier.get', here), requirements: await ask('requirement.list', here) };
  const [first] = before.dossier.evidence;
  if (!first) throw new Error('an evidence was saved');
  const removals = [
    () => ask('project.remove', { sessionId, projectId: model.id }),
    () => ask('evidence.remove', { sessionId, evidenceId: first.id }),
    () => ask('requirement.remove', { ...here, code: 'english' }),
  ];
  for (const remove of removals) {
    const { undo } = await remove();
    expect({ dossier: await ask('dossier.get', here), requirements: await ask('requirement.list', here) }).not.toEqual(before);
    await ask('removal.undo', { sessionId, undo });
    expect({ dossier: await ask('dossier.get', here), requirements: await ask('requirement.list', here) }).toEqual(before);
  }
});

test('a project put back after another took its rank comes last, and both are there', async () => {
  const { candidate, projects } = await fullest();
  const last = projects.at(-1);
  if (!last) throw new Error('the demonstration has projects');
  const { id, timer: _timer, ...fields } = last;
  const { undo } = await ask('project.remove', { sessionId, projectId: id });
  await ask('project.save', { sessionId, projectId: null, fields: { ...fields, title: 'Venu entre-temps' } });
  await ask('removal.undo', { sessionId, undo });
  const titles = (await ask('dossier.get', { sessionId, candidateId: candidate.id })).projects.map(({ title }) => title);
  expect(titles.slice(-2).toSorted()).toEqual([last.title, 'Venu entre-temps'].toSorted());
});

test('one removal at a time: the one before is over, and so is one put back already, one of another session and one taken by a lock', async () => {
  const [first, second] = await ask('candidate.list', { sessionId });
  if (!first || !second) throw new Error('two candidates');
  const one = await ask('candidate.remove', { sessionId, candidateId: first.id });
  const other = await ask('candidate.remove', { sessionId, candidateId: second.id });
  const over = { ok: false, error: { code: 'removal-over', facts: {} } };
  expect(await bench.desk.ask('removal.undo', { sessionId, undo: one.undo })).toMatchObject(over);
  await ask('removal.undo', { sessionId, undo: other.undo });
  expect(await bench.desk.ask('removal.undo', { sessionId, undo: other.undo })).toMatchObject(over);
  const third = await ask('candidate.remove', { sessionId, candidateId: second.id });
  bench.desk.lock('person');
  await ask('store.openDemonstration', {});
  expect(await bench.desk.ask('removal.undo', { sessionId, undo: third.undo })).toMatchObject(over);
});

test('where the same number was given again meanwhile, nothing is put back and nothing is lost', async () => {
  const [first] = await ask('candidate.list', { sessionId });
  if (!first) throw new Error('a candidate');
  const { id, pieces: _pieces, unproven: _unproven, ...fields } = first;
  const { undo } = await ask('candidate.remove', { sessionId, candidateId: id });
  const again = await ask('candidate.save', { sessionId, candidateId: null, fields });
  expect(await bench.desk.ask('removal.undo', { sessionId, undo })).toMatchObject({ ok: false, error: { code: 'removal-over' } });
  expect((await ask('candidate.list', { sessionId })).filter(({ number }) => number === first.number).map((line) => line.id)).toEqual([again.candidateId]);
});
