import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bookOf } from '../../tests/fixtures/books.ts';
import { tableFaultWords } from '../../words/table-faults.ts';
import { readTableBytes } from './table-bytes.ts';
import { valueIn, valueMissing } from './table-cell.ts';
import { readTable, tableFaultCodes, tableLimits } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'delibere-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const cellsOf = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const read = await readTableBytes(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return (read.table.sheets[0]?.rows ?? []).map((row) => row.cells);
};
const faultOf = async (bytes: Uint8Array) => {
  const read = await readTableBytes(bytes);
  return read.ok ? 'accepted' : read.fault;
};

describe('the cells of a workbook are read as a French spreadsheet shows them', () => {
  const table = [['jour', 'heure', 'part', 'nombre', 'poussière', 'code', 'vrai', 'texte', 'calcul']];
  const figures = {
    A2: { t: 'n', v: 45_537, z: 'dd/mm/yyyy' },
    B2: { t: 'n', v: 0.5, z: 'hh:mm' },
    C2: { t: 'n', v: 0.125, z: '0.0%' },
    D2: { t: 'n', v: 12.5 },
    E2: { t: 'n', v: 0.1 + 0.2 },
    F2: { t: 'n', v: 12, z: '0000' },
    G2: { t: 'b', v: true },
    H2: { t: 's', v: 'Zoe\u0301' },
    I2: { t: 'n', v: 3, f: '1+2' },
  } as const;

  test('days, hours, shares, decimals, leading zeros, truth, texts, computed values', async () => {
    const bytes = bookOf({ Liste: table }, (sheet) => Object.assign(sheet, figures, { '!ref': 'A1:I2' }));
    expect((await cellsOf(bytes))[1]).toEqual(['2024-09-02', '12:00', '12,5%', '12,5', '0,3', '0012', 'VRAI', 'Zoé', '3']);
  });

  test('a day is the same in the two systems of dates', async () => {
    const day = (v: number, date1904: boolean) =>
      bookOf({ Liste: [['jour']] }, (sheet) => Object.assign(sheet, { A2: { t: 'n', v, z: 'dd/mm/yyyy' }, '!ref': 'A1:A2' }), date1904);
    // The same day is 1,462 days earlier when days are counted from 1904.
    expect([(await cellsOf(day(45_537, false)))[1], (await cellsOf(day(45_537 - 1462, true)))[1]]).toEqual([['2024-09-02'], ['2024-09-02']]);
  });

  test('an error and a formula never computed hold no value, and say what they show', async () => {
    const bytes = bookOf({ Liste: [['a', 'b', 'c']] }, (sheet) =>
      Object.assign(sheet, { A2: { t: 'e', v: 0x17, w: '#REF!' }, B2: { t: 'z', f: 'SUM(A1:A2)' }, C2: { t: 's', v: '#N/A' }, '!ref': 'A1:C2' }),
    );
    const read = await readTableBytes(bytes);
    const row = read.ok ? read.table.sheets[0]?.rows[1] : undefined;
    if (row === undefined) throw new Error('one row was written');
    expect([0, 1, 2].map((place) => valueMissing(row, place))).toEqual(['#REF!', 'SUM(A1:A2)', '#N/A']);
    expect([0, 1].map((place) => valueIn(row, place))).toEqual(['', '']);
  });

  test('only the sheets that can be seen and hold something are read, each row with its own line', async () => {
    const bytes = bookOf({ Vide: [], Cachée: [['x']], Liste: [['nom'], [], ['Awa']], Notes: [['n']] }, undefined, false, ['Cachée']);
    expect(await readTableBytes(bytes)).toEqual({
      ok: true,
      table: {
        format: 'xlsx',
        encoding: null,
        sheets: [
          {
            name: 'Liste',
            rows: [
              { line: 1, cells: ['nom'] },
              { line: 3, cells: ['Awa'] },
            ],
          },
          { name: 'Notes', rows: [{ line: 1, cells: ['n'] }] },
        ],
      },
    });
  });
});

