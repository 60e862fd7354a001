import { expect, test } from 'vitest';
import { errorCodes } from '../domain/errors.ts';
import { errorSentences, errorWords } from '../words/errors.ts';

test.each(errorCodes)('%s is said in three sentences', (code) => {
  expect(Object.hasOwn(errorSentences, code)).toBe(true);
  const words = errorWords(code, {});
  for (const part of [words.happened, words.safe, words.next]) {
    expect(part).toMatch(/^\p{Lu}.*\.$/u);
    expect(part).not.toMatch(/undefined|null|NaN|\{|\}|'/u);
    expect(part).not.toMatch(/ [;!?:»]|« /u);
  }
});

test('no sentence is kept for a code that left the list', () => {
  const known: readonly string[] = errorCodes;
  expect(Object.keys(errorSentences).filter((code) => !known.includes(code))).toEqual([]);
});

test('an unknown code still says what is safe', () => {
  expect(errorWords('toString', {}).safe).not.toBe('');
});

test('a wrong code says how long to wait', () => {
  expect(errorWords('pin-wrong', { failures: 4, seconds: 30 }).next).toContain('30 secondes');
});
