import { expect, test } from 'vitest';
import { nextInRound } from './region-keys.ts';

const round = ['stages', 'parts', 'content'];

test('F6 goes round the parts of a screen, both ways, and begins at an end when none is in hand', () => {
  expect(['stages', 'content'].map((from) => nextInRound(round, from, 1))).toEqual(['parts', 'stages']);
  expect(['stages', 'content'].map((from) => nextInRound(round, from, -1))).toEqual(['content', 'parts']);
  expect([nextInRound(round, undefined, 1), nextInRound(round, undefined, -1), nextInRound([], undefined, 1)]).toEqual(['stages', 'content', undefined]);
});
