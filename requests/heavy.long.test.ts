import { expect, test } from 'vitest';
import { addHeavy } from '../tests/fixtures/heavy-file.ts';

test.each(['piece', 'folder'] as const)(
  'a file of more than 2 GiB never fills the memory (%s)',
  (how) => {
    const { bytes, sha256, expected, before, peak } = addHeavy(2304, how);
    expect({ bytes, sha256 }).toEqual(expected);
    expect(peak - before).toBeLessThan(128);
    expect(peak).toBeLessThan(300);
  },
  600_000,
);
