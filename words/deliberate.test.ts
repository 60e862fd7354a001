import { expect, test } from 'vitest';
import { blockRuns, consequenceOf, deliberateWords, lineWords } from './deliberate.ts';

const code = (number: number): string => `RNCP36912BC${String(number).padStart(2, '0')}`;

test('three blocks are named one by one, a longer run by its ends', () => {
  expect(blockRuns([1, 2, 3].map(code))).toBe('BC01, BC02, BC03');
  expect(blockRuns([1, 4, 5, 6, 7, 8].map(code))).toBe('BC01, BC04 à\u00A0BC08');
  expect(blockRuns([])).toBe('');
});

test('the consequence of a choice names what is acquired and what is still to decide', () => {
  expect(consequenceOf({ kind: 'undecided', acquired: [code(1)], pending: [code(2), code(3)] })).toBe('BC01 acquis · BC02, BC03 à décider');
  expect(consequenceOf({ kind: 'undecided', acquired: [], pending: [code(2)] })).toBe('BC02 à décider');
});

test('a candidate not yet called is said so, not said undecided', () => {
  const outcome = { kind: 'undecided', pending: [code(1)] } as const;
  expect(lineWords(outcome, 'expected')).toBe('À appeler');
  expect(lineWords(outcome, 'present')).toBe('BC01 à décider');
});

test('a minute is not called "PV" twice', () => {
  expect(deliberateWords.byMinute('PV 2025-007')).toBe('par le PV 2025-007');
  expect(deliberateWords.byMinute('2025-007')).toBe('par le PV\u00A02025-007');
});
