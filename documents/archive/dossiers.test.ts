import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DamagedPiece, piecePaths, writeDossiers, type BaggedPiece } from './dossiers.ts';

const piece = (candidateNumber: string, fileName: string, content: string): BaggedPiece => ({
  candidateNumber,
  kind: 'other',
  title: 'Une pièce',
  fileName,
  bytes: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
  open: () => [Buffer.from(content.slice(0, 3)), Buffer.from(content.slice(3))],
});
const pieces = [
  piece('VAE-001', '../../é “vil”.PDF', 'first piece'),
  piece('VAE-001', 'con', ''),
  piece('vae 001', 'x.docx', 'third'),
  piece('con', 'y.pdf', 'fourth'),
];
const parts = { organism: 'Organisme fictif', number: '2026/03', day: '2026-03-17', keptUntil: '2027-05-17', demonstration: true, pieces };
const tools = ['unzip', 'sha512sum', 'python3'].every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'delibere-dossiers-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Megabytes of pieces, into a sink that only counts them: 20 GB in the long run. */
const large = process.env['DELIBERE_LONG'] ? 20_000 : 300;

describe('the bag of the dossiers', () => {
  it.skipIf(!tools)('is a zip that unzip and python open, and whose manifests sha256sum and sha512sum accept (skipped without them)', async () => {
    let cited = '';
    const zip = join(place, 'bag.zip');
    await writeFile(
      zip,
      writeDossiers(parts, (digest) => (cited = digest)),
    );
    expect(spawnSync('unzip', ['-tq', zip]).status).toBe(0);
    expect(spawnSync('python3', ['-c', 'import sys,zipfile; sys.exit(0 if zipfile.ZipFile(sys.argv[1]).testzip() is None else 1)', zip]).status).toBe(0);
    expect(spawnSync('unzip', ['-q', zip, '-d', place]).status).toBe(0);
    const folder = join(place, 'dossiers-2026-03');
    for (const algorithm of ['sha256', 'sha512'])
      expect(
        spawnSync(`${algorithm}sum`, ['-c', '--strict', '--quiet', `manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`], { cwd: folder }).status,
      ).toBe(0);
    const manifest = readFileSync(join(folder, 'manifest-sha512.txt'));
    expect(cited).toBe(createHash('sha512').update(manifest).digest('hex'));
    const payload = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const octets = payload.reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
    const info = readFileSync(join(folder, 'bag-info.txt'), 'utf8').split('\n');
    expect(info).toEqual(expect.arrayContaining([`Payload-Oxum: ${octets}.${payload.length}`, 'Conservation-Jusqu-Au: 2027-05-17']));
    expect(manifest.toString('utf8').trimEnd().split('\n')).toHaveLength(payload.length);
  });
  it('names its files itself, no two alike even without case, and keeps the names given in its index', () => {
    const paths = piecePaths(pieces);
    expect(paths).toEqual([
      'data/dossiers/VAE-001/001-other.pdf',
      'data/dossiers/VAE-001/002-other.bin',
      'data/dossiers/vae-001-2/001-other.docx',
      'data/dossiers/con-2/001-other.pdf',
    ]);
  });
  it('has the same bytes when it is written again', async () => {
    const [one, two] = [join(place, 'one.zip'), join(place, 'two.zip')];
    for (const path of [one, two])
      await writeFile(
        path,
        writeDossiers(parts, () => undefined),
      );
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });
  it('stops at a piece that is not what the store says, and names it', async () => {
    const changed = { ...(pieces[2] as BaggedPiece), open: () => [Buffer.from('thirD')] };
    const writing = writeFile(
      join(place, 'never.zip'),
      writeDossiers({ ...parts, pieces: [...pieces.slice(0, 2), changed] }, () => undefined),
    );
    await expect(writing).rejects.toSatisfy((error) => error instanceof DamagedPiece && error.piece === changed);
  });
  it(`stays flat in memory: ${large} MB of pieces go through a heap of 40 MB`, () => {
    const program = `import { writeDossiers } from ${JSON.stringify(join(import.meta.dirname, 'dossiers.ts'))};
      import { createHash } from 'node:crypto';
      const run = async (megabytes) => {
        const part = Buffer.alloc(1_000_000, 7);
        const hash = createHash('sha256');
        for (let i = 0; i < megabytes; i += 1) hash.update(part);
        const piece = { candidateNumber: '1', kind: 'other', title: '', fileName: 'x.bin', bytes: megabytes * 1e6, sha256: hash.digest('hex'),
          open: function* () { for (let i = 0; i < megabytes; i += 1) yield Buffer.alloc(1_000_000, 7); } };
        let size = 0;
        for await (const bytes of writeDossiers({ organism: '', number: '1', day: '', keptUntil: '', demonstration: false, pieces: [piece] }, () => {})) size += bytes.length;
        return size;
      };
      const size = await run(Number(process.argv[1]));
      console.log(JSON.stringify([size, process.resourceUsage().maxRSS]));`;
    const measure = (megabytes: number): readonly [number, number] => {
      const args = ['--max-old-space-size=40', '--input-type=module', '-e', program, String(megabytes)];
      return JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout) as [number, number];
    };
    const [[, little], [size, much]] = [measure(30), measure(large)];
    expect(size).toBeGreaterThan(large * 1_000_000);
    expect(much - little).toBeLessThan(100_000);
  }, 900_000);
});
