import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cacheFolder, keepFolder } from './cache.ts';
import { missing } from './debian.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'delibere-cache-'));
  vi.stubEnv('XDG_CACHE_HOME', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

it('what was prepared once is not prepared again', async () => {
  let times = 0;
  const fill = async (folder: string): Promise<void> => writeFileSync(join(folder, 'tool'), `${++times}`);
  const first = await keepFolder('tool', fill);
  expect(await keepFolder('tool', fill)).toBe(first);
  expect(times).toBe(1);
  expect(readdirSync(first)).toEqual(['tool']);
});

it('a preparation that fails leaves nothing that looks finished', async () => {
  const broken = async (folder: string): Promise<void> => {
    writeFileSync(join(folder, 'half'), '');
    throw new Error('interrupted');
  };
  await expect(keepFolder('tool', broken)).rejects.toThrow('interrupted');
  expect(existsSync(join(cacheFolder(), 'tool'))).toBe(false);
  expect(readdirSync(cacheFolder())).toEqual([]);
});

it('two preparations at once both end on the whole folder of one of them', async () => {
  const fill = async (folder: string): Promise<void> => {
    writeFileSync(join(folder, 'tool'), 'whole');
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const [one, other] = await Promise.all([keepFolder('tool', fill), keepFolder('tool', fill)]);
  expect(one).toBe(other);
  expect(readdirSync(cacheFolder())).toEqual(['tool']);
});

it('names the packages that a machine lacks, and those alone', () => {
  const needs = [
    { debian: 'present', program: 'sh' },
    { debian: 'absent-program', program: 'delibere-no-such-program' },
    { debian: 'absent-library', library: 'libdelibere-no-such.so.0' },
    { debian: 'present-file', file: import.meta.filename },
    { debian: 'absent-file', file: join(import.meta.dirname, 'no-such-file') },
  ];
  expect(missing(needs)).toEqual(['absent-program', 'absent-library', 'absent-file']);
});
