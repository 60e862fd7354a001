import { expect, test } from 'vitest';
import { addHeavy } from '../tests/fixtures/heavy-file.ts';

test('a piece of 256 MiB is added whole without being held in memory', () => {
  const { bytes, sha256, expected, before, peak } = addHeavy(256, 'piece');
  expect({ bytes, sha256 }).toEqual(expected);
  // What the piece adds is what is promised; what the program weighs before it varies with the day.
  expect(peak - before).toBeLessThan(100);
  expect(peak).toBeLessThan(360);
}, 120_000);
