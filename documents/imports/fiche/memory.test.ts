import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeLongFlux } from '../../../tests/fixtures/long-flux.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a flux of this many megabytes in a process of its own: every fiche whole, and the peak of the process's memory in megabytes. */
const readLong = (megabytes: number): { readonly fiches: number; readonly read: number; readonly peak: number } => {
  const path = join(folder, `flux-${megabytes}.xml`);
  const fiches = writeLongFlux(path, megabytes * 1024 * 1024);
  const flux = fileURLToPath(new URL('./flux.ts', import.meta.url));
  const code = `import { eachFiche } from ${JSON.stringify(flux)};
    const read = await eachFiche(${JSON.stringify(path)}, null, '2026-03-17', () => undefined);
    console.log(JSON.stringify({ read: read.value, peak: Math.round(process.resourceUsage().maxRSS / 1024) }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=96', '--input-type=module', '-e', code], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  rmSync(path);
  return { fiches, ...(JSON.parse(stdout) as { read: number; peak: number }) };
};

test('a flux ten times longer is read whole in the same memory', { timeout: 600_000 }, () => {
  const [small, large] = [readLong(4), readLong(process.env['DELIBERE_LONG'] ? 200 : 40)];
  expect([small.read, large.read]).toEqual([small.fiches, large.fiches]);
  // The heap alone may not pass 96 MB in that process; what is added is bounded whatever the length.
  expect(large.peak).toBeLessThan(260);
  expect(large.peak - small.peak).toBeLessThan(110);
});
