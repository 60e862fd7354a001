import { closeSync, constants, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storeParts } from './backup.ts';
import { flushFolder, moveWhole } from './disk.ts';

const filesOf = (folder: string, backup: string): string => join(folder, storeParts.backups, backup, storeParts.files);

// A copy and not a link: a backup is shredded one day, and a link would take the live file with it.
const copyWhole = (from: string, to: string): void => {
  const temporary = `${to}.partial`;
  copyFileSync(from, temporary, constants.COPYFILE_FICLONE);
  const handle = openSync(temporary, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  moveWhole(temporary, to);
};

/** Adds to a backup the files of pieces that are about to leave the store, encrypted as they are; a file that is missing already stays missing. */
export const keepFiles = (folder: string, backup: string, names: readonly string[]): void => {
  const there = filesOf(folder, backup);
  for (const name of names) {
    const from = join(folder, storeParts.files, name);
    if (!existsSync(from)) continue;
    mkdirSync(there, { recursive: true });
    copyWhole(from, join(there, name));
  }
  if (existsSync(there)) flushFolder(dirname(there));
};

/** Puts back the files that a backup holds and the store no longer has. */
export const putBackFiles = (folder: string, backup: string): void => {
  const there = filesOf(folder, backup);
  for (const name of existsSync(there) ? readdirSync(there).filter((each) => /^[0-9a-f]{32}$/.test(each)) : []) {
    const to = join(folder, storeParts.files, name);
    if (!existsSync(to)) copyWhole(join(there, name), to);
  }
};
