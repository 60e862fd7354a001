import { expect, test } from 'vitest';
import { followingWords } from './notice.ts';

const said = (place: string): string => followingWords.done('2026-03-19', place).replaceAll(/[\u00a0\u202f]/g, ' ');

test('a paper is issued in the town that an address ends with; a room is said to be where the jury sat', () => {
  expect(said('7, rue de l’Invention, Exempleville')).toBe('Fait à Exempleville, le 19 mars 2026');
  expect(said('12 rue Fictive, 99999 Ville-Fictive CEDEX 9')).toBe('Fait à Ville-Fictive, le 19 mars 2026');
  expect(said('99999 Le Bourg')).toBe('Fait au Bourg, le 19 mars 2026');
  expect(said('Salle d’essai')).toBe('Fait le 19 mars 2026\nLieu du jury : Salle d’essai');
  expect(said('')).toBe('Fait le 19 mars 2026');
});
