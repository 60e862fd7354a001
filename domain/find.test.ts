import { expect, test } from 'vitest';
import { answersFind } from './find.ts';

const line = '012 Inès Imaginaire-Fictive VAE';

test('a line is found by the beginning of any of its words, in any order, whatever the accents and the case', () => {
  for (const typed of ['', ' ', 'ines', 'INÈS', 'fict imag', '012', 'vae ine', 'imaginaire-fictive']) expect(answersFind(line, typed), typed).toBe(true);
});

test('every word typed counts', () => {
  for (const typed of ['naire', 'ines vap', '12', 'inès imaginaires']) expect(answersFind(line, typed), typed).toBe(false);
});
