import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './disk.ts';

/** Plain bytes in one chunk. A file is a salt (32 bytes), then chunks of ciphertext and tag; the last one, perhaps empty, says that it is the last. */
export const chunkSize = 2 ** 20;
const saltSize = 32;
const tagSize = 16;

/** What was kept of bytes that went into a sealed file. */
export interface Sealed {
  readonly bytes: number;
  readonly sha256: string;
}

// The key is the file's own, so a counter never meets the same key twice; the first byte of the nonce tells the last chunk (Hoang et al., STREAM, 2015).
const keyOf = (storeKey: Uint8Array, salt: Uint8Array): Buffer => {
  // A store that closes empties its key: what still runs must not seal under nothing.
  if (storeKey.every((byte) => byte === 0)) throw new Error('sealed file: the store is closed');
  return Buffer.from(hkdfSync('sha256', storeKey, salt, 'delibere/sealed-file', 32));
};
const nonceOf = (rank: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0, 0);
  nonce.writeUIntBE(rank, 6, 6);
  return nonce;
};
const sealChunk = (key: Uint8Array, rank: number, last: boolean, plain: Uint8Array): readonly Buffer[] => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(rank, last));
  const body = cipher.update(plain);
  cipher.final();
  return [body, cipher.getAuthTag()];
};
const openChunk = (key: Uint8Array, rank: number, last: boolean, sealed: Uint8Array): Buffer | null => {
  if (sealed.length < tagSize) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(rank, last));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagSize));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagSize));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
};

const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  let written = 0;
  while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
};

/**
 * Copies a stream into a file of the store, encrypted chunk by chunk with AES-256-GCM under a key of its own; memory holds one chunk.
 * Temporary name, flush, rename: a failure, or a source that throws, leaves no file. `seen` hears the plain bytes as they pass.
 */
export const sealStream = async (
  path: string,
  storeKey: Uint8Array,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  seen: (bytes: Uint8Array) => void = () => undefined,
): Promise<Sealed> => {
  const temporary = `${path}.partial`;
  const salt = randomBytes(saltSize);
  const key = keyOf(storeKey, salt);
  const hash = createHash('sha256');
  const handle = await open(temporary, 'w', 0o600);
  try {
    const chunk = Buffer.allocUnsafe(chunkSize);
    let [filled, rank, bytes] = [0, 0, 0];
    await writeAll(handle, salt);
    for await (const part of source) {
      seen(part);
      hash.update(part);
      bytes += part.length;
      for (let taken = 0; taken < part.length; ) {
        // A full chunk waits until one more byte shows that it is not the last.
        if (filled === chunkSize) {
          for (const bytes of sealChunk(key, rank, false, chunk)) await writeAll(handle, bytes);
          [filled, rank] = [0, rank + 1];
        }
        const some = part.subarray(taken, taken + chunkSize - filled);
        chunk.set(some, filled);
        [filled, taken] = [filled + some.length, taken + some.length];
      }
    }
    for (const bytes of sealChunk(key, rank, true, chunk.subarray(0, filled))) await writeAll(handle, bytes);
    await handle.sync();
    await handle.close();
    await rename(temporary, path);
    flushFolder(dirname(path));
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
};

/**
 * The plain bytes of a sealed file from `start` to `end` (excluded, cut at its size), only the chunks that hold them opened.
 * Null when the file is missing, cut or changed anywhere in those chunks.
 */
export const openRange = (path: string, storeKey: Uint8Array, start: number, end: number): Buffer | null => {
  if (!existsSync(path)) return null;
  const size = statSync(path).size - saltSize;
  const sealedChunk = chunkSize + tagSize;
  const chunks = Math.ceil(size / sealedChunk);
  const plainSize = size - chunks * tagSize;
  if (size < tagSize || plainSize < 0) return null;
  const handle = openSync(path, 'r');
  const readAt = (position: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position));
  };
  try {
    const key = keyOf(storeKey, readAt(0, saltSize));
    const [from, to] = [Math.max(0, start), Math.min(end, plainSize)];
    const first = Math.min(Math.floor(from / chunkSize), chunks - 1);
    const last = Math.min(Math.max(first, Math.ceil(to / chunkSize) - 1), chunks - 1);
    const parts: Buffer[] = [];
    for (let rank = first; rank <= last; rank += 1) {
      const plain = openChunk(key, rank, rank === chunks - 1, readAt(saltSize + rank * sealedChunk, sealedChunk));
      if (plain === null) return null;
      parts.push(plain);
    }
    return Buffer.concat(parts).subarray(from - first * chunkSize, Math.max(from, to) - first * chunkSize);
  } finally {
    closeSync(handle);
  }
};

/** The plain bytes of a sealed file, one chunk after the other, in order. Throws when it is missing, cut or changed: what was given before is not to be kept. */
export function* openStream(path: string, storeKey: Uint8Array): Generator<Buffer> {
  const size = existsSync(path) ? statSync(path).size - saltSize : 0;
  const chunks = Math.max(1, Math.ceil(size / (chunkSize + tagSize)));
  for (let rank = 0; rank < chunks; rank += 1) {
    const plain = openRange(path, storeKey, rank * chunkSize, (rank + 1) * chunkSize);
    if (plain === null) throw new Error('sealed file: missing or changed');
    yield plain;
  }
}
