import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, rebagged, zipMembers, type Members } from '../../tests/fixtures/bags/archives.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { chainOf, drawBase, sealMinute, testReferential, testRoot } from '../../tests/fixtures/signed.ts';
import type { VerdictView } from '../../domain/verdict.ts';
import { pemOf } from '../signature/certificate.ts';
import { writeDossiers } from './dossiers.ts';
import { unzip } from './unzip.ts';
import { verifyPath } from './verify-file.ts';
import { writeArchive } from './write.ts';

const root = pemOf(testRoot.certificate);
const unzipper = spawnSync('sh', ['-c', 'command -v unzip']).status === 0;
let place: string;
let members: Members;
const at = (name: string): string => join(place, name);
const rules = ({ faults }: VerdictView): string[] => faults.map(({ rule }) => rule);
const verify = (name: string, dossiers?: string): Promise<VerdictView> => verifyPath(at(name), { name, root, dossiers });

const bagged = async (name: string, number: string, content: string): Promise<string> => {
  let named = '';
  const piece = {
    candidateNumber: 'VAE-001',
    kind: 'other',
    title: '',
    fileName: 'x.txt',
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
    open: () => [Buffer.from(content)],
  } as const;
  const bag = { organism: 'Organisme fictif', number, day: '2026-03-17', keptUntil: '2027-05-17', demonstration: true, pieces: [piece] };
  await writeFile(
    at(name),
    writeDossiers(bag, (digest) => (named = digest)),
  );
  return named;
};
const naming = (manifestSha512: string): Members =>
  rebagged(changed(members, { 'data/dossiers.json': `${JSON.stringify({ format: 'delibere-dossiers', version: 1, manifestSha512 }, null, 2)}\n` }));

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'delibere-beside-'));
  const minute = sealMinute(await drawBase(1));
  const parts = { minute: minute.pdf, recordText: minute.text, receipt: minute.receipt, earlier: [], root: testRoot.certificate, chain: chainOf(20) };
  members = await unzip(
    await writeArchive({ ...parts, referential: testReferential(), at: '2026-03-17T17:00:00.000Z', dossiers: null, fonts: fixtureFonts() }),
  );
  writeFileSync(at('without.zip'), zipMembers(members));
  const digest = await bagged('dossiers.zip', '2026/03', 'une pièce');
  await bagged('other.zip', '2026/04', 'une autre');
  writeFileSync(at('archive.zip'), zipMembers(naming(digest)));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('an archive and the bag of its dossiers', () => {
  it('is established beside the bag that it names', async () => {
    const view = await verify('archive.zip', at('dossiers.zip'));
    expect([view.level, rules(view)]).toEqual(['established', []]);
    expect((await verify('archive.zip')).level).toBe('established');
  });
  it('refuses the bag of another session, the archive itself, a stranger’s file, and a bag that it does not name', async () => {
    writeFileSync(at('letter.txt'), 'Bonjour');
    for (const [archive, dossiers, rule] of [
      ['archive.zip', 'other.zip', 'archive-dossiers'],
      ['archive.zip', 'archive.zip', 'archive-dossiers'],
      ['archive.zip', 'letter.txt', 'archive-dossiers'],
      ['without.zip', 'dossiers.zip', 'archive-no-dossiers'],
    ] as const) {
      const view = await verify(archive, at(dossiers));
      expect([archive, dossiers, view.level]).toEqual([archive, dossiers, 'notIntact']);
      expect(rules(view)).toContain(rule);
    }
  });
  it('refuses a bag without manifest-sha512.txt, even when the archive gives the SHA-512 of its other manifest', async () => {
    const dossiers = await unzip(readFileSync(at('dossiers.zip')));
    const manifest = dossiers.get('dossiers-2026-03/manifest-sha256.txt') ?? Buffer.alloc(0);
    const bare = [...dossiers].filter(([path]) => !path.includes('sha512') && !path.includes('tagmanifest'));
    writeFileSync(at('bare.zip'), zipMembers(new Map(bare)));
    writeFileSync(at('naming.zip'), zipMembers(naming(createHash('sha512').update(manifest).digest('hex'))));
    expect((await verify('bare.zip')).level).toBe('whole');
    const view = await verify('naming.zip', at('bare.zip'));
    expect([view.level, rules(view)]).toEqual(['notIntact', ['archive-dossiers']]);
  });
  it('refuses a whole bag that is none of dossiers, even named', async () => {
    const bytes = 'Un rapport\n';
    const manifest = `${createHash('sha512').update(bytes).digest('hex')}  data/rapport.txt\n`;
    mkdirSync(at('sac/data'), { recursive: true });
    writeFileSync(at('sac/data/rapport.txt'), bytes);
    writeFileSync(at('sac/bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    writeFileSync(at('sac/manifest-sha512.txt'), manifest);
    writeFileSync(at('naming.zip'), zipMembers(naming(createHash('sha512').update(manifest).digest('hex'))));
    expect((await verify('sac')).level).toBe('whole');
    expect(rules(await verify('naming.zip', at('sac')))).toEqual(['archive-dossiers']);
  });
});

describe('an archive of a later format', () => {
  it('is refused by name, whatever it holds', async () => {
    const text = Buffer.from([...members].find(([path]) => path.endsWith('/bag-info.txt'))?.[1] ?? []).toString('utf8');
    const later = `${text.replace(/^Delibere-Archive-Version:.*\n/m, '')}Delibere-Archive-Version: 2\n`;
    writeFileSync(at('later.zip'), zipMembers(rebagged(changed(members, { 'bag-info.txt': later }))));
    const view = await verify('later.zip');
    expect([view.kind, view.level, rules(view)]).toEqual(['archive', 'unreadable', ['archive-newer']]);
  });
});

describe.skipIf(!unzipper)('an archive unpacked by unzip (skipped without it)', () => {
  it('is established as a folder, from inside or from above; one byte changed in any file and it is not intact', async () => {
    mkdirSync(at('above'));
    expect(spawnSync('unzip', ['-q', at('archive.zip'), '-d', at('above')]).status).toBe(0);
    const [top] = readdirSync(at('above'));
    const folder = join(at('above'), top ?? '');
    for (const name of ['above', `above/${top ?? ''}`]) expect((await verify(name, at('dossiers.zip'))).level).toBe('established');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(12);
    for (const entry of files) {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      const middle = bytes.length >> 1;
      writeFileSync(path, Buffer.concat([bytes.subarray(0, middle), Buffer.from([(bytes[middle] ?? 0) ^ 1]), bytes.subarray(middle + 1)]));
      expect([entry.name, (await verify('above')).level]).toEqual([entry.name, 'notIntact']);
      writeFileSync(path, bytes);
    }
    expect((await verify('above')).level).toBe('established');
  });
});

describe('a long verification', () => {
  it('stops when it is told to, and tells how far it is until the end', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(verifyPath(at('archive.zip'), { name: 'a' }, { signal: stopped.signal })).rejects.toThrow(/abort/i);
    const midway = new AbortController();
    const reading = verifyPath(at('archive.zip'), { name: 'a' }, { signal: midway.signal, report: () => midway.abort() });
    await expect(reading).rejects.toThrow(/abort/i);
    const seen: number[] = [];
    let whole = 0;
    const passes = new Set<string>();
    const report = (done: number, total: number, pass: string): void => {
      if (!passes.has(pass)) seen.splice(0);
      passes.add(pass);
      whole = total;
      seen.push(done);
    };
    await verifyPath(at('archive.zip'), { name: 'a' }, { report });
    expect([...passes]).toEqual(['reading', 'checking']);
    expect(seen.at(-1)).toBe(whole);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
  it('needs nothing of the computer: in a process with an empty home and no store, the verdict is the same, and nothing is written there', () => {
    const home = at('home');
    mkdirSync(home);
    writeFileSync(at('root.pem'), root);
    const script = join(import.meta.dirname, '../../scripts/delibere.ts');
    const ran = spawnSync(process.execPath, [script, 'verify', at('archive.zip'), '--root', at('root.pem'), '--dossiers', at('dossiers.zip')], {
      cwd: home,
      env: { HOME: home, USERPROFILE: home, TMPDIR: home },
    });
    expect(ran.status).toBe(0);
    expect(existsSync(home) && readdirSync(home)).toEqual([]);
  });
});
