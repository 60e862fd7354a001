import { expect, test } from 'vitest';
import { french } from './french.ts';

test('the high signs take a narrow no-break space, the colon and the percent a full one', () => {
  expect(french('Quoi ? Oui ; non ! « Peut-être » : 33 %')).toBe('Quoi\u202f? Oui\u202f; non\u202f! «\u202fPeut-être\u202f»\u00a0: 33\u00a0%');
});

test('an hour and a reference keep their colons', () => {
  expect(french('à 14:30')).toBe('à 14:30');
});
