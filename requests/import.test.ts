import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportKind } from '../domain/import.ts';
import { blockCode, competencyCode, type SessionId } from '../domain/ids.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { fieldsOf } from '../tests/fixtures/sitting.ts';
import { endOf } from '../tests/fixtures/works.ts';
import type { Desk } from './desk.ts';
import { readScenario } from './scenario.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openDesk } from './desk.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;
let sessionId: SessionId;

const ask = askOf(() => desk);
const header = 'numero;nom;prenom;naissance;courriel;voie;entree;blocs\n';
const zoe = '1;Essai;Zoé;28/02/1999;zoe@exemple.invalid;FC;02/09/2024;tous\n';
const tiago = '2;Fictif;Tiago;01/02/1999;;CA;02/09/2024;BC01\n';

beforeEach(async () => {
  bench = openTestDesk();
  desk = bench.desk;
  await ask('store.create', { passphrase: 'une phrase assez longue' });
  ({ sessionId } = await ask('session.create', fieldsOf('2026-002')));
});
afterEach(() => bench.dispose());

const give = async (text: string, kind: ImportKind = 'candidates') => {
  bench.dialogs.offer('liste.csv', text);
  const { work } = await ask('import.choose', { sessionId, kind });
  return { handle: work, end: await endOf(desk, work) };
};
const look = async (handle: string) => ({
  view: await ask('import.get', { sessionId, handle }),
  rows: (await ask('import.rows', { sessionId, handle, show: 'all', page: 0 })).rows,
});
const take = async (text: string, kind: ImportKind = 'candidates') => {
  const { handle } = await give(text, kind);
  return ask('import.apply', { sessionId, handle, only: 'all' });
};
const list = () => ask('candidate.list', { sessionId });

