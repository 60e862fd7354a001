import { CsvError, parse } from 'csv-parse/sync';

/** One row of a file: the line on which it begins, counted from 1 as a text editor or a spreadsheet does, and its cells. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a file of separated values turned out to be. */
export interface CsvTable {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' | 'iso-8859-15';
  readonly delimiter: ';' | ',' | '\t';
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
}

/** Why a file is no table at all, and the line that shows it. */
export interface CsvFault {
  readonly kind: 'not-text' | 'empty-file' | 'unclosed-quote' | 'misplaced-quote';
  readonly line: number;
}

/** Windows-1252 from 0x80 to 0x9F; the five bytes it leaves undefined become U+FFFD. Written out because not every build of the runtime knows it. */
const windows1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

const readWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\x80-\x9f]/g, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80));

/** Where ISO-8859-15 differs from ISO-8859-1: letters of names, in the place of signs that no name holds. */
const latin9: Readonly<Record<string, string>> = { '¤': '€', '¦': 'Š', '¨': 'š', '´': 'Ž', '¸': 'ž', '¼': 'Œ', '½': 'œ', '¾': 'Ÿ' };
const latin9Marks = /[¤¦¨´¸¼½¾]/g;

/** A text of one byte a letter: ISO-8859-15 when it has none of the bytes that only Windows-1252 uses and one of its signs touches a letter. */
const readSingleBytes = (bytes: Uint8Array): { readonly encoding: CsvTable['encoding']; readonly text: string } => {
  const text = readWindows1252(bytes);
  const windows = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  return !windows && /\p{L}[¦¨´¸¼½¾]|[¦¨´¸¼½¾]\p{L}/u.test(text)
    ? { encoding: 'iso-8859-15', text: text.replaceAll(latin9Marks, (mark) => latin9[mark] ?? mark) }
    : { encoding: 'windows-1252', text };
};

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, rank) => bytes[rank] === byte);

const readUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const readText = (bytes: Uint8Array): { readonly encoding: CsvTable['encoding']; readonly text: string } => {
  // A spreadsheet's "Unicode text" is UTF-16 with its mark; TextDecoder drops the mark of either encoding.
  if (begins(bytes, 0xff, 0xfe)) return { encoding: 'utf-16', text: new TextDecoder('utf-16le').decode(bytes) };
  if (begins(bytes, 0xfe, 0xff))
    return { encoding: 'utf-16', text: new TextDecoder('utf-16le').decode(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()) };
  const text = readUtf8(bytes);
  return text === null ? readSingleBytes(bytes) : { encoding: 'utf-8', text };
};

const delimiters = [';', ',', '\t'] as const;

/** The separator that the first written line uses most, outside quotes; the semicolon, which French spreadsheets write, on a tie. */
const findDelimiter = (text: string): CsvTable['delimiter'] => {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
};

const parseRows = (text: string, delimiter: string): readonly CsvRow[] | CsvFault => {
  const rows: CsvRow[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lastLine + 1, cells: cells.map((cell) => cell.normalize('NFC')) });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const kind = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed-quote' : 'misplaced-quote';
    return { kind, line: lastLine + 1 };
  }
  return rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
};

/**
 * Reads a file of separated values: the encoding (UTF-8 with or without mark, UTF-16 with mark, otherwise Windows-1252 or ISO-8859-15) and the separator are found,
 * blank lines are left out, line endings of any system are accepted. The first row that is left is the header.
 */
export const readCsv = (bytes: Uint8Array): { readonly ok: true; readonly table: CsvTable } | { readonly ok: false; readonly fault: CsvFault } => {
  const { encoding, text } = readText(bytes);
  if (text.includes('\0')) return { ok: false, fault: { kind: 'not-text', line: 1 } };
  const announced = /^sep=(.)\r?\n/i.exec(text)?.[1];
  // The announcing line is blanked, not removed, so that every row keeps its line.
  const written = text.replaceAll(/\r\n?/g, '\n').replace(/^sep=.\n/i, '\n');
  const delimiter = delimiters.find((one) => one === announced) ?? findDelimiter(written);
  const rows = parseRows(written, delimiter);
  if ('kind' in rows) return { ok: false, fault: rows };
  const [header, ...rest] = rows;
  return header === undefined ? { ok: false, fault: { kind: 'empty-file', line: 1 } } : { ok: true, table: { encoding, delimiter, header, rows: rest } };
};
