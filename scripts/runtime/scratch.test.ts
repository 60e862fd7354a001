import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layScratch } from './scratch.ts';

test('the folder of the tests is written and read, is another each time, and is gone with what it held', () => {
  const [one, other] = [layScratch(), layScratch()];
  try {
    expect(one.folder).not.toBe(other.folder);
    writeFileSync(join(one.folder, 'a.txt'), 'un');
    expect(readFileSync(join(one.folder, 'a.txt'), 'utf8')).toBe('un');
  } finally {
    one.dispose();
    other.dispose();
  }
  expect([one, other].map(({ folder }) => existsSync(folder))).toEqual([false, false]);
});
