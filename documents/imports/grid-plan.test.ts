import { expect, test } from 'vitest';
import { candidate as candidateSchema } from '../../domain/candidate.ts';
import { competencyCode, projectId } from '../../domain/ids.ts';
import { project as projectSchema } from '../../domain/project.ts';
import { seedReferential } from '../../tests/fixtures/sitting.ts';
import { mergeGrid, planGrids, type GridGround } from './grid-plan.ts';
import { findTitles, guessMapping, judgeMapping } from './mapping.ts';
import { readTableBytes } from './table-bytes.ts';
import { writeTemplate } from './template.ts';

const referential = seedReferential();
const [one, two, three] = ['RNCP36912BC01-C1', 'RNCP36912BC01-C2', 'RNCP36912BC01-C3'].map((code) => competencyCode.parse(code));
if (!one || !two || !three) throw new Error('three competencies');
const candidateOf = (id: string, number: string, givenName: string) =>
  candidateSchema.parse({
    id,
    number,
    familyName: 'Fictif',
    usageName: '',
    givenName,
    birthDate: '1999-01-01',
    email: '',
    accessPath: 'FC',
    entryDate: '2024-09-02',
    entryProof: '',
    presents: ['RNCP36912BC01'],
    brings: [],
  });
const projectOf = (id: string, candidateId: string, title: string, grid: unknown[]) =>
  projectSchema.parse({
    id,
    candidateId,
    title,
    blocks: ['RNCP36912BC01'],
    reportPieceId: null,
    deliverables: [],
    defence: { plannedAt: null, plannedMinutes: 30, evaluator: '' },
    grid,
  });
const ground: GridGround = {
  referential,
  scale: [
    { code: 'acquired', label: 'Acquis' },
    { code: 'partial', label: 'Partiellement acquis' },
    { code: '12,5', label: 'Douze et demi' },
  ],
  candidates: [candidateOf('a', 'D-01', 'Awa'), candidateOf('b', 'D-02', 'Tiago'), candidateOf('c', 'D-03', 'Zoé')],
  projects: [
    projectOf('p1', 'a', 'Refonte d’un site', [{ competency: one, level: 'acquired', remark: 'Vu' }]),
    projectOf('p2', 'b', 'Premier', []),
    projectOf('p3', 'b', 'Second', []),
  ],
};

const planOf = async (bytes: Uint8Array | string) => {
  const table = await readTableBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  const [sheet] = table.ok ? table.table.sheets : [];
  const titled = sheet === undefined ? null : findTitles('grids', sheet, referential);
  if (titled === null) throw new Error(JSON.stringify(table));
  const mapping = guessMapping('grids', titled.header, referential);
  const plan = await planGrids(titled, mapping, ground, () => true);
  if (plan === null) throw new Error('nobody asked to stop');
  return { plan, judged: judgeMapping('grids', titled, mapping, referential) };
};
const statesOf = async (bytes: Uint8Array | string) =>
  (await planOf(bytes)).plan.rows.map((row) => [row.state, row.problems.map(({ column, code, value }) => `${column} ${code} ${value}`.trim())]);

test('a row for each competency is read with its level and remark, and says what it changes', async () => {
  const { plan } = await planOf(
    'Numéro;Projet;Compétence;Niveau;Remarque\nD-01;refonte d’un site;BC01-C1;Partiellement acquis;Revu\nd-01;;RNCP36912BC01-C2;ACQUIS;\nD-02;Second;BC01-C1;12.50;Oral\nD-01;;BC01-C3;;\n',
  );
  expect(plan.rows.map(({ state, differences, change }) => [state, differences, change])).toEqual([
    [
      'changed',
      [
        { field: 'BC01-C1', before: 'Acquis', after: 'Partiellement acquis' },
        { field: 'BC01-C1:remarque', before: 'Vu', after: 'Revu' },
      ],
      { projectId: 'p1', lines: [{ competency: one, level: 'partial', remark: 'Revu' }] },
    ],
    ['added', [{ field: 'BC01-C2', before: null, after: 'Acquis' }], { projectId: 'p1', lines: [{ competency: two, level: 'acquired', remark: '' }] }],
    [
      'added',
      [
        { field: 'BC01-C1', before: null, after: 'Douze et demi' },
        { field: 'BC01-C1:remarque', before: null, after: 'Oral' },
      ],
      { projectId: 'p3', lines: [{ competency: one, level: '12,5', remark: 'Oral' }] },
    ],
    ['unchanged', [], { projectId: 'p1', lines: [] }],
  ]);
  expect(plan.absent.map(({ number }) => number)).toEqual(['D-03']);
});

