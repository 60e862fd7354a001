import { expect, test } from 'vitest';
import { candidateFields } from './candidate.ts';
import { harmless, harmlessAll, harmlessLine } from './harmless.ts';
import { jurorFields } from './jury.ts';

test.each([
  ['an override of the direction', 'rapport\u202Efdp.exe', 'rapportfdp.exe'],
  ['an isolate that is never closed', 'Durand\u2067 admis', 'Durand admis'],
  ['marks of no width', 'Du\u200Br\u2060an\uFEFFd\u00AD', 'Durand'],
  ['letters of the plane of tags', 'Durand\u{E0041}', 'Durand'],
  ['controls of a terminal', 'Du\u001B[2Jrand\u0000', 'Du[2Jrand'],
])('a name with %s is shown without it', (_, hostile, shown) => {
  expect(harmless(hostile)).toBe(shown);
});

test('a letter carries four marks at most, as many as any language writes', () => {
  expect(harmless(`a${'\u0301'.repeat(500)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  for (const name of ['Nguye\u0302\u0303n', 'שָׁלוֹם', 'Zoé', 'ประวัติ']) expect(harmless(name)).toBe(name);
});

test('what scripts and pictures need stays: joiners, variation selectors, spaces that do not break, ends of lines', () => {
  for (const text of ['می\u200Cخواهم', '👩\u200D🔧', '❤\uFE0F', 'Attention\u202F!\u00A0:', 'un\n\tdeux']) expect(harmless(text)).toBe(text);
  expect(harmless('un\u2028deux')).toBe('un\ndeux');
  expect(harmlessLine('Durand\r\nBloc 1 : validé\u2029fin')).toBe('Durand Bloc 1 : validé fin');
});

test('every text of an answer is made harmless, however deep; bytes and numbers stay', () => {
  const bytes = new Uint8Array([1, 2]);
  const answer = { ok: true, value: [{ name: 'a\u202Eb', size: 3, none: null, view: bytes }] };
  expect(harmlessAll(answer)).toEqual({ ok: true, value: [{ name: 'ab', size: 3, none: null, view: bytes }] });
});

test('a name is of one line and turns nothing round, of a candidate as of a juror, whoever gives it', () => {
  for (const end of ['\n', '\r\n', '\u2028', ' \n\n ']) {
    const name = ` Du\u202Erand${end}Bloc 1 `;
    for (const field of ['number', 'familyName', 'usageName', 'givenName'] as const) expect(candidateFields.shape[field].parse(name)).toBe('Durand Bloc 1');
    for (const field of ['familyName', 'givenName', 'quality', 'employer'] as const) expect(jurorFields.shape[field].parse(name)).toBe('Durand Bloc 1');
  }
  for (const hidden of ['\u200B', '\n', ' \u202E ']) expect(candidateFields.shape.givenName.safeParse(hidden).success).toBe(false);
  expect(candidateFields.shape.familyName.safeParse('n'.repeat(121)).success).toBe(false);
});
