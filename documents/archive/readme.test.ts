import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { chainOf, drawBase, sealMinute, testReferential, testRoot } from '../../tests/fixtures/signed.ts';
import { folderName } from './layout.ts';
import { writeArchive } from './write.ts';

const tools = ['unzip', 'sha512sum', 'sha256sum', 'pdfsig', 'pdfdetach', 'openssl', 'cmp'];
const there = tools.every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);

let place: string;
let bag: string;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'delibere-readme-'));
  const minute = sealMinute(await drawBase(1));
  const archive = await writeArchive({
    minute: minute.pdf,
    recordText: minute.text,
    receipt: minute.receipt,
    earlier: [],
    root: testRoot.certificate,
    chain: chainOf(20),
    referential: testReferential(),
    at: '2026-03-17T17:00:00.000Z',
    dossiers: 'a'.repeat(128),
    fonts: fixtureFonts(),
  });
  const zip = join(place, 'archive.zip');
  mkdirSync(dirname(zip), { recursive: true });
  writeFileSync(zip, archive);
  if (there) execFileSync('unzip', ['-q', zip, '-d', place]);
  bag = join(place, folderName(minute.record.session.number));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Every command of LISEZMOI.txt, as written: what is set in by five spaces and begins by the name of a program. */
const commandsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => /^ {5}[a-z0-9]+ /.test(line) && !/^ {5}(?:digest|contentDigest|previous|npm) /.test(line))
    .map((line) => line.trim());

describe.skipIf(!there)('LISEZMOI.txt of an archive (skipped without unzip, coreutils, poppler and openssl)', () => {
  it('gives commands that a shell runs as they are written, each accepting the archive', () => {
    const commands = commandsOf(readFileSync(join(bag, 'LISEZMOI.txt'), 'utf8'));
    expect(new Set(commands.map((command) => command.split(' ')[0]))).toEqual(new Set(['sha512sum', 'sha256sum', 'pdfsig', 'openssl', 'pdfdetach']));
    const said = commands.map((command) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: bag, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
      expect([command, status, status === 0 ? '' : stderr]).toEqual([command, 0, '']);
      return stdout;
    });
    const told = said.join('\n');
    expect(told.match(/Signature is Valid/g)?.length).toBeGreaterThanOrEqual(2);
    expect(told).not.toMatch(/FAILED|Invalid|not totally|error/i);
    expect(told).toContain('data/certificates/sceau.pem: OK');
    expect(existsSync(join(place, 'releve.json'))).toBe(true);
  });

  it('prints the fingerprint of the root as openssl computes it, and names every file of the archive', () => {
    const text = readFileSync(join(bag, 'LISEZMOI.txt'), 'utf8');
    const printed = execFileSync('openssl', ['x509', '-in', 'data/organisme.pem', '-noout', '-fingerprint', '-sha256'], { cwd: bag, encoding: 'utf8' });
    expect(text).toContain(printed.trim().split('=')[1]);
    const files = readFileSync(join(bag, 'manifest-sha512.txt'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(130));
    for (const path of files) expect(text).toContain(path.replace(/^(data\/certificates\/).*/, '$1'));
  });

  it('is refused by the same commands once a byte of the minute has changed', () => {
    const pdf = join(bag, 'data/minute.pdf');
    const bytes = readFileSync(pdf);
    const changed = Buffer.from(bytes);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    writeFileSync(pdf, changed);
    expect(spawnSync('sha512sum', ['-c', '--quiet', 'manifest-sha512.txt'], { cwd: bag }).status).not.toBe(0);
    writeFileSync(pdf, bytes);
  });
});
