import { expect, test } from 'vitest';
import { balanceOf, isUnbalanced } from './parity.ts';

const of = (civilities: readonly ('Mme' | 'M.' | '')[]) => balanceOf(civilities.map((civility) => ({ civility, seat: 'titular' })));

test.each([
  [['Mme', 'Mme', 'Mme'], true],
  [['M.', 'M.', 'M.', 'Mme'], true],
  [['Mme', 'Mme', 'M.'], false],
  [['M.', 'M.', ''], false],
  [['M.', 'M.', 'M.', ''], true],
  [['', '', ''], false],
  [[], false],
] as const)('a jury of %j is surely unbalanced: %s', (civilities, unbalanced) => {
  expect(isUnbalanced(of(civilities))).toBe(unbalanced);
});

test('substitutes hold no seat, and who gave no civility is of neither number', () => {
  const balance = balanceOf([
    { civility: 'M.', seat: 'titular' },
    { civility: '', seat: 'titular' },
    { civility: 'Mme', seat: 'substitute' },
  ]);
  expect(balance).toEqual({ women: 0, men: 1, unsaid: 1 });
});