describe('what is no table is refused by what it is, never by its name', () => {
  const compound = (name: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64), Buffer.from(name, 'utf16le')]);
  test.each([
    ['a workbook of the old format', compound('Workbook'), 'old-workbook'],
    ['an encrypted workbook', compound('EncryptedPackage'), 'encrypted-workbook'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'other-document'],
    ['a page of the web', Buffer.from('<html><table>'), 'other-document'],
    ['half a workbook', bookOf({ A: [['a']] }).subarray(0, 900), 'damaged-workbook'],
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['an empty workbook', bookOf({ A: [] }), 'empty-file'],
  ])('%s', async (_, bytes, kind) => {
    expect(await faultOf(bytes)).toMatchObject({ kind });
  });

  test('a table beyond the limits is refused at its line, never cut', async () => {
    const many = Array.from({ length: tableLimits.rows + 1 }, (_, rank) => [`${rank}`]);
    expect(await faultOf(Buffer.from(stringify(many)))).toEqual({ kind: 'too-many-rows', line: tableLimits.rows + 1 });
    expect(await faultOf(bookOf({ A: many }))).toEqual({ kind: 'too-many-rows', line: tableLimits.rows + 1 });
    expect(await faultOf(bookOf({ A: [['a'], Array.from({ length: tableLimits.columns + 1 }, () => 'x')] }))).toEqual({ kind: 'too-many-columns', line: 2 });
    // One value far down a sheet that is empty above it.
    const deep = bookOf({ A: [['a']] }, (sheet) => Object.assign(sheet, { A50000: { t: 's', v: 'x' }, '!ref': 'A1:A50000' }));
    expect(await faultOf(deep)).toEqual({ kind: 'too-many-rows', line: 50_000 });
    expect(await faultOf(Buffer.alloc(tableLimits.bytes + 1, 'a'))).toMatchObject({ kind: 'too-many-bytes' });
  });

  test('every refusal has its words', () => {
    expect(
      Object.keys(tableFaultWords)
        .filter((code) => code !== 'no-row')
        .toSorted(),
    ).toEqual([...tableFaultCodes].toSorted());
  });
});

describe('the thread that reads', () => {
  test('gives what the bytes hold, ends when told to stop, and tells a file that is gone', async () => {
    const path = join(folder, 'liste.xlsx');
    writeFileSync(path, bookOf({ Liste: [['nom'], ['Awa']] }));
    expect(await readTable(path, never)).toEqual(await readTableBytes(bookOf({ Liste: [['nom'], ['Awa']] })));
    const stop = new AbortController();
    const reading = readTable(path, stop.signal);
    stop.abort();
    expect(await reading).toBeNull();
    await expect(readTable(join(folder, 'nulle part.csv'), never)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('any table is read back as it was written', () => {
  // A row of blanks is no row, and a file of separated values has no types: the letters are any, the rows hold something.
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((letters) => letters.replaceAll(/[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF]/gu, '').normalize('NFC'));
  const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.array(
      fc
        .tuple(
          text.map((cell) => `a${cell}`),
          fc.array(text, { minLength: width, maxLength: width }),
        )
        .map(([first, rest]) => [first, ...rest]),
      { minLength: 1, maxLength: 8 },
    ),
  );

  test('separated values', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(';', ',', '\t'), fc.boolean(), fc.boolean(), async (table, delimiter, bom, quoted) => {
        const header = ['nom', ...(table[0]?.slice(1) ?? []).map((_, rank) => `c${rank}`)];
        const bytes = Buffer.from(stringify([header, ...table], { delimiter, bom, quoted, record_delimiter: 'windows' }), 'utf8');
        expect(await cellsOf(bytes)).toEqual([header, ...table]);
      }),
      { numRuns: 200 },
    );
  });

  test('a workbook', async () => {
    const trimmed = (table: readonly (readonly string[])[]) => table.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        expect(trimmed(await cellsOf(bookOf({ Liste: table })))).toEqual(trimmed(table));
      }),
      { numRuns: 60 },
    );
  });
});
