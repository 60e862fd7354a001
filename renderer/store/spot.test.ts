import { expect, test } from 'vitest';
import { readSpot } from './spot.ts';

test('what the reader says of its page is read, and nothing else is', () => {
  expect(readSpot({ kind: 'spot', page: 437, zoom: 'width', turn: 90 })).toEqual({ page: 437, zoom: 'width', turn: 90 });
  const others = [null, 'spot', {}, { kind: 'spot', page: 0, zoom: 'width', turn: 0 }, { kind: 'spot', page: 1.5, zoom: 1, turn: 0 }];
  const more = [
    { kind: 'spot', page: 1, zoom: 900, turn: 0 },
    { kind: 'spot', page: 1, zoom: 1, turn: 45 },
    { kind: 'spot', page: 1, zoom: 1, turn: 0, x: 1 },
  ];
  expect([...others, ...more].map(readSpot)).toEqual(Array(8).fill(null));
});
