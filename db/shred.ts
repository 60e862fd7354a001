import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const block = Buffer.alloc(2 ** 20);

/** Writes over a file, makes that durable, and removes it: what lay there is gone even where the disk keeps the place of a removed file. */
export const shredFile = (path: string): void => {
  if (!existsSync(path)) return;
  const size = statSync(path).size;
  const handle = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; at += block.length) writeSync(handle, block, 0, Math.min(block.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(path, { force: true });
};

/** Writes over every file of a folder and removes the folder. */
export const shredFolder = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) if (entry.isFile()) shredFile(join(entry.parentPath, entry.name));
  rmSync(folder, { recursive: true, force: true });
};
