import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notPlain } from '../imports/intake/plain.ts';
import type { ZipBytes } from '../imports/intake/zip-bytes.ts';
import { decryptFile, type AgeKey } from './age.ts';
import { openVeil } from './veil.ts';

/** How an opening tells how far it is, in bytes, and hears that it must stop. */
interface OpeningWatch {
  readonly report?: (done: number, total: number, pass: 'opening') => void;
  readonly signal?: AbortSignal;
}

/**
 * Opens a file of the age format whole, and lends what it holds to be read where one asks.
 * It lies in a private file (0600, in a folder of 0700) that loses its name before the first byte is written, so that nothing of it stays even when the
 * process is killed; where a system keeps the name of an open file, it is removed at the end. What the disk gets is itself hidden under a key that lives in memory alone.
 * Throws AgeRefusal, or what the disk or the signal throws.
 */
export const withOpened = async <Value>(
  path: string,
  key: AgeKey,
  use: (content: ZipBytes) => Promise<Value>,
  { signal, report }: OpeningWatch = {},
): Promise<Value> => {
  const found = await stat(path);
  if (!found.isFile()) throw notPlain();
  const total = found.size;
  const folder = await mkdtemp(join(tmpdir(), 'delibere-'));
  const forget = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const handle = await open(join(folder, 'opened'), 'wx+', 0o600);
    try {
      await forget().catch(() => undefined);
      const veil = openVeil();
      let size = 0;
      for await (const plain of decryptFile(createReadStream(path), key)) {
        signal?.throwIfAborted();
        const part = veil.hide(plain);
        for (let written = 0; written < part.length; ) {
          const { bytesWritten } = await handle.write(part, written, part.length - written, size + written);
          written += bytesWritten;
        }
        size += part.length;
        report?.(Math.min(size, total), total, 'opening');
      }
      return await use({ handle: veil.lift(handle), size });
    } finally {
      await handle.close();
    }
  } finally {
    await forget();
  }
};