test('a file with a faulty row imports nothing, unless the valid rows are chosen; the rows left out are saved to be corrected', async () => {
  const { handle } = await give(`${header}${zoe}2;=1+1;Tiago;31/02/1999;;CL;02/09/2024;BC01\n`);
  const { view, rows } = await look(handle);
  expect(view.counts).toEqual({ added: 1, changed: 0, unchanged: 0, faulty: 1 });
  expect(rows.map((row) => [row.line, row.state, row.problems.map(({ column, code }) => `${column} ${code}`)])).toEqual([
    [2, 'added', []],
    [3, 'faulty', ['naissance impossible-date', 'voie closed-access-path']],
  ]);
  expect(await desk.ask('import.apply', { sessionId, handle, only: 'all' })).toMatchObject({ ok: false, error: { code: 'import-refused' } });
  expect(await list()).toEqual([]);
  const { fileName } = await ask('import.saveFaulty', { sessionId, handle });
  const saved = Buffer.from(bench.dialogs.written.get(fileName) ?? []).toString('utf8');
  expect(saved).toMatch(/^\uFEFFnumero;nom;.*À corriger\r\n2;'=1\+1;Tiago;31\/02\/1999;/);
  expect(saved).toContain('31/02/1999 »'.replace(' »', '\u202f»'));
  expect(await ask('import.apply', { sessionId, handle, only: 'valid' })).toEqual({ added: 1, changed: 0, unchanged: 0, left: 1 });
  expect((await list()).map((line) => line.number)).toEqual(['1']);
  // What was saved comes back with its titles known and only its own faults.
  const back = await give(saved);
  expect((await look(back.handle)).view).toMatchObject({ unknown: [], counts: { faulty: 1, added: 0 } });
});

test('a file given again updates whom it names, shows each difference, and removes nobody', async () => {
  expect(await take(header + zoe + tiago)).toEqual({ added: 2, changed: 0, unchanged: 0, left: 0 });
  const [first] = await list();
  if (!first) throw new Error('two were imported');
  bench.dialogs.offer('rapport.pdf', '%PDF-1.4 %%EOF');
  await ask('piece.add', { sessionId, candidateId: first.id, kind: 'other' });
  const { handle } = await give(
    'Prénom;nom;naissance;numero;voie;entree;blocs\nZoé;Essai;28/02/1999;1;FC;03/09/2024;BC01+BC02\nAwa;Modèle;01/01/1990;3;FC;02/09/2024;tous\n',
  );
  const { view, rows } = await look(handle);
  expect(view.absent).toEqual({ total: 1, first: ['2 Tiago Fictif'] });
  expect(rows.map(({ state, differences }) => [state, differences])).toEqual([
    [
      'changed',
      [
        { field: 'entree', before: '2024-09-02', after: '2024-09-03' },
        { field: 'blocs', before: 'RNCP36912BC01+RNCP36912BC02+RNCP36912BC03', after: 'RNCP36912BC01+RNCP36912BC02' },
      ],
    ],
    ['added', []],
  ]);
  expect(await ask('import.apply', { sessionId, handle, only: 'all' })).toEqual({ added: 1, changed: 1, unchanged: 0, left: 0 });
  const after = await list();
  // The file had no column for the e-mail: what the session knew stays, and so does the dossier.
  expect(after.map(({ id, number, email, entryDate, pieces }) => [id === first.id, number, email, entryDate, pieces])).toEqual([
    [true, '1', 'zoe@exemple.invalid', '2024-09-03', 1],
    [false, '2', '', '2024-09-02', 0],
    [false, '3', '', '2024-09-02', 0],
  ]);
  const again = await give('Prénom;nom;naissance;numero;voie;entree;blocs\nZoé;Essai;28/02/1999;1;FC;03/09/2024;BC01+BC02\n');
  expect((await look(again.handle)).view.counts).toEqual({ added: 0, changed: 0, unchanged: 1, faulty: 0 });
});

test('the employer and the mentor are read, and stay when a later file has no column for them', async () => {
  await take('numero;nom;prenom;naissance;voie;entree;blocs;Entreprise;Tuteur\n1;Essai;Zoé;28/02/1999;FC;02/09/2024;tous;Atelier Fictif;Ana Prototype\n');
  await take(header + zoe);
  expect(await list()).toMatchObject([{ number: '1', email: 'zoe@exemple.invalid', employer: 'Atelier Fictif', mentor: 'Ana Prototype' }]);
});

test('a person is found by names and birth date when the number is new, and a number that is somebody else’s is refused', async () => {
  await take(header + zoe + tiago);
  const { handle } = await give(`${header}9;ESSAI;zoe;28/02/1999;zoe@exemple.invalid;FC;02/09/2024;tous\n2;Tout-Autre;Awa;03/03/1970;;FC;02/09/2024;tous\n`);
  const { rows } = await look(handle);
  expect(rows[0]).toMatchObject({ state: 'changed', differences: [{ field: 'numero', before: '1', after: '9' }, { field: 'nom' }, { field: 'prenom' }] });
  expect(rows[1]).toMatchObject({ state: 'faulty', problems: [{ column: 'numero', code: 'number-of-another', value: 'Tiago Fictif' }] });
});

test('columns that nothing recognises are said by a person once, and remembered under their titles', async () => {
  const text = `Réf;Patronyme;Petit nom;Né le;Humeur;voie;entree;blocs\n7;Essai;Zoé;28/02/1999;bonne;FC;02/09/2024;tous\n`;
  const { handle } = await give(text);
  const { view } = await look(handle);
  expect(view).toMatchObject({ remembered: false, unknown: ['Réf', 'Petit nom', 'Humeur'], missing: ['numero', 'prenom'] });
  expect(await desk.ask('import.apply', { sessionId, handle, only: 'valid' })).toMatchObject({ ok: false, error: { code: 'import-refused' } });
  const mapping = ['numero', 'nom', 'prenom', 'naissance', null, 'voie', 'entree', 'blocs'];
  expect(await desk.ask('import.map', { sessionId, handle, sheet: 0, mapping: ['secret', ...mapping.slice(1)] })).toMatchObject({ ok: false });
  const { work } = await ask('import.map', { sessionId, handle, sheet: 0, mapping });
  expect(await endOf(desk, work)).toEqual({ kind: 'done' });
  expect((await look(handle)).view).toMatchObject({ missing: [], counts: { added: 1, faulty: 0 } });
  const later = await give(text.replace('7;', '8;').replace('Zoé', 'Awa'));
  expect((await look(later.handle)).view).toMatchObject({ remembered: true, missing: [], counts: { added: 1, faulty: 0 } });
});

test('an import is refused when the session has changed since its preview, and once the session is open', async () => {
  const { handle } = await give(header + zoe);
  await take(header + tiago);
  const kept = await give(header + zoe);
  expect(await desk.ask('import.apply', { sessionId, handle, only: 'all' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const [line] = await list();
  if (!line) throw new Error('one was imported');
  await ask('candidate.remove', { sessionId, candidateId: line.id });
  expect(await desk.ask('import.apply', { sessionId, handle: kept.handle, only: 'all' })).toMatchObject({ ok: false, error: { code: 'import-stale' } });
  expect(await list()).toEqual([]);
});

test('the last import is undone whole while nothing else has changed, and no longer after', async () => {
  await take(header + zoe);
  const before = await list();
  await take(`${header}${zoe.replace('02/09/2024', '09/09/2024')}${tiago}`);
  expect((await list()).map(({ entryDate }) => entryDate)).toEqual(['2024-09-09', '2024-09-02']);
  await ask('import.undo', { sessionId });
  expect(await list()).toEqual(before);
  expect(await desk.ask('import.undo', { sessionId })).toMatchObject({ ok: false, error: { code: 'undo-too-late' } });
  await take(header + tiago);
  await ask('candidate.remove', { sessionId, candidateId: before[0]?.id ?? ('' as never) });
  expect(await desk.ask('import.undo', { sessionId })).toMatchObject({ ok: false, error: { code: 'undo-too-late' } });
});

test('a VAE file keeps its reference and interview when a new import changes its day', async () => {
  const vae = (on: string) => `numero;nom;prenom;naissance;voie;entree;recevabilite;blocs\n1;Essai;Zoé;28/02/1999;VAE;;${on};tous\n`;
  await take(vae('15/01/2025'));
  const [line] = await list();
  if (!line) throw new Error('one was imported');
  const { vaeFile } = await ask('dossier.get', { sessionId, candidateId: line.id });
  if (!vaeFile) throw new Error('a VAE candidate has a file');
  await ask('vaeFile.save', { sessionId, file: { ...vaeFile, recevabilityReference: 'REC 12', interviewMinutes: 45 } });
  await take(vae('16/01/2025'));
  expect((await ask('dossier.get', { sessionId, candidateId: line.id })).vaeFile).toMatchObject({
    recevableOn: '2025-01-16',
    recevabilityReference: 'REC 12',
    interviewMinutes: 45,
  });
});

test('a session already open is never touched: no file is even asked for, and a plan made before is refused', async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  const { handle } = await give(header + zoe);
  await day.open();
  const before = await list();
  expect(await desk.ask('import.apply', { sessionId, handle, only: 'all' })).toMatchObject({ ok: false, error: { code: 'session-frozen' } });
  expect(await desk.ask('import.choose', { sessionId, kind: 'candidates' })).toMatchObject({ ok: false, error: { code: 'session-frozen' } });
  expect(await list()).toEqual(before);
});

test('grids go into the projects of the session, in one movement that can be undone', async () => {
  await take(header + zoe + tiago);
  const [first] = await list();
  if (!first) throw new Error('two were imported');
  const { projectId } = await ask('project.save', {
    sessionId,
    projectId: null,
    fields: {
      candidateId: first.id,
      title: 'Refonte',
      blocks: [blockCode.parse('RNCP36912BC01')],
      reportPieceId: null,
      deliverables: [],
      defence: { plannedAt: null, plannedMinutes: 30, evaluator: 'Camille Évaluation' },
      grid: [{ competency: competencyCode.parse('RNCP36912BC01-C2'), level: 'partiel', remark: 'Vu' }],
    },
  });
  const gridOf = async () => (await ask('dossier.get', { sessionId, candidateId: first.id })).projects.find(({ id }) => id === projectId);
  const before = await gridOf();
  expect(await take('numero;BC01-C1;BC01-C2\n1;Acquis;Non acquis\n', 'grids')).toEqual({ added: 0, changed: 1, unchanged: 0, left: 0 });
  expect(await gridOf()).toEqual({
    ...before,
    grid: [
      { competency: 'RNCP36912BC01-C2', level: 'non-acquis', remark: 'Vu' },
      { competency: 'RNCP36912BC01-C1', level: 'acquis', remark: '' },
    ],
  });
  await ask('import.undo', { sessionId });
  expect(await gridOf()).toEqual(before);
});

test('two rows of one project are written together', async () => {
  await take(header + zoe);
  const [first] = await list();
  if (!first) throw new Error('one was imported');
  const defence = { plannedAt: null, plannedMinutes: 30, evaluator: '' };
  const blocks = [blockCode.parse('RNCP36912BC01')];
  await ask('project.save', {
    sessionId,
    projectId: null,
    fields: { candidateId: first.id, title: 'Refonte', blocks, reportPieceId: null, deliverables: [], defence, grid: [] },
  });
  await take('numero;competence;niveau;remarque\n1;BC01-C1;Acquis;Oral\n1;BC01-C2;Non acquis;\n', 'grids');
  expect((await ask('dossier.get', { sessionId, candidateId: first.id })).projects[0]?.grid).toEqual([
    { competency: 'RNCP36912BC01-C1', level: 'acquis', remark: 'Oral' },
    { competency: 'RNCP36912BC01-C2', level: 'non-acquis', remark: '' },
  ]);
});

test('a template is saved under its name and comes back without a problem', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    const { fileName } = await ask('import.saveTemplate', { sessionId, kind: 'candidates', format });
    expect(fileName).toBe(`Modèle candidats.${format}`);
    bench.dialogs.offer(fileName, bench.dialogs.written.get(fileName) ?? new Uint8Array());
    const { work } = await ask('import.choose', { sessionId, kind: 'candidates' });
    await endOf(desk, work);
    expect((await look(work)).view.counts).toEqual({ added: 1, changed: 0, unchanged: 0, faulty: 0 });
  }
});

test('a file that is no table is refused with its reason, and nothing is kept of it', async () => {
  const { handle, end } = await give('%PDF-1.4');
  expect(end).toMatchObject({ kind: 'failed', error: { code: 'table-refused', facts: { reason: 'other-document', name: 'liste.csv' } } });
  expect(await desk.ask('import.get', { sessionId, handle })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a file that the disk does not take is told by its name, and the plan stays in hand', async () => {
  const { handle } = await give(`${header}${zoe}2;Fictif;Tiago;31/02/1999;;CA;02/09/2024;BC01\n`);
  bench.dialogs.full = 'ENOSPC';
  const refused = { ok: false, error: { code: 'file-not-written', facts: { cause: 'full' } } };
  expect(await desk.ask('import.saveFaulty', { sessionId, handle })).toMatchObject(refused);
  expect(await desk.ask('import.saveTemplate', { sessionId, kind: 'candidates', format: 'csv' })).toMatchObject(refused);
  bench.dialogs.full = null;
  expect(await desk.ask('import.saveFaulty', { sessionId, handle })).toMatchObject({ ok: true });
});
