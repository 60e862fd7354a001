import { expect, test } from 'vitest';
import type { BlockCode, CandidateId } from '../../../domain/ids.ts';
import type { SittingLine } from '../../../domain/view.ts';
import { nextPlace } from './places.ts';

const candidate = (id: string, presence: 'present' | 'expected', states: readonly ('pending' | 'validated')[], outcome = 'undecided'): SittingLine =>
  ({ id, presence, outcome: { kind: outcome }, blocks: states.map((kind, rank) => ({ code: `B${rank + 1}`, state: { kind } })) }) as unknown as SittingLine;

const from = (lines: readonly SittingLine[], id: string, block: string) => {
  const place = nextPlace(lines, id as CandidateId, block as BlockCode);
  return place === null ? null : `${place.candidate.id} ${place.block}`;
};

test('after a decision comes the next pending block of the same candidate', () => {
  const line = candidate('a', 'present', ['pending', 'validated', 'pending']);
  expect(from([line], 'a', 'B2')).toBe('a B3');
});

test('a block skipped earlier comes back before another candidate is called', () => {
  expect(from([candidate('a', 'present', ['pending', 'validated']), candidate('b', 'expected', ['pending'])], 'a', 'B2')).toBe('a B1');
});

test('a candidate wholly decided hands over to the next undecided one, from the start again after the last', () => {
  const lines = [
    candidate('a', 'expected', ['pending']),
    candidate('b', 'present', ['validated'], 'full'),
    candidate('c', 'expected', ['pending'], 'postponed'),
  ];
  expect(from(lines, 'b', 'B1')).toBe('a B1');
});

test('when nothing is left to decide there is no next place', () => {
  expect(from([candidate('a', 'present', ['validated'], 'full')], 'a', 'B1')).toBeNull();
});
