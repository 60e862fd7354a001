import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StorePlace, StoreRoom } from '../domain/store.ts';
import { diskOf, markersOf, placeOf } from '../domain/place.ts';
import { storeParts } from './backup.ts';

/** What an opening keeps free besides its copies: the journal, a key file, the names. */
const margin = 16 * 1024 * 1024;

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** The nearest folder that exists, the folder itself or one above: a store that is not created yet lies somewhere already. */
const nearest = (folder: string): string => (existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder)));

/** The room left on the store's disk, and what an opening wants: a backup, and the journal of a change of format, each of the size of the database. */
export const roomOf = (folder: string): StoreRoom | null => {
  try {
    const { bavail, bsize } = statfsSync(nearest(folder));
    const database = join(folder, storeParts.database);
    return { free: bavail * bsize, needed: 2 * (sizeOf(database) + sizeOf(`${database}-wal`)) + margin };
  } catch {
    return null;
  }
};

const systemOf = (path: string): string | null => {
  try {
    return process.platform === 'linux' ? diskOf(path, readFileSync('/proc/self/mountinfo', 'utf8')) : null;
  } catch {
    return null;
  }
};

/** Where a folder lies, told by its path, by the system of its disk, and by what services leave in the folders that they copy. */
export const placeOfFolder = (folder: string): StorePlace => {
  const real = nearest(folder);
  const above: string[] = [];
  for (let path = real; ; path = dirname(path)) {
    above.push(path);
    if (dirname(path) === path) break;
  }
  const found = above.flatMap((path) => markersOf.filter(({ name }) => existsSync(join(path, name))).map(({ service }) => service));
  return placeOf({ path: folder, disk: systemOf(real), marked: found[0] ?? null });
};
