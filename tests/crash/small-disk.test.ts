import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layResources } from '../../scripts/resources.ts';

const root = mkdtempSync(join(tmpdir(), 'delibere-small-disk-'));
const program = join(import.meta.dirname, '..', 'fixtures', 'small-disk.ts');
const inside = (words: string, ...args: string[]) => spawnSync('unshare', ['-rm', 'sh', '-c', words, ...args], { encoding: 'utf8' });
const can = inside('mount -t tmpfs -o size=64k tmpfs /mnt && mount -o remount,ro /mnt && command -v prlimit').status === 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));

let said: Record<string, unknown> = {};
beforeAll(() => {
  if (!can) return;
  const resources = layResources(join(root, 'resources'));
  const place = mkdtempSync(join(root, 'disk-'));
  const { stdout, stderr } = inside('mount -t tmpfs -o size=24m tmpfs "$0" && exec "$1" "$2" "$0" "$3"', place, process.execPath, program, resources);
  if (stdout.trim() === '') throw new Error(stderr);
  said = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}, 120_000);

test.skipIf(!can)(
  'a disk that becomes full or that fails while one types is told by its name; what was saved is there, and the same save passes once the disk takes it (skipped where no small disk can be mounted)',
  () => {
    expect(said).toMatchObject({
      first: 'saved',
      full: ['store-full', 'avant'],
      roomAgain: ['saved', 'après'],
      failing: ['store-failing', 'après'],
      answersAgain: ['saved', 'enfin'],
    });
  },
);

test.skipIf(!can)(
  'a start on a disk that is full, read-only or that fails says which, leaves no half of a backup, and opens once the disk allows it (skipped where no small disk can be mounted)',
  () => {
    expect(said).toMatchObject({
      fullAtStart: ['full', 0],
      roomTold: true,
      startAgain: 'open',
      readOnlyAtStart: 'readOnly',
      failingAtStart: ['failing', 0],
      lastStart: ['open', 'enfin'],
    });
  },
);
