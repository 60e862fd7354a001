import type { RetentionLine } from '../../domain/retention.ts';
import { retentionWords as words } from '../../words/retention.ts';

/** A cell that no spreadsheet takes for a formula, quoted where its content asks for it (RFC 4180). */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const stateOf = (line: RetentionLine): string =>
  line.due.kind === 'until' ? (line.isDue ? words.csvStates.due : words.csvStates.kept) : words.csvStates[line.due.kind];

/** The calendar of retention as a table: semicolons, a mark of UTF-8 and CRLF, which a French Excel opens as it is. */
export const drawCalendar = (lines: readonly RetentionLine[]): Uint8Array => {
  const rows = lines.map((line) => [
    line.name,
    line.title,
    words.kinds[line.what],
    line.due.kind === 'until' ? line.due.day.split('-').reverse().join('/') : '',
    words.grounds[line.what],
    stateOf(line),
    line.count === null ? '' : String(line.count.rows),
    line.count === null ? '' : String(line.count.files),
    line.what === 'minute' ? '' : words.lost[line.what],
    words.stays[line.subject.kind],
  ]);
  const text = [words.csv, ...rows].map((row) => row.map(cell).join(';')).join('\r\n');
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
};