test('a column for each competency is read too; an empty case says nothing, and a remark stays', async () => {
  const { plan, judged } = await planOf('N°;Projet;BC01-C1;BC01 C2;RNCP36912BC01-C3\nD-01;;Partiellement acquis;;12,5\n');
  expect(judged).toEqual({ unknown: [], missing: [], repeated: [], mixed: false });
  expect(plan.rows[0]?.change).toEqual({
    projectId: projectId.parse('p1'),
    lines: [
      { competency: one, level: 'partial', remark: 'Vu' },
      { competency: three, level: '12,5', remark: '' },
    ],
  });
});

test('what a grid cannot take is named on its row', async () => {
  expect(
    await statesOf(
      'numero;projet;competence;niveau;remarque\nX-99;;BC01-C1;Acquis;\nD-02;;BC01-C1;Acquis;\nD-02;Tiers;BC01-C1;Acquis;\nD-01;;BC09-C1;Acquis;\nD-01;;BC02-C1;Acquis;\nD-01;;BC01-C1;14;\nD-01;;BC01-C2;;Sans niveau\nD-01;;BC01-C3;Acquis;\nD-01;;bc01-c3;Acquis;\nD-01;;;Acquis;\nD-01;;BC01-C4;#REF!;\n',
    ),
  ).toEqual([
    ['faulty', ['numero unknown-candidate X-99']],
    ['faulty', ['projet project-needed']],
    ['faulty', ['projet unknown-project Tiers']],
    ['faulty', ['competence unknown-competency BC09-C1']],
    ['faulty', ['niveau competency-foreign BC02-C1']],
    ['faulty', ['niveau unknown-level 14']],
    ['faulty', ['niveau missing-level']],
    ['added', []],
    ['faulty', ['niveau duplicate-competency BC01-C3']],
    ['faulty', ['competence missing-competency']],
    ['faulty', ['niveau cell-error #REF!']],
  ]);
});

test('the two forms are not mixed in one file', async () => {
  expect((await planOf('numero;BC01-C1;niveau\nD-01;Acquis;Acquis\n')).judged).toMatchObject({ mixed: true });
  expect((await planOf('numero;projet\nD-01;\n')).judged).toMatchObject({ missing: ['competence', 'niveau'] });
});

test('lines of a file take their place in a grid, and what the file does not say stays', () => {
  const before = [
    { competency: one, level: 'acquired', remark: 'Vu' },
    { competency: two, level: 'partial', remark: '' },
  ];
  const lines = [
    { competency: two, level: 'acquired', remark: '' },
    { competency: three, level: 'acquired', remark: '' },
  ];
  expect(mergeGrid(before, lines)).toEqual([before[0], lines[0], lines[1]]);
});

test.each(['csv', 'xlsx'] as const)('the %s template of grids comes back without a problem and changes nothing', async (format) => {
  const { bytes } = writeTemplate('grids', format, ground);
  const { plan, judged } = await planOf(bytes);
  expect(judged).toMatchObject({ unknown: [], missing: [] });
  const perBlock = referential.blocks[0]?.competencies.length ?? 0;
  expect(plan.rows.map(({ state, problems }) => [state, problems])).toEqual(Array.from({ length: 3 * perBlock }, () => ['unchanged', []]));
});
