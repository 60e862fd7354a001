import { createHash } from 'node:crypto';
import { openPlain } from '../imports/intake/plain.ts';
import { readAt, type ZipBytes } from '../imports/intake/zip-bytes.ts';
import type { Watch } from './bag.ts';

/** How a file of the age format begins. */
export const ageMark = 'age-encryption.org/v1';

const pageSize = 1024 * 1024;

/** The first bytes of a content, and its last megabyte: enough to know its kind. */
export const headOf = async (content: ZipBytes): Promise<Buffer> => {
  const length = Math.min(pageSize, content.size);
  const [first, last] = [await readAt(content, 0, length), await readAt(content, content.size - length, length)];
  return Buffer.concat([first ?? Buffer.alloc(0), last ?? Buffer.alloc(0)]);
};

/** The first bytes of a file, and its last megabyte. */
export const readHead = async (path: string): Promise<Buffer> => {
  const handle = await openPlain(path);
  try {
    return await headOf({ handle, size: (await handle.stat()).size });
  } finally {
    await handle.close();
  }
};

/** Whether a file is one of the age format. Errors of the disk pass. */
export const isEncrypted = async (path: string): Promise<boolean> => (await readHead(path)).toString('latin1', 0, ageMark.length) === ageMark;

/** The SHA-256 of a content, page by page. */
export const digestOf = async ({ handle, size }: ZipBytes, { signal, report }: Watch = {}): Promise<string> => {
  const hash = createHash('sha256');
  const page = Buffer.allocUnsafe(pageSize);
  for (let at = 0; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(page, 0, page.length, at);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(page.subarray(0, bytesRead));
    at += bytesRead;
    report?.(at, size, 'reading');
  }
};

/** The SHA-256 of a file, page by page. */
export const digestPath = async (path: string, watch: Watch = {}): Promise<string> => {
  const handle = await openPlain(path);
  try {
    return await digestOf({ handle, size: (await handle.stat()).size }, watch);
  } finally {
    await handle.close();
  }
};
