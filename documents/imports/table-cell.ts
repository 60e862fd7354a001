import type { CsvRow } from './csv.ts';
import { withoutValue } from './table.ts';

const textOf = (row: CsvRow, place: number | undefined): string => (place === undefined ? '' : (row.cells[place] ?? ''));

const shownErrors = /^(?:#(?:REF|VALUE|VALEUR|DIV\/0|NUM|NOMBRE|NULL|NUL)\s?!|#(?:NAME|NOM)\s?\?|#N\/A|Err:\d{3})$/i;

/** The error that a cell shows in the place of a value, or the formula never computed, as a workbook or a file of separated values writes it; null when there is none. */
export const valueMissing = (row: CsvRow, place: number | undefined): string | null => {
  const text = textOf(row, place).trim();
  if (text.startsWith(withoutValue)) return text.slice(withoutValue.length);
  return shownErrors.test(text) ? text : null;
};

/** What a cell holds; nothing when it shows an error in the place of a value. The mark put before a text that looks like a formula is taken off. */
export const valueIn = (row: CsvRow, place: number | undefined): string =>
  valueMissing(row, place) === null ? textOf(row, place).replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/u, '') : '';

/** A cell as a person sees it, errors included. */
export const shownIn = (row: CsvRow, place: number | undefined): string => valueMissing(row, place) ?? valueIn(row, place).trim();
