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
