import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** What the tests may hold there at once, with room to spare, in bytes. */
const room = 4 * 1024 ** 3;

/**
 * A folder for what the tests write and take away, in memory where the machine gives enough of it, and what removes it.
 * The store pushes each act to the disk before it answers: on a disk the tests wait for it tens of thousands of times. A program that is killed loses no more there than here.
 */
export const layScratch = (): { readonly folder: string; readonly dispose: () => void } => {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'delibere-tests-'));
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
};

const hasRoom = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return process.platform === 'linux' && bavail * bsize >= room;
  } catch {
    return false;
  }
};
