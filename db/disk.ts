import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the names of a folder durable. */
export const flushFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Writes a file whole: temporary name, flush, rename, flush of the folder; a cut leaves the old file or the new one. */
export const writeWhole = (path: string, bytes: Uint8Array): void => {
  const temporary = `${path}.partial`;
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(temporary, 'w', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(handle);
  renameSync(temporary, path);
  flushFolder(dirname(path));
};

/** Moves a file aside, if it is there, and makes the move durable. */
export const moveWhole = (from: string, to: string): void => {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  flushFolder(dirname(to));
  if (dirname(from) !== dirname(to)) flushFolder(dirname(from));
};

/**
 * Writes a file whole in the place of one whose bytes must not outlive it: once the new one stands, what the old one was is written over.
 * Where a file that is open cannot be replaced (Windows), the old bytes are left to the disk.
 */
export const replaceWhole = (path: string, bytes: Uint8Array): void => {
  const old = process.platform === 'win32' || !existsSync(path) ? null : openSync(path, 'r+');
  try {
    writeWhole(path, bytes);
    if (old === null) return;
    writeSync(old, Buffer.alloc(fstatSync(old).size), 0, undefined, 0);
    fsyncSync(old);
  } finally {
    if (old !== null) closeSync(old);
  }
};
