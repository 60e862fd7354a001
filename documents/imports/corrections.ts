import { stringify } from 'csv-stringify/sync';
import { importProblemSentence } from '../../words/imports.ts';
import { templateWords } from '../../words/templates.ts';
import type { PlannedRow } from './plan.ts';
import { valueMissing } from './table-cell.ts';

// A spreadsheet trims what it opens: a sign of a formula counts behind spaces and invisible characters too.
const formula = /^(?:[\t\r\n\0]|[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** Rows as a French spreadsheet opens them at once: semicolons, its mark, its line endings; a text that it would take for a formula is kept a text. */
export const writeRows = (rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(
    stringify(
      rows.map((row) => row.map((cell) => (formula.test(cell) ? `'${cell}` : cell))),
      { bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    ),
    'utf8',
  );

/** The faulty rows as they were written, with their problems in a column of their own, to be corrected and given again. */
export const writeCorrections = (titles: readonly string[], rows: readonly PlannedRow<unknown>[]): Uint8Array => {
  const cellsOf = (row: PlannedRow<unknown>): string[] =>
    titles.map((_, place) => valueMissing({ line: row.line, cells: row.written }, place) ?? row.written[place] ?? '');
  return writeRows([[...titles, templateWords.correctionHead], ...rows.map((row) => [...cellsOf(row), row.problems.map(importProblemSentence).join(' ')])]);
};
