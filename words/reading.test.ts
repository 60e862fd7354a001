import { expect, test } from 'vitest';
import { readingSessionWords } from './reading.ts';

const [nine, noon] = ['9 h 00', '12 h 00'].map((said) => ({ said, dated: false }));
const [eve, after] = ['16 mars 2026 à 23 h 26', '18 mars 2026 à 0 h 35'].map((said) => ({ said, dated: true }));

test.each([
  [nine, noon, 'de 9 h 00 à 12 h 00'],
  [eve, noon, 'du 16 mars 2026 à 23 h 26 à 12 h 00'],
  [eve, after, 'du 16 mars 2026 à 23 h 26 au 18 mars 2026 à 0 h 35'],
  [nine, null, 'depuis 9 h 00, jusqu’à la clôture'],
  [eve, null, 'depuis le 16 mars 2026 à 23 h 26, jusqu’à la clôture'],
])('a stay reads as a sentence, whatever its days: %#', (from, to, said) => {
  expect(readingSessionWords.stay(from ?? { said: '', dated: false }, to ?? null)).toBe(said);
});
