import { describe, expect, test } from 'vitest';
import { seedReferential } from '../../tests/fixtures/sitting.ts';
import { hasLibreOffice, textTarget, writtenByLibreOffice, type SourceCell, type Target } from '../../tests/fixtures/libreoffice.ts';
import { planCandidates } from './candidate-plan.ts';
import { findLevel } from './grid-row.ts';
import { findTitles, guessMapping } from './mapping.ts';
import { readTableBytes } from './table-bytes.ts';

const referential = seedReferential();
const titles = [
  'N°',
  'Nom de naissance',
  'Nom d’usage',
  'Prénom',
  'Date de naissance',
  'Courriel',
  'Voie d’accès',
  'Entrée',
  'Recevabilité',
  'Blocs',
  'Acquis',
  'Moyenne',
  'Part',
];
const rows: readonly (readonly SourceCell[])[] = [
  titles,
  [
    'F-01',
    'Spécimen',
    '',
    'Zoé',
    { day: '2000-02-29' },
    'zoe@exemple.invalid',
    'Contrat d’apprentissage',
    { day: '2024-09-02' },
    '',
    'tous',
    '',
    { number: 12.5 },
    { share: 0.5 },
  ],
  [
    'F-02',
    'Lœuvre-Fictive',
    'Gabarit; dit "le grand", ou\tpresque',
    'Maÿlis',
    { day: '1988-07-01' },
    '',
    'VAE',
    '',
    { day: '2025-01-15' },
    'BC02 + bc03',
    'BC01:PV 2024-003:12/03/2024',
    { number: 12.5 },
    { share: 0.5 },
  ],
  ['1003', '-', '', 'Linh', { day: '1999-06-05' }, '', 'formation continue', { day: '2023-10-02' }, '', 'BC03', '', { number: 12.5 }, { share: 0.5 }],
];
const people = [
  ['F-01', 'Spécimen', '', 'Zoé', '2000-02-29', 'zoe@exemple.invalid', 'CA', '2024-09-02', 3, 0],
  ['F-02', 'Lœuvre-Fictive', 'Gabarit; dit "le grand", ou presque', 'Maÿlis', '1988-07-01', '', 'VAE', '2025-01-15', 2, 1],
  ['1003', '', '', 'Linh', '1999-06-05', '', 'FC', '2023-10-02', 1, 0],
];
const scale = [
  { code: 'a', label: '50 %' },
  { code: 'b', label: '12.50' },
];

const long = process.env['DELIBERE_LONG'] !== undefined;
// The character sets as LibreOffice numbers them: 76 is UTF-8, 1 Windows-1252, 22 ISO-8859-15, 65535 UTF-16.
// LibreOffice starts once for each: the two older sets, which csv.test.ts reads of our own hand, are left to the long run.
const targets: Readonly<Record<string, Target>> = {
  'a workbook': { extension: 'xlsx', filter: 'xlsx' },
  'semicolons in UTF-8': textTarget(';', 76, false),
  ...(long ? { 'commas in Windows-1252': textTarget(',', 1, false), 'semicolons in ISO-8859-15, every text quoted': textTarget(';', 22, true) } : {}),
  'tabs in UTF-16': textTarget('\t', 65_535, false),
};

const read = async (bytes: Uint8Array) => {
  const table = await readTableBytes(bytes);
  const [sheet] = table.ok ? table.table.sheets : [];
  const titled = sheet === undefined ? null : findTitles('candidates', sheet, referential);
  if (!table.ok || titled === null) throw new Error(JSON.stringify(table));
  const plan = await planCandidates(titled, guessMapping('candidates', titled.header, referential), referential, [], () => true);
  return {
    encoding: table.table.encoding,
    problems: plan?.rows.flatMap((row) => row.problems) ?? null,
    people: plan?.rows.map(({ change }) => {
      const one = change?.fields;
      return [
        one?.number,
        one?.familyName,
        one?.usageName,
        one?.givenName,
        one?.birthDate,
        one?.email,
        one?.accessPath,
        one?.entryDate,
        one?.presents.length,
        one?.brings.length,
      ];
    }),
    figures: titled.rows.map((row) => row.cells.slice(11, 13).map((text) => findLevel(text, scale))),
  };
};

describe.skipIf(!hasLibreOffice())('what LibreOffice writes is read the same, whatever the format (skipped without LibreOffice)', () => {
  test('workbook, separators, quotes, encodings, French days and decimal commas', async () => {
    const files = writtenByLibreOffice(rows, Object.values(targets));
    const encodings: (string | null)[] = [];
    for (const [rank, name] of Object.keys(targets).entries()) {
      const { encoding, ...found } = await read(files[rank] ?? Buffer.alloc(0));
      encodings.push(encoding);
      expect({ name, ...found }).toEqual({
        name,
        problems: [],
        people,
        figures: [
          ['b', 'a'],
          ['b', 'a'],
          ['b', 'a'],
        ],
      });
    }
    expect(encodings).toEqual([null, 'utf-8', ...(long ? ['windows-1252', 'iso-8859-15'] : []), 'utf-16']);
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), files[1] ?? Buffer.alloc(0)]);
    expect(await read(marked)).toEqual({
      encoding: 'utf-8',
      problems: [],
      people,
      figures: [
        ['b', 'a'],
        ['b', 'a'],
        ['b', 'a'],
      ],
    });
  }, 180_000);
});
