import { CFB, read, SSF, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { CsvRow } from './csv.ts';
import { tableLimits, withoutValue, type Sheet } from './table.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** A number as a French spreadsheet shows it, without the dust of binary fractions: 12,5. */
const writeNumber = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',');

const writeDate = (value: number, date1904: boolean): string | null => {
  const date = SSF.parse_date_code(value, { date1904 });
  if (!date) return null;
  if (value < 1 && !date1904) return `${pad(date.H)}:${pad(date.M)}`;
  return `${pad(date.y, 4)}-${pad(date.m)}-${pad(date.d)}`;
};

const writeFigure = (cell: CellObject, date1904: boolean): string => {
  const value = Number(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (SSF.is_date(format)) return writeDate(value, date1904) ?? writeNumber(value);
  // "0012": the zeros that a format adds in front are part of the number that people know.
  if (/^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0) return pad(value, format.length);
  return /%/.test(format.replaceAll(/"[^"]*"/g, '')) ? `${writeNumber(value * 100)}%` : writeNumber(value);
};

/** A cell as the text that a file of separated values would hold; an error, or a formula never computed, is marked as such. */
const writeCell = (cell: CellObject, date1904: boolean): string => {
  switch (cell.t) {
    case 'n':
      return Number.isFinite(cell.v) ? writeFigure(cell, date1904) : `${withoutValue}${String(cell.w ?? '')}`;
    case 's':
      return String(cell.v ?? '').normalize('NFC');
    case 'b':
      return cell.v === true ? 'VRAI' : 'FAUX';
    case 'e':
      return `${withoutValue}${cell.w ?? '#N/A'}`;
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v);
    default:
      return cell.f === undefined ? '' : `${withoutValue}${cell.f.slice(0, 60)}`;
  }
};

const readSheet = (sheet: WorkSheet, date1904: boolean): readonly CsvRow[] => {
  const rows: CsvRow[] = [];
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  data.forEach((cells, rank) => {
    if (cells === undefined) return;
    const texts: string[] = [];
    cells.forEach((cell, place) => {
      // One place beyond the limit is kept, so that the table is refused and not cut.
      if (cell !== undefined && place <= tableLimits.columns) texts[place] = writeCell(cell, date1904);
    });
    const row = Array.from(texts, (text) => text ?? '');
    if (row.some((text) => text.trim() !== '')) rows.push({ line: rank + 1, cells: row });
  });
  return rows;
};

/** The sheets that can be seen and are not empty, from the parts of a workbook; null when they make none. Dates of both systems come as "2025-03-12". */
export const readWorkbook = (members: ReadonlyMap<string, Buffer>): readonly Sheet[] | null => {
  // The parser is given an archive of ours, stored and not deflated: what it unpacks is what was judged.
  const archive = CFB.utils.cfb_new();
  for (const [name, bytes] of members) CFB.utils.cfb_add(archive, `/${name}`, bytes);
  try {
    const packed = CFB.write(archive, { fileType: 'zip', type: 'buffer' } as never) as unknown as Buffer;
    const book = read(packed, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellFormula: true,
      sheetStubs: true,
      cellHTML: false,
      sheetRows: tableLimits.rows + 2,
    });
    const date1904 = book.Workbook?.WBProps?.date1904 === true;
    const seen = book.SheetNames.filter((_, rank) => (book.Workbook?.Sheets?.[rank]?.Hidden ?? 0) === 0);
    return seen.flatMap((name) => {
      const sheet = book.Sheets[name];
      const rows = sheet === undefined ? [] : readSheet(sheet, date1904);
      return rows.length === 0 ? [] : [{ name, rows }];
    });
  } catch {
    return null;
  }
};
