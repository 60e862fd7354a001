import { expect, test } from 'vitest';
import { resultWords } from './round.ts';

test('a count is said plainly, and what nobody said is left out', () => {
  expect(resultWords.count({ validate: 2, refuse: 1, abstain: 0 })).toBe('2 pour valider, 1 contre');
  expect(resultWords.count({ validate: 3, refuse: 0, abstain: 0 })).toBe('3 pour valider');
  expect(resultWords.count({ validate: 1, refuse: 1, abstain: 1 })).toBe('1 pour valider, 1 contre, 1 abstention');
  expect(resultWords.count({ validate: 0, refuse: 0, abstain: 3 })).toBe('3 abstentions');
});

test('the rule that binds the jury is named with what it gives, and whose voice is casting', () => {
  expect(resultWords.gives('majority', 'refuse', 'Mme Factice')).toBe('Règle de majorité\u00a0: le bloc n’est pas validé.');
  expect(resultWords.gives('castingVote', 'validate', 'Mme Factice')).toBe(
    'Voix prépondérante\u00a0: les avis sont à égalité, celui de Mme Factice, qui préside, l’emporte\u202f; le bloc est validé.',
  );
  expect(resultWords.gives('tieRefused', 'refuse', '')).toBe('Partage valant refus\u00a0: les avis sont à égalité\u202f; le bloc n’est pas validé.');
});
