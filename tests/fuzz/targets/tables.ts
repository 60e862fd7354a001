import { readFileSync } from 'node:fs';
import { defaultRegulations } from '../../../domain/regulations.ts';
import type { Referential } from '../../../domain/referential.ts';
import { planCandidates } from '../../../documents/imports/candidate-plan.ts';
import { planGrids } from '../../../documents/imports/grid-plan.ts';
import { planIdentities } from '../../../documents/imports/identity-plan.ts';
import { readIdentitySheet } from '../../../documents/imports/identity-row.ts';
import { firstSheet, findTitles, guessMapping, judgeMapping } from '../../../documents/imports/mapping.ts';
import { readTableBytes } from '../../../documents/imports/table-bytes.ts';
import { tableFaultCodes, tableLimits, type Table } from '../../../documents/imports/table.ts';
import { bookOf } from '../../fixtures/books.ts';
import { hostileTables } from '../../fixtures/hostile/tables.ts';
import { testReferential } from '../../fixtures/signed.ts';
import { blindMutations, putWord, swapWord, turnNumber } from '../bytes.ts';
import { holds, type Target } from '../target.ts';
import { xmlMutations } from '../xml.ts';
import { inside, zipMutations } from '../zip.ts';

const small = 200_000;
const catalogued = (extension: string): readonly Buffer[] =>
  hostileTables
    .filter(({ file }) => file.endsWith(extension))
    .map(({ bytes }) => Buffer.from(bytes()))
    .filter(({ length }) => length <= 20_000);

const checkTable = ({ sheets }: Table): void => {
  holds(sheets.length > 0, 'an accepted table has no sheet');
  for (const { rows } of sheets) {
    holds(rows.length <= tableLimits.rows, 'an accepted table has more rows than may be');
    let last = 0;
    for (const { line, cells } of rows) {
      holds(Number.isInteger(line) && line > last, 'the lines of a table do not follow one another');
      last = line;
      holds(cells.length <= tableLimits.columns, 'an accepted table has more columns than may be');
      holds(
        cells.every((cell) => typeof cell === 'string' && cell.length <= tableLimits.cell),
        'an accepted cell is no text, or too long',
      );
    }
  }
};

/** What follows the reading of a table, which must not throw either: its titles are found, its columns guessed, its rows planned. */
const follow = async (table: Table, referential: Referential): Promise<void> => {
  for (const kind of ['candidates', 'grids'] as const) {
    const sheet = table.sheets[firstSheet(kind, table, referential)];
    const titled = sheet === undefined ? null : findTitles(kind, sheet, referential);
    if (titled === null) continue;
    const mapping = guessMapping(kind, titled.header, referential);
    judgeMapping(kind, titled, mapping, referential);
    const ground = { referential, scale: defaultRegulations.scale, candidates: [], projects: [] };
    const plan =
      kind === 'candidates' ? await planCandidates(titled, mapping, referential, [], () => true) : await planGrids(titled, mapping, ground, () => true);
    holds(plan !== null && plan.rows.length === titled.rows.length, 'a row of a table is left out of what it would do');
    for (const { problems, change } of plan?.rows ?? []) holds(problems.length > 0 === (change === null), 'a faulty row would change something');
  }
  const identities = readIdentitySheet(table.sheets);
  if (identities !== null) planIdentities(identities, []);
};

const textOf = (input: Buffer, encoding: string): string => {
  const swapped = input[0] === 0xfe && input[1] === 0xff;
  if (encoding === 'utf-16') return new TextDecoder(swapped ? 'utf-16be' : 'utf-16le').decode(swapped ? input.subarray(0, input.length & ~1) : input);
  if (encoding === 'windows-1252') return new TextDecoder('windows-1252').decode(input).replaceAll(/[\u0081\u008d\u008f\u0090\u009d]/g, '\uFFFD');
  return new TextDecoder(encoding).decode(input);
};

/** Every cell of a file of separated values is written in its bytes, in that order. */
const checkCells = ({ sheets, encoding }: Table, input: Buffer): void => {
  const text = textOf(input, encoding ?? 'utf-8')
    .replaceAll(/\r\n?/g, '\n')
    .normalize('NFC');
  const plain = text.replaceAll('""', '"');
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const cell of cells)
        holds(text.includes(cell) || plain.includes(cell) || plain.includes(cell.replaceAll('""', '"')), 'a cell holds what no byte says');
};

const words = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '\r\n',
  'sep=;\n',
  'sep=\t\r\n',
  '\uFEFF',
  '=1+1',
  "'=",
  '@',
  '\u0000',
  '\u202e',
  '"a\n',
  'numero',
  'nom',
  'voie',
  'blocs',
  '#REF!',
  'e\u0301',
  'ﬁ',
] as const;

/** What is promised of a table, whatever its name says it is. */
const judgeTables: Target['judge'] = () => {
  const referential = testReferential();
  return async (input) => {
    const read = await readTableBytes(input);
    if (!read.ok) {
      holds(tableFaultCodes.includes(read.fault.kind), `a refusal is none of those that are declared: ${read.fault.kind}`);
      return read.fault.kind;
    }
    checkTable(read.table);
    if (read.table.format === 'csv') checkCells(read.table, input);
    await follow(read.table, referential);
    return `accepted ${read.table.format}`;
  };
};

/** Files of separated values. */
export const csvTarget: Target = {
  name: 'csv',
  most: small,
  inputs: 150,
  mutations: [
    ...blindMutations,
    putWord(words),
    putWord(words),
    swapWord(words),
    putWord([Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff]), Buffer.from([0x80, 0xe9, 0xa4])]),
  ],
  sow: () => ({
    seeds: [
      ...catalogued('.csv'),
      ...['good-tab-utf8-mark', 'good-windows-1252', 'faulty'].map((name) => readFileSync(new URL(`../../fixtures/csv/${name}.csv`, import.meta.url))),
      Buffer.from('\uFEFFnumero;nom\r\n1;"Exemple ""a"""\r\n', 'utf16le'),
    ],
    facts: {},
  }),
  judge: judgeTables,
};

/** Workbooks. */
export const xlsxTarget: Target = {
  name: 'xlsx',
  most: small,
  inputs: 30,
  mutations: [...zipMutations, inside(xmlMutations), inside(xmlMutations), inside(xmlMutations), inside([turnNumber])],
  sow: () => ({
    seeds: [
      ...catalogued('.xlsx'),
      bookOf({
        Liste: [
          ['numero', 'nom', 'naissance'],
          ['1', 'Exemple', 45_537],
        ],
        Notes: [['a'], [1.5], [true]],
      }),
      bookOf(
        { Liste: [['jour']] },
        (sheet) =>
          Object.assign(sheet, {
            A2: { t: 'n', v: 45_537, z: 'dd/mm/yyyy' },
            A3: { t: 'e', v: 0x17, w: '#REF!' },
            A4: { t: 'z', f: 'SUM(A1:A2)' },
            '!ref': 'A1:A4',
          }),
        true,
      ),
    ],
    facts: {},
  }),
  judge: judgeTables,
};
