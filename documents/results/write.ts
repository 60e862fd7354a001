import { utils, write } from '@e965/xlsx';
import { resultWords as words } from '../../words/results.ts';
import { formatShortDay } from '../../words/typography.ts';
import { writeRows } from '../imports/corrections.ts';
import { safePart } from '../letters/following-name.ts';
import type { ResultCell, ResultTable } from './table.ts';

const dayCount = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;
/** The longest text that a cell of a workbook holds. */
const most = 32_767;

const plain = (cell: ResultCell): string => (cell === null ? '' : typeof cell === 'string' ? cell : formatShortDay(cell.day));

/** Results as a file of separated values that a French spreadsheet opens at once (RFC 4180, semicolons, UTF-8 with its mark): dates as 17/03/2026, no formula. */
export const writeResultsCsv = ({ titles, rows }: ResultTable): Uint8Array => writeRows([titles, ...rows.map((row) => row.map(plain))]);

/** Results as a workbook: every text typed as a text, whatever it begins with, every day as a date; columns as wide as what they hold, titles to filter by. */
export const writeResultsBook = ({ titles, rows }: ResultTable): Uint8Array => {
  const cellOf = (cell: ResultCell) => {
    if (cell === null || cell === '') return null;
    return typeof cell === 'string' ? { t: 's' as const, v: cell.slice(0, most), z: '@' } : { t: 'n' as const, v: dayCount(cell.day), z: 'dd/mm/yyyy' };
  };
  const sheet = utils.aoa_to_sheet([titles.map(cellOf), ...rows.map((row) => row.map(cellOf))]);
  const widest = (column: number): number => Math.max(...[titles, ...rows].map((row) => plain(row[column] ?? null).length));
  sheet['!cols'] = titles.map((_, column) => ({ wch: Math.min(40, Math.max(10, widest(column) + 2)) }));
  sheet['!autofilter'] = { ref: utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: titles.length - 1 } }) };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, words.sheet);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
};

/** The name proposed for a file of results. */
export const resultsName = (minute: string, format: 'csv' | 'xlsx'): string => `${words.fileName} ${safePart(minute)}.${format}`;
