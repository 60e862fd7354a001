import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { candidate as candidateSchema } from '../../domain/candidate.ts';
import { bookOf } from '../../tests/fixtures/books.ts';
import { seedReferential } from '../../tests/fixtures/sitting.ts';
import { planCandidates } from './candidate-plan.ts';
import { findTitles, firstSheet, guessMapping, judgeMapping } from './mapping.ts';
import { readTableBytes } from './table-bytes.ts';
import { writeTemplate } from './template.ts';

const referential = seedReferential();
const ground = { referential, scale: [], candidates: [], projects: [] };
const titles = ['numero', 'nom', 'prenom', 'naissance', 'voie', 'entree', 'blocs'];

const planOf = async (bytes: Uint8Array, existing: Parameters<typeof planCandidates>[3] = [], pace = (_: number): boolean => true) => {
  const read = await readTableBytes(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  const sheet = read.table.sheets[firstSheet('candidates', read.table, referential)];
  const titled = sheet === undefined ? null : findTitles('candidates', sheet, referential);
  if (titled === null) throw new Error('the table has titles');
  const mapping = guessMapping('candidates', titled.header, referential);
  return { titled, judged: judgeMapping('candidates', titled, mapping, referential), plan: await planCandidates(titled, mapping, referential, existing, pace) };
};

test('5,000 rows of a workbook are read one by one, each where it stands, and again change nothing', async () => {
  const rows = Array.from({ length: 5000 }, (_, rank) => [
    `N-${rank}`,
    `Fictif ${rank}`,
    'Awa',
    rank === 4321 ? '31/02/1999' : '28/02/1999',
    'FC',
    '02/09/2024',
    'tous',
  ]);
  const said: number[] = [];
  const { plan } = await planOf(bookOf({ Liste: [titles, ...rows] }), [], (done) => said.push(done) > 0);
  expect(plan?.rows.length).toBe(5000);
  expect(plan?.rows.filter((row) => row.state === 'faulty').map(({ line, problems }) => [line, problems.length])).toEqual([[4323, 1]]);
  expect(plan?.rows[4999]).toMatchObject({ line: 5001, state: 'added', change: { fields: { number: 'N-4999', familyName: 'Fictif 4999' } } });
  expect(said.slice(0, 3)).toEqual([0, 200, 400]);
  expect(said.at(-1)).toBe(5000);
  const existing = plan?.rows.flatMap(({ change }, rank) => (change === null ? [] : [candidateSchema.parse({ id: `id${rank}`, ...change.fields })])) ?? [];
  const again = await planOf(Buffer.from(stringify([titles, ...rows], { delimiter: ';' })), existing);
  const counts = new Map<string, number>();
  for (const { state } of again.plan?.rows ?? []) counts.set(state, (counts.get(state) ?? 0) + 1);
  expect([...counts]).toEqual([
    ['unchanged', 4999],
    ['faulty', 1],
  ]);
});

test('a reading that is told to stop gives nothing', async () => {
  const rows = Array.from({ length: 900 }, (_, rank) => [`N-${rank}`, `F${rank}`, 'Awa', '28/02/1999', 'FC', '02/09/2024', 'tous']);
  const { plan } = await planOf(Buffer.from(stringify([titles, ...rows])), [], (done) => done !== 400);
  expect(plan).toBeNull();
});

test('titles may stand under the name of the session, and on another sheet than the first', async () => {
  const row = ['1', 'Essai', 'Zoé', '28/02/1999', 'FC', '02/09/2024', 'tous'];
  const bytes = bookOf({ Consignes: [['À lire'], ['Rien à importer ici']], Liste: [['Session de mars'], [], titles, row] });
  const { titled, plan } = await planOf(bytes);
  expect([titled.header.line, plan?.rows.map(({ line, state }) => [line, state])]).toEqual([3, [[4, 'added']]]);
});

test('a cell that shows an error is the only problem of its row', async () => {
  const row = ['1', 'Essai', 'Zoé', '#REF!', 'FC', '02/09/2024', 'tous'];
  const { plan } = await planOf(Buffer.from(stringify([titles, row])));
  expect(plan?.rows[0]?.problems).toEqual([{ line: 2, column: 'naissance', code: 'cell-error', value: '#REF!', first: null }]);
});

test('two rows that name one person of the session are not both written', async () => {
  const known = candidateSchema.parse({
    id: 'k',
    number: '1',
    familyName: 'Essai',
    usageName: '',
    givenName: 'Zoé',
    birthDate: '1999-02-28',
    email: '',
    accessPath: 'FC',
    entryDate: '2024-09-02',
    entryProof: '',
    presents: [],
    brings: [],
  });
  const rows = [
    ['1', 'Essai', 'Zoë-Anne', '28/02/1999', 'FC', '02/09/2024', 'tous'],
    ['2', 'Essai', 'Zoé', '28/02/1999', 'FC', '02/09/2024', 'tous'],
  ];
  const { plan } = await planOf(Buffer.from(stringify([titles, ...rows])), [known]);
  expect(plan?.rows.map(({ state, problems }) => [state, problems.map(({ code, first }) => [code, first])])).toEqual([
    ['changed', []],
    ['faulty', [['duplicate-candidate', 2]]],
  ]);
});

test.each(['csv', 'xlsx'] as const)('the %s template of candidates comes back without a problem', async (format) => {
  const { bytes } = writeTemplate('candidates', format, ground);
  const { judged, plan } = await planOf(bytes);
  expect(judged).toEqual({ unknown: [], missing: [], repeated: [], mixed: false });
  expect(plan?.rows.map(({ state, problems, change }) => [state, problems, change?.fields.number])).toEqual([['added', [], 'EX-01']]);
});

test('the CSV template opens right in a French spreadsheet: its mark, semicolons, its line endings', () => {
  const text = Buffer.from(writeTemplate('candidates', 'csv', ground).bytes).toString('utf8');
  expect(text.startsWith('\uFEFFNuméro;Nom de naissance;')).toBe(true);
  expect(text.split('\r\n').length).toBe(3);
});
