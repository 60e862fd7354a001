import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const tableOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.table;
};
const faultOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes);
  return read.ok ? 'accepted' : read.fault;
};

describe('the separator is found', () => {
  test.each([
    ['nom;prenom\nA;B', ';'],
    ['nom,prenom\nA,B', ','],
    ['nom\tprenom\nA\tB', '\t'],
    ['"nom, prénom, surnom";voie\nA;B', ';'],
    ['nom\nA', ';'],
    ['sep=,\nnom;x,prenom\nA,B', ','],
  ])('%j', (text, delimiter) => {
    expect(tableOf(utf8(text)).delimiter).toBe(delimiter);
  });
});

describe('the encoding is found', () => {
  test('UTF-8, with or without its mark, gives the same cells', () => {
    const marked = tableOf(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('numéro;nom\n1;Maÿlis')));
    expect(marked).toEqual(tableOf(utf8('numéro;nom\n1;Maÿlis')));
    expect(marked.header.cells).toEqual(['numéro', 'nom']);
  });

  test('Windows-1252, as older spreadsheets write it', () => {
    const bytes = Uint8Array.of(0x6e, 0x6f, 0x6d, 0x0a, 0x4c, 0x27, 0x9c, 0x75, 0x76, 0x72, 0xe9, 0x20, 0x80, 0x92);
    const table = tableOf(bytes);
    expect([table.encoding, table.rows[0]?.cells]).toEqual(['windows-1252', ["L'œuvré €’"]]);
  });

  test('ISO-8859-15 is told by a letter of its own within a word, unless a byte is of Windows-1252 alone', () => {
    const heart = [0x6e, 0x0a, 0x63, 0xbd, 0x75, 0x72];
    const table = tableOf(Uint8Array.from(heart));
    expect([table.encoding, table.rows[0]?.cells]).toEqual(['iso-8859-15', ['cœur']]);
    expect(tableOf(Uint8Array.from([...heart, 0x92])).rows[0]?.cells).toEqual(['c½ur’']);
    // A half after a figure is a half.
    expect(tableOf(Uint8Array.of(0x6e, 0x0a, 0x31, 0xbd)).rows[0]?.cells).toEqual(['1½']);
  });

  test('UTF-16 of the other order of bytes', () => {
    expect(tableOf(Uint8Array.of(0xfe, 0xff, 0x00, 0x6e, 0x00, 0x0a, 0x00, 0xe9))).toMatchObject({ encoding: 'utf-16', rows: [{ cells: ['é'] }] });
  });

  test('a byte that Windows-1252 leaves undefined shows as a replacement mark, never as a silent letter', () => {
    expect(tableOf(Uint8Array.of(0x6e, 0x0a, 0x41, 0x81, 0xe9)).rows[0]?.cells).toEqual(['A\uFFFDé']);
  });

  test('UTF-16 with its mark', () => {
    const bytes = Uint8Array.from([...'\uFEFFnom\té\nÈ\tb'].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]));
    expect(tableOf(bytes)).toMatchObject({ encoding: 'utf-16', delimiter: '\t', rows: [{ line: 2, cells: ['È', 'b'] }] });
  });

  test('letters made of two marks are joined, so that a name compares with itself', () => {
    expect(tableOf(utf8('nom\nZoe\u0301')).rows[0]?.cells).toEqual(['Zoé']);
  });
});

describe('a row keeps the line on which a person sees it', () => {
  test.each([
    ['blank lines count', 'nom;p\n\nA;1\n \n\nB;2\n', [3, 6]],
    ['a cell over two lines counts as two', 'nom;p\n"A\nA";1\nB;2', [2, 4]],
    ['Windows line endings', 'nom;p\r\nA;1\r\n\r\nB;2\r\n', [2, 4]],
    ['old Macintosh line endings', 'nom;p\rA;1\rB;2', [2, 3]],
    ['an announced separator takes a line', 'sep=;\r\nnom;p\r\nA;1', [3]],
    ['rows of separators alone are left out', 'nom;p\n;\nA;1', [3]],
  ])('%s', (_, text, lines) => {
    expect(tableOf(utf8(text)).rows.map((row) => row.line)).toEqual(lines);
  });
});

describe('a file that is no table is refused with its line', () => {
  test.each([
    ['nothing', '', { kind: 'empty-file', line: 1 }],
    ['blank lines', '\n \n', { kind: 'empty-file', line: 1 }],
    ['a quote left open', 'nom\nA\n"B\nC\n', { kind: 'unclosed-quote', line: 3 }],
    ['text after a closed quote', 'nom;p\nA;1\n"B"x;2\n', { kind: 'misplaced-quote', line: 3 }],
    ['a workbook', 'PK\u0003\u0004\0\0', { kind: 'not-text', line: 1 }],
  ])('%s', (_, text, fault) => {
    expect(faultOf(utf8(text))).toEqual(fault);
  });
});
