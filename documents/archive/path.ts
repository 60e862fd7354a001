import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Watch } from './bag.ts';

/** How a file of the age format begins. */
export const ageMark = 'age-encryption.org/v1';

const pageSize = 1024 * 1024;

/** The first bytes of a file, and its last megabyte: enough to know its kind. */
export const readHead = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const read = async (at: number, length: number): Promise<Buffer> => {
      const page = Buffer.alloc(Math.min(length, size - at));
      const { bytesRead } = await handle.read(page, 0, page.length, at);
      return page.subarray(0, bytesRead);
    };
    return Buffer.concat([await read(0, pageSize), await read(Math.max(0, size - pageSize), pageSize)]);
  } finally {
    await handle.close();
  }
};

/** The SHA-256 of a file, page by page. */
export const digestPath = async (path: string, { signal }: Watch = {}): Promise<string> => {
  const hash = createHash('sha256');
  const handle = await open(path, 'r');
  try {
    const page = Buffer.allocUnsafe(pageSize);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(page, 0, page.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(page.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
};
