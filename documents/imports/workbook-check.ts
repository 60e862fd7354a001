import { SaxesParser } from 'saxes';
import { tableLimits, type TableFault } from './table.ts';

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Thrown to leave the parser at the first fault. */
class Refused extends Error {
  readonly fault: TableFault;
  constructor(kind: TableFault['kind'], line: number | null = null) {
    super(kind);
    this.fault = { kind, line };
  }
}

/**
 * Reads one part of a workbook as XML before the reader of workbooks does: it is well formed, declares no type of document and no entity,
 * and every cell that holds something stands where a table of ours may have one.
 */
export const checkPart = (bytes: Buffer): TableFault | null => {
  // A part in UTF-16 could hide what is looked for here from what reads it next: no program writes one.
  if (bytes.includes(0)) return { kind: 'damaged-workbook', line: null };
  const parser = new SaxesParser();
  let cell: string | null = null;
  let row = 0;
  let length = 0;
  const place = (): void => {
    if (cell === null) return;
    const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cell);
    const line = cell === '' ? row : Number(found?.[2] ?? 0);
    if (cell !== '' && (!found || line > 1_048_576 || columnOf(found[1] ?? '') > 16_384)) throw new Refused('damaged-workbook');
    if (line > tableLimits.rows) throw new Refused('too-many-rows', line);
    if (cell !== '' && columnOf(found?.[1] ?? '') > tableLimits.columns) throw new Refused('too-many-columns', line);
  };
  parser.on('error', () => {
    throw new Refused('damaged-workbook');
  });
  parser.on('doctype', () => {
    throw new Refused('damaged-workbook');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    length = 0;
    if (tag === 'row') {
      const number = attributes['r'];
      row = number === undefined ? row + 1 : Number(number);
      if (!Number.isInteger(row) || row < 1 || row > 1_048_576) throw new Refused('damaged-workbook');
    }
    if (tag === 'c') cell = attributes['r'] ?? '';
    if (cell !== null && (tag === 'v' || tag === 'is' || tag === 'f')) place();
  });
  parser.on('closetag', ({ name }) => {
    if (local(name) === 'c') cell = null;
  });
  parser.on('text', (text) => {
    length += text.length;
    if (length > tableLimits.cell) throw new Refused('too-long-cell', cell === null ? null : row);
  });
  try {
    parser.write(bytes.toString('utf8')).close();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.fault;
    throw error;
  }
};
