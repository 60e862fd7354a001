import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPng, writeSmallPng } from './palette.ts';

const repository = join(import.meta.dirname, '..', '..');

test('a picture of a few flat colours is written small, and another reader finds each of its points', () => {
  const [width, height] = [7, 5];
  const colours = [
    [250, 248, 245],
    [28, 34, 48],
    [31, 78, 121],
  ] as const;
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) => colours[Math.floor(at / 3) % 3]?.[at % 3] ?? 0);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-palette-'));
  try {
    const file = join(folder, 'small.png');
    writeFileSync(file, writeSmallPng({ width, height, rgb }));
    const witness = `
import struct, sys, zlib
d = open(sys.argv[1], 'rb').read(); at = 8; idat = b''; palette = b''
while at < len(d):
    n, t = struct.unpack('>I4s', d[at:at+8]); body = d[at+8:at+8+n]
    assert zlib.crc32(t + body) == struct.unpack('>I', d[at+8+n:at+12+n])[0]
    if t == b'IHDR': w, h, depth, kind = struct.unpack('>IIBB', body[:10]); assert (depth, kind) == (8, 3)
    if t == b'PLTE': palette = body
    if t == b'IDAT': idat += body
    at += n + 12
raw = zlib.decompress(idat)
print(' '.join(str(v) for y in range(h) for x in range(w) for v in palette[3*raw[y*(w+1)+1+x]:3*raw[y*(w+1)+1+x]+3]))`;
    expect(execFileSync('python3', ['-c', witness, file], { encoding: 'utf8' }).trim()).toBe([...rgb].join(' '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the picture of the README, as a browser wrote it, is read whole and written the same twice', () => {
  const picture = readPng(readFileSync(join(repository, 'docs', 'images', 'deliberer.png')));
  expect(picture.rgb.length).toBe(picture.width * picture.height * 3);
  const once = writeSmallPng(picture);
  expect(once.equals(writeSmallPng(picture))).toBe(true);
  expect(once.length).toBeLessThan(readFileSync(join(repository, 'docs', 'images', 'deliberer.png')).length);
});

test('what is no picture is refused', () => {
  expect(() => readPng(Buffer.from('rien'))).toThrow('not a PNG');
});
