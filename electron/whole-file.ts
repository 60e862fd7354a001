import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const whole = async (path: string, fill: (file: FileHandle) => Promise<void>, check: (written: string) => Promise<void>): Promise<void> => {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await check(temporary);
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
};

/** Writes a file whole or not at all: under a temporary name beside it, flushed to the disk, then renamed. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await whole(
    path,
    (file) => file.writeFile(bytes),
    async () => undefined,
  );
}

/** Writes a file whole or not at all, as its content comes; `check` reads the temporary file back and throws to leave nothing. */
export async function writeWholeStream(
  path: string,
  source: AsyncIterable<Uint8Array>,
  check: (written: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await whole(
    path,
    async (file) => {
      for await (const part of source)
        for (let at = 0; at < part.length; ) {
          const { bytesWritten } = await file.write(part, at);
          at += bytesWritten;
        }
    },
    check,
  );
}

/** The most that is read whole of a file that a person chose, in bytes; larger ones are read where one asks. */
const largest = 512 * 1024 * 1024;

/** Reads a file that a person chose. What is no file (a pipe, a device) is neither waited for nor read: ENODEV; one too large for the memory: EFBIG. */
export async function readGiven(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (!found.isFile()) throw Object.assign(new Error('no file'), { code: 'ENODEV' });
    if (found.size > largest) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return await file.readFile();
  } finally {
    await file.close();
  }
}
