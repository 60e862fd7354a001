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

test('a clock set back names both hours, in the time zone of the session', () => {
  const { happened } = errorWords('clock-set-back', { now: '2026-03-17T15:00:00.000Z', earliest: '2026-03-17T16:00:07.000Z', timeZone: 'Europe/Paris' });
  expect(happened).toContain('17\u00A0mars\u00A02026 à 16\u00A0h\u00A000');
  expect(happened).toContain('17\u00A0mars\u00A02026 à 17\u00A0h\u00A000');
});

test('a full disk says, where it happened, what is kept', () => {
  expect(errorWords('file-not-written', { cause: 'full' })).toMatchObject({
    happened: 'Le disque choisi est plein\u00A0: le fichier n’a pas été écrit.',
    safe: 'Le contenu est toujours dans Délibéré\u202F; aucun fichier incomplet n’a été laissé.',
  });
  expect(errorWords('store-full', { request: 'minute.sign' }).safe).toContain('rien n’est signé à demi');
  expect(errorWords('store-full', {}).safe).not.toContain('signé');
});
