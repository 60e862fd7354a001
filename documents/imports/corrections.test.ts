import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { writeCorrections, writeRows } from './corrections.ts';
import type { PlannedRow } from './plan.ts';
import { valueIn } from './table-cell.ts';

const faulty = (line: number, written: readonly string[], ...codes: readonly string[]): PlannedRow<unknown> => ({
  line,
  state: 'faulty',
  cells: [],
  written,
  problems: codes.map((code) => ({ line, column: 'nom', code, value: 'X', first: null })),
  differences: [],
  change: null,
});

test.each(['=HYPERLINK("x")', '+33600000000', '-1', '@somme', '\tA', '\uFF1DA1'])(
  'a text that a spreadsheet would run, %j, is kept a text and comes back as it was',
  (text) => {
    const bytes = writeCorrections(['nom'], [faulty(2, [text], 'too-long')]);
    const read = readCsv(bytes);
    if (!read.ok) throw new Error(read.fault.kind);
    const [row] = read.table.rows;
    if (row === undefined) throw new Error('one row was written');
    expect(row.cells[0]).toMatch(/^'/);
    expect(valueIn(row, 0)).toBe(text);
  },
);

test('each faulty row comes as written, with every reason in a column of its own', () => {
  const bytes = writeCorrections(['nom', 'voie'], [faulty(7, ['Fictif; dit "X"', '\u0000=#REF!'], 'cell-error', 'too-long')]);
  const read = readCsv(bytes);
  expect(read.ok ? [read.table.header.cells, read.table.rows[0]?.cells.slice(0, 2)] : read.fault).toEqual([
    ['nom', 'voie', 'À corriger'],
    ['Fictif; dit "X"', '#REF!'],
  ]);
  expect(read.ok ? read.table.rows[0]?.cells[2] : '').toMatch(/^Ligne 7, .*au lieu d’une valeur.*Ligne 7, .*trop long/);
});

test('a sign of a formula behind spaces or invisible characters is kept a text too', () => {
  for (const hidden of [' =1+1', '\u00A0=1+1', '\u200B@SUM(A1)', '\u202F+1', '  \t-2', '\u3000\uFF1D1', '\u202E=1'])
    expect(Buffer.from(writeRows([[hidden]])).toString('utf8')).toMatch(/^\uFEFF"?'/u);
  for (const plain of ['Dupont', ' Dupont', 'a=1', '17/03/2026']) expect(Buffer.from(writeRows([[plain]])).toString('utf8')).toBe(`\uFEFF${plain}\r\n`);
});
