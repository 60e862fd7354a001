import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** The failure of what is no file and no folder: a pipe, a device, a socket; with the code that a missing device has. */
export const notPlain = (): Error => Object.assign(new Error('neither a file nor a folder'), { code: 'ENODEV' });

/** Opens a file to be read and nothing else: a pipe is not waited for, a device is not read. Throws what the disk throws, and ENODEV. */
export const openPlain = async (path: string): Promise<FileHandle> => {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw notPlain();
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
};
