import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkSize, openRange, openStream, sealStream } from './sealed-file.ts';

const key = new Uint8Array(32).fill(3);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes that differ at every place of a file of a few chunks. */
const plainOf = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8) * 17 + (index >> 16)) & 0xff));
const pieces = (plain: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(plain.length / size) }, (_, rank) => plain.subarray(rank * size, (rank + 1) * size));
const all = (path: string): Buffer => Buffer.concat([...openStream(path, key)]);

describe('a file of the store', () => {
  test.each([0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, 2 * chunkSize + 12_345])(
    'gives back %i bytes as they came, whatever the parts in which they came',
    async (size) => {
      const plain = plainOf(size);
      for (const part of [chunkSize, 65_536, 700_001]) {
        const path = join(folder, `${size}-${part}`);
        const sealed = await sealStream(path, key, pieces(plain, part));
        expect(sealed).toEqual({ bytes: size, sha256: createHash('sha256').update(plain).digest('hex') });
        expect(all(path).equals(plain)).toBe(true);
      }
    },
  );

  test('gives any range of it, cut at its end', async () => {
    const plain = plainOf(2 * chunkSize + 999);
    const path = join(folder, 'range');
    await sealStream(path, key, [plain]);
    for (const [start, end] of [
      [0, 1],
      [chunkSize - 3, chunkSize + 3],
      [10, 2 * chunkSize + 500],
      [2 * chunkSize, 9e9],
      [plain.length, plain.length + 10],
      [5, 5],
    ] as const)
      expect(openRange(path, key, start, end)?.equals(plain.subarray(start, end)), `${start}-${end}`).toBe(true);
  });

  test('holds nothing readable, and the same bytes are sealed differently twice', async () => {
    const plain = Buffer.from('Le diagnostic de la personne '.repeat(100));
    await sealStream(join(folder, 'one'), key, [plain]);
    await sealStream(join(folder, 'two'), key, [plain]);
    const [one, two] = [readFileSync(join(folder, 'one')), readFileSync(join(folder, 'two'))];
    expect(one.includes('diagnostic')).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  test('is refused when a byte changed, when it is cut, prolonged, when its chunks are moved, or under another key', async () => {
    const plain = plainOf(3 * chunkSize + 7);
    const path = join(folder, 'attacked');
    await sealStream(path, key, [plain]);
    const sealed = readFileSync(path);
    const sealedChunk = chunkSize + 16;
    const attack = (change: (bytes: Buffer) => Buffer): void => writeFileSync(path, change(Buffer.from(sealed)));
    const refused = (): void => expect(() => all(path)).toThrow('missing or changed');
    for (const place of [0, 40, 32 + sealedChunk + 5, sealed.length - 1]) {
      attack((bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        return bytes;
      });
      refused();
    }
    for (const size of [0, 20, 32, 47, 32 + sealedChunk, 32 + 3 * sealedChunk, sealed.length - 1]) {
      writeFileSync(path, sealed);
      truncateSync(path, size);
      refused();
    }
    writeFileSync(path, sealed);
    appendFileSync(path, Buffer.alloc(16));
    refused();
    attack((bytes) =>
      Buffer.concat([
        bytes.subarray(0, 32),
        bytes.subarray(32 + sealedChunk, 32 + 2 * sealedChunk),
        bytes.subarray(32, 32 + sealedChunk),
        bytes.subarray(32 + 2 * sealedChunk),
      ]),
    );
    refused();
    writeFileSync(path, sealed);
    expect(openRange(path, new Uint8Array(32).fill(4), 0, 10)).toBeNull();
    expect(all(path).equals(plain)).toBe(true);
    expect(openRange(join(folder, 'absent'), key, 0, 10)).toBeNull();
  });

  test('leaves nothing behind when its source fails', async () => {
    const path = join(folder, 'failed');
    const source = (function* () {
      yield plainOf(chunkSize + 5);
      throw new Error('unplugged');
    })();
    await expect(sealStream(path, key, source)).rejects.toThrow('unplugged');
    expect([existsSync(path), existsSync(`${path}.partial`)]).toEqual([false, false]);
  });
});
