import { createCipheriv, randomBytes } from 'node:crypto';
import type { Readable } from '../imports/intake/zip-bytes.ts';

const block = 16;

/**
 * A key that lives in memory alone, for bytes that wait on a disk a moment: they are written in order and read where one asks, and the disk sees only their cipher (AES-256
 * in counter mode, a key for one file). It hides and does not authenticate: who reads checks what it reads, as of any file.
 */
export const openVeil = (): {
  readonly hide: (part: Uint8Array) => Buffer;
  readonly lift: (from: Readable) => Readable;
} => {
  const key = randomBytes(32);
  const from = (rank: number) => {
    const counter = Buffer.alloc(block);
    counter.writeBigUInt64BE(BigInt(rank), block - 8);
    return createCipheriv('aes-256-ctr', key, counter);
  };
  const written = from(0);
  return {
    hide: (part) => written.update(part),
    lift: (hidden) => ({
      read: async (into, offset, length, position) => {
        const { bytesRead } = await hidden.read(into, offset, length, position);
        const cipher = from(Math.floor(position / block));
        cipher.update(Buffer.alloc(position % block));
        into.set(cipher.update(into.subarray(offset, offset + bytesRead)), offset);
        return { bytesRead };
      },
    }),
  };
};
