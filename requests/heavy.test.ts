import { expect, test } from 'vitest';
import { addHeavy } from '../tests/fixtures/heavy-file.ts';

test('a piece of 256 MiB is added whole without being held in memory', () => {
  const { bytes, sha256, expected, before, peak } = addHeavy(256, 'piece');
  expect({ bytes, sha256 }).toEqual(expected);
  expect(peak - before).toBeLessThan(128);
  // Held whole, it would weigh 256 MiB more than the program does.
  expect(peak).toBeLessThan(360);
}, 120_000);
