import { readCsv } from './csv.ts';
import { tableLimits, type Table, type TableFault, type TableRead } from './table.ts';
import { unpackWorkbook } from './unpack.ts';
import { readWorkbook } from './workbook.ts';

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, rank) => bytes[rank] === byte);
const fault = (kind: TableFault['kind'], line: number | null = null): TableRead => ({ ok: false, fault: { kind, line } });

/** The stream that an encrypted workbook of today keeps in the container of the old ones, as its name is written there. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

const measured = (table: Table): TableRead => {
  for (const { rows } of table.sheets) {
    const beyond = rows[tableLimits.rows];
    if (beyond !== undefined) return fault('too-many-rows', beyond.line);
    const wide = rows.find((row) => row.cells.length > tableLimits.columns);
    if (wide !== undefined) return fault('too-many-columns', wide.line);
    const long = rows.find((row) => row.cells.some((cell) => cell.length > tableLimits.cell));
    if (long !== undefined) return fault('too-long-cell', long.line);
  }
  return table.sheets.length === 0 ? fault('empty-file') : { ok: true, table };
};

/** Reads a table from its bytes, whatever program wrote it: separated values, or a workbook of today. The kind is told by the bytes, never by the name. */
export const readTableBytes = async (bytes: Uint8Array): Promise<TableRead> => {
  if (bytes.length > tableLimits.bytes) return fault('too-many-bytes');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fault(Buffer.from(bytes).includes(encryptedPackage) ? 'encrypted-workbook' : 'old-workbook');
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46) || begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return fault('other-document');
  // A page of the web, or the XML of an older spreadsheet, whatever name it bears: tags are no cells.
  if (/^(?:\u00EF\u00BB\u00BF)?\s*</.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))) return fault('other-document');
  if (begins(bytes, 0x50, 0x4b)) {
    const members = await unpackWorkbook(bytes);
    if ('kind' in members) return { ok: false, fault: members };
    const sheets = readWorkbook(members.members);
    return sheets === null ? fault('damaged-workbook') : measured({ format: 'xlsx', encoding: null, sheets });
  }
  const csv = readCsv(bytes);
  if (!csv.ok) return fault(csv.fault.kind, csv.fault.line);
  const { encoding, header, rows } = csv.table;
  return measured({ format: 'csv', encoding, sheets: [{ name: '', rows: [header, ...rows] }] });
};
