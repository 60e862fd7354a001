import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the code of a failure of the disk, or of SQLite, says of the store: without room, read-only, or a disk that does not answer; null for any other. */
export const diskCode = (code: string): 'store-full' | 'store-read-only' | 'store-failing' | null => {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'store-full';
  if (code.startsWith('SQLITE_READONLY') || ['SQLITE_CANTOPEN', 'SQLITE_PERM', 'EROFS', 'EACCES', 'EPERM'].includes(code)) return 'store-read-only';
  return code.startsWith('SQLITE_IOERR') || ['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ENOTCONN', 'ETIMEDOUT'].includes(code) ? 'store-failing' : null;
};

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

/** Makes the content of a file that another wrote durable. */
export const flushFile = (path: string): void => {
  const handle = openSync(path, 'r+');
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
