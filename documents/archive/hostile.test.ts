import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileZips } from '../../tests/fixtures/hostile/zips.ts';
import { Refusal } from '../signature/refusal.ts';
import { openZipBytes, openZipFile, type BagFiles } from './source.ts';
import { judgeFile, judgePath } from './verify-file.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'delibere-hostile-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const outcome = async (open: () => Promise<BagFiles>): Promise<string> => {
  try {
    for (const file of (await open()).values()) for await (const chunk of file.open()) if (chunk.length < 0) throw new Error('never');
    return 'accepted';
  } catch (error) {
    return error instanceof Refusal ? 'refused' : String(error);
  }
};

// A reader of archives has wider limits of size and count than an intake of dossiers: those of a disk. Whatever else deceives is refused alike.
const deceiving = hostileZips.filter(({ rule, or }) => ![rule, ...or].some((one) => one === 'too-many-files' || one === 'bomb-size'));

describe('a hostile zip is refused by the reader of archives, from a file and from memory', () => {
  for (const zip of deceiving)
    it(zip.name, async () => {
      const bytes = zip.bytes();
      const path = join(place, 'a.zip');
      writeFileSync(path, bytes);
      expect(await outcome(() => openZipFile(path))).toBe('refused');
      expect(await outcome(() => openZipBytes(bytes))).toBe('refused');
      expect(['notIntact', 'unreadable']).toContain((await judgePath(path, { name: 'a.zip' })).verdict.level);
      expect(['notIntact', 'unreadable']).toContain((await judgeFile(bytes, { name: 'a.zip' })).verdict.level);
    });
});

// What is only large is within the limits of a disk: it is no bag. The two largest hold a hundred thousand names, and take seconds to say so.
const long = process.env['DELIBERE_LONG'] !== undefined;
const large = hostileZips.filter((zip) => !deceiving.includes(zip) && (long || !/^a hundred thousand/.test(zip.name)));

it('no hostile zip is taken for an archive, one that is only large neither', async () => {
  expect(hostileZips.length).toBeGreaterThanOrEqual(253);
  expect(deceiving.length + large.length).toBeGreaterThanOrEqual(hostileZips.length - 2);
  for (const zip of large)
    expect([zip.name, (await judgeFile(zip.bytes(), { name: 'a.zip' })).verdict.level]).not.toEqual([
      zip.name,
      expect.stringMatching(/^(?:whole|established)$/),
    ]);
});
