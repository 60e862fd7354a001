import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { day } from '../../domain/time.ts';
import { hasLibreOffice } from '../../tests/fixtures/libreoffice.ts';
import { openedByLibreOffice } from '../../tests/fixtures/opened.ts';
import { drawPlayed, playDay, playedCandidates } from '../../tests/fixtures/played.ts';
import type { SessionRecord } from '../../domain/minute.ts';
import { tableResults, type ResultTable } from './table.ts';
import { writeResultsBook, writeResultsCsv } from './write.ts';

const played = drawPlayed(playDay()).record;
const hostile = [
  '=HYPERLINK("http://exemple.invalid";"Cliquez")',
  '=1+1',
  '+33 1 02 03 04 05',
  '-2+3',
  '@SUM(A1:A2)',
  "=cmd|' /C calc'!A0",
  '\t=1+1',
  '＝1+1',
  'DDE("cmd";"/C calc";"x")',
  'Dupont; "le jeune"',
  "d'Artagnan",
  'deux\nlignes',
  '\u0000=1+1',
];
/** The played day with a hostile name for each of its candidates, in turn. */
const attacked = (turn: number): SessionRecord => ({
  ...played,
  candidates: played.candidates.map((each, rank) => ({
    ...each,
    familyName: hostile[(rank + turn) % hostile.length] ?? '',
    birthDate: day.parse('1990-01-31'),
  })),
});
const notified = new Map([[playedCandidates.full.id, day.parse('2026-03-20')]]);
const csvText = (table: ResultTable): string => Buffer.from(writeResultsCsv(table)).toString('utf8');
/** What a person reads of a cell that the program wrote: without the apostrophe that kept it a text, in the form of the record. */
const said = (value: string): string => value.replace(/^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/u, '');

test('a row for each candidate, a column for each block, the outcome and the days; nothing of reasons, opinions, accommodations, links or members', () => {
  const { titles, rows } = tableResults(played, notified);
  expect(rows).toHaveLength(7);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([titles.length]));
  expect(titles).toEqual(expect.arrayContaining(['BC01', 'BC02', 'BC03', 'Résultat', 'Voie d’accès', 'Notifié le']));
  const of = (id: string): Record<string, unknown> => {
    const rank = played.candidates.findIndex((each) => each.id === id);
    return Object.fromEntries(titles.map((title, column) => [title, rows[rank]?.[column]]));
  };
  expect(of(playedCandidates.full.id)).toMatchObject({
    BC01: 'Validé',
    BC03: 'Validé',
    Résultat: 'Certification délivrée',
    'Notifié le': { day: '2026-03-20' },
  });
  expect(of(playedCandidates.partial.id)).toMatchObject({
    BC01: 'Acquis antérieurement',
    BC02: 'Non validé',
    BC03: 'Absence',
    'Blocs acquis': 'BC01',
    'Blocs restant à acquérir': 'BC02, BC03',
    'Notifié le': null,
  });
  expect(of(playedCandidates.excused.id)).toMatchObject({ Présence: 'Absence excusée', Résultat: 'Absence excusée' });
  expect(csvText({ titles, rows })).not.toMatch(/Motif|Recommandation|secret|médical|privée|unanim|avis|Fictive|aménag|NIR|sécurité sociale/i);
});

test('the file of separated values has its mark, semicolons, CRLF at the end of each row, and a quote doubled (RFC 4180)', () => {
  const text = csvText(tableResults(attacked(3), notified));
  expect(text.startsWith('\uFEFFSession;Procès-verbal;')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text).toContain('"Dupont; ""le jeune"""');
  expect(text).toContain(';17/03/2026;');
});

test('no text of the file begins as a formula does, however it is hidden', () => {
  for (const turn of hostile.keys())
    for (const row of csvText(tableResults(attacked(turn), notified))
      .slice(1)
      .split('\r\n'))
      for (const cell of row.match(/"(?:[^"]|"")*"|[^;]+/g) ?? []) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r\0\uFF1D]/u);
});

test('a workbook holds texts as texts and days as dates, no formula and no link', () => {
  for (const turn of [0, 7]) {
    const book = read(writeResultsBook(tableResults(attacked(turn), notified)), { cellFormula: true, cellDates: false, cellNF: true });
    const sheet = book.Sheets['Résultats'];
    if (!sheet) throw new Error('the sheet');
    for (const [name, cell] of Object.entries(sheet)) {
      if (name.startsWith('!')) continue;
      const { t, f, l, z } = cell as { t: string; f?: string; l?: unknown; z?: string };
      expect(f).toBeUndefined();
      expect(l).toBeUndefined();
      expect(['s', 'n']).toContain(t);
      if (t === 'n') expect(z).toMatch(/yy/);
    }
    const names = utils.sheet_to_json<Record<string, string>>(sheet).map((row) => row['Nom de naissance']);
    expect(names).toEqual(attacked(turn).candidates.map(({ familyName }) => familyName.replaceAll('\0', '\uFFFD')));
  }
});

describe.skipIf(!hasLibreOffice())('results as LibreOffice opens them (skipped without LibreOffice)', () => {
  test('the two files hold the same cells, which are those of the record, the dates known as dates and no formula', () => {
    const record = { ...played, candidates: [...attacked(0).candidates, ...attacked(7).candidates] };
    const table = tableResults(record, notified);
    const expected = [table.titles, ...table.rows].map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'string' ? cell : cell.day)));
    for (const [extension, bytes] of [
      ['csv', writeResultsCsv(table)],
      ['xlsx', writeResultsBook(table)],
    ] as const) {
      const opened = openedByLibreOffice(bytes, extension);
      expect(opened.flat().filter(({ formula }) => formula !== null)).toEqual([]);
      const cells = opened.map((row) => table.titles.map((_, column) => said(row[column]?.value ?? '')));
      expect(cells).toEqual(expected);
      const dates = opened[1]?.filter(({ type }) => type === 'date').map(({ value }) => value);
      expect(dates?.slice(0, 2)).toEqual(['2026-03-17', '1990-01-31']);
    }
  }, 240_000);
});
