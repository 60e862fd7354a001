import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Megabytes of the larger bag. */
const large = process.env['DELIBERE_LONG'] ? 3000 : 200;
const from = (name: string): string => JSON.stringify(join(import.meta.dirname, name));
const program = `import { writeFile } from 'node:fs/promises';
  import { createHash } from 'node:crypto';
  import { writeDossiers } from ${from('dossiers.ts')};
  import { judgePath } from ${from('verify-file.ts')};
  const [work, megabytes, path] = process.argv.slice(1);
  const part = Buffer.alloc(1_000_000, 7);
  if (work === 'write') {
    const hash = createHash('sha256');
    for (let i = 0; i < Number(megabytes); i += 1) hash.update(part);
    const piece = { candidateNumber: '1', kind: 'other', title: '', fileName: 'x.bin', bytes: Number(megabytes) * 1e6, sha256: hash.digest('hex'),
      open: function* () { for (let i = 0; i < Number(megabytes); i += 1) yield part; } };
    const parts = { organism: '', number: '1', day: '2026-01-01', keptUntil: '2027-01-01', demonstration: false, pieces: [piece] };
    await writeFile(path, writeDossiers(parts, () => {}));
  } else {
    let read = 0;
    const { verdict } = await judgePath(path, { name: '' }, { report: (done) => { read = done; } });
    console.log(JSON.stringify([verdict.kind, verdict.level, read, process.resourceUsage().maxRSS]));
  }`;
const child = (...args: readonly string[]): string => {
  const ran = spawnSync(process.execPath, ['--max-old-space-size=60', '--input-type=module', '-e', program, ...args], { encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  return ran.stdout;
};

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'delibere-flat-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

it(`reads ${large} MB in the memory of 30 MB: a bag is never whole in memory`, () => {
  const measure = (megabytes: number): number => {
    const path = join(place, `${megabytes}.zip`);
    child('write', String(megabytes), path);
    const [kind, level, read, memory] = JSON.parse(child('read', '', path)) as [string, string, number, number];
    expect([kind, level]).toEqual(['dossiers', 'whole']);
    expect(read).toBeGreaterThan(megabytes * 1_000_000);
    rmSync(path);
    return memory;
  };
  const little = measure(30);
  expect(measure(large) - little).toBeLessThan(60_000);
});

it('a hostile archive of 40 payload files of 12 MB is digested and never kept; a piece too large is refused by its name before a byte of it is read', () => {
  const size = 12_000_000;
  const zeros = createHash('sha256').update(Buffer.alloc(size)).digest('hex');
  const bag = (name: string, payload: readonly string[]): string => {
    const folder = join(place, name);
    mkdirSync(join(folder, 'data'), { recursive: true });
    // Holes of the disk: a file of zeros that takes no place.
    for (const path of payload) {
      writeFileSync(join(folder, path), '');
      truncateSync(join(folder, path), size);
    }
    writeFileSync(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    writeFileSync(join(folder, 'bag-info.txt'), 'Delibere-Archive-Version: 1\n');
    writeFileSync(join(folder, 'manifest-sha256.txt'), payload.map((path) => `${zeros}  ${path}\n`).join(''));
    return folder;
  };
  const read = (folder: string) => JSON.parse(child('read', '', folder)) as [string, string, number, number];
  const many = Array.from({ length: 40 }, (_, rank) => `data/${rank}.bin`);
  const [[kind, level, bytes, memory], [, , , little]] = [read(bag('many', many)), read(bag('few', many.slice(0, 1)))];
  expect([kind, level]).toEqual(['archive', 'notIntact']);
  expect(bytes).toBeGreaterThan(40 * size);
  expect(memory - little).toBeLessThan(60_000);
  expect(read(bag('large', ['data/receipt.json'])).slice(0, 3)).toEqual(['archive', 'notIntact', 0]);
});
