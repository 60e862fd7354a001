import { expect, test } from 'vitest';
import { whyClosed } from './spine.tsx';

test('before the opening, only the preparation and the opening can be entered', () => {
  expect((['prepare', 'open', 'deliberate', 'review', 'sign', 'archive'] as const).filter((stage) => whyClosed(stage, 'preparing') === null)).toEqual([
    'prepare',
    'open',
  ]);
});

test('nobody signs before the session is closed, nor archives before the minute is sealed', () => {
  expect(whyClosed('sign', 'open')).toContain('n’est pas close');
  expect(whyClosed('sign', 'closed')).toBeNull();
  expect(whyClosed('archive', 'closed')).toContain('n’est pas scellé');
  expect(whyClosed('archive', 'sealed')).toBeNull();
});

test('what was done stays readable to the end', () => {
  expect((['prepare', 'open', 'deliberate', 'review', 'sign', 'archive'] as const).every((stage) => whyClosed(stage, 'archived') === null)).toBe(true);
});
