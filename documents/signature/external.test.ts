import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority, makeOwn } from '../../tests/fixtures/imported.ts';
import { drawBase, sealMinute, sealTurns, testRoot, turnsOf, type SealedMinute } from '../../tests/fixtures/signed.ts';
import { pemOf } from './certificate.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const run = (program: string, ...parts: readonly string[]): { readonly status: number | null; readonly text: string } => {
  const { status, stdout, stderr } = spawnSync(program, parts, { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
};

/** The parts that each signature of a file covers, and its CMS. */
const signaturesOf = (pdf: Uint8Array): { readonly covered: Buffer; readonly cms: Buffer }[] => {
  const file = Buffer.from(pdf);
  return [...file.toString('latin1').matchAll(/\/ByteRange \[ 0 (\d+) +(\d+) +(\d+) +\]\n\/Contents <([0-9a-f]+)>/g)].map(([, first, second, length, hex]) => ({
    covered: Buffer.concat([file.subarray(0, Number(first)), file.subarray(Number(second), Number(second) + Number(length))]),
    cms: Buffer.from(hex ?? '', 'hex'),
  }));
};

describe.each([1, 12, 200])('programs that others wrote, on a minute of %i candidates', (candidates) => {
  let folder: string;
  let minute: SealedMinute;
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-signature-'));
    minute = sealMinute(await drawBase(candidates));
    for (const [index, revision] of minute.revisions.entries()) writeFileSync(at(`revision-${index}.pdf`), revision);
    writeFileSync(at('organisme.pem'), pemOf(testRoot.certificate));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(!has('pdfsig'))(
    'pdfsig finds every signature valid, in every revision, the last covering the total document (skipped without poppler-utils)',
    () => {
      for (let index = 1; index < minute.revisions.length; index += 1) {
        const { text } = run('pdfsig', at(`revision-${index}.pdf`));
        expect(text.match(/Signature is Valid\./g)).toHaveLength(index);
        expect(text.match(/Not total document signed/g) ?? []).toHaveLength(index - 1);
        expect(text.match(/- Total document signed/g)).toHaveLength(1);
        expect(text.match(/ETSI\.CAdES\.detached/g)).toHaveLength(index);
      }
      for (const { name } of minute.record.members.filter(({ decided }) => decided))
        expect(run('pdfsig', at(`revision-${minute.revisions.length - 1}.pdf`)).text).toContain(name);
    },
  );
  it.skipIf(!has('qpdf'))('qpdf finds nothing to say of any revision (skipped without qpdf)', () => {
    for (const index of minute.revisions.keys())
      expect(run('qpdf', '--check', at(`revision-${index}.pdf`))).toMatchObject({
        status: 0,
        text: expect.stringContaining('No syntax or stream encoding errors found'),
      });
  });
  it.skipIf(!has('openssl'))('openssl verifies every signature as CAdES up to the organism’s root (skipped without openssl)', () => {
    const signatures = signaturesOf(minute.pdf);
    expect(signatures).toHaveLength(minute.revisions.length - 1);
    for (const { covered, cms } of signatures) {
      writeFileSync(at('covered'), covered);
      writeFileSync(at('cms.der'), cms);
      const { status, text } = run(
        'openssl',
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-in',
        at('cms.der'),
        '-content',
        at('covered'),
        '-CAfile',
        at('organisme.pem'),
        '-purpose',
        'any',
        '-out',
        at('out'),
      );
      expect(text).toContain('CAdES Verification successful');
      expect(status).toBe(0);
    }
  });
});

describe('programs that others wrote, on a minute that a member signed with a certificate of their own', () => {
  const kinds = ['rsa3072', 'P-384'] as const;
  const sealed = async (kind: (typeof kinds)[number]): Promise<SealedMinute> => {
    const base = await drawBase(1);
    const [first, ...others] = turnsOf(base.record);
    return sealTurns(base, first === undefined ? [] : [{ ...first, own: makeOwn({ kind }) }, ...others]);
  };
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-own-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(!has('openssl')).each(kinds)(
    'openssl verifies that signature as CAdES up to its own authority, and not to the organism’s (%s; skipped without openssl)',
    async (kind) => {
      const { pdf } = await sealed(kind);
      const [first] = signaturesOf(pdf);
      writeFileSync(at('covered'), first?.covered ?? '');
      writeFileSync(at('cms.der'), first?.cms ?? '');
      writeFileSync(at('authority.pem'), pemOf(authority));
      writeFileSync(at('organisme.pem'), pemOf(testRoot.certificate));
      const files = ['-inform', 'DER', '-in', at('cms.der'), '-content', at('covered'), '-out', at('out')];
      const verify = (root: string) => run('openssl', 'cms', '-verify', '-cades', '-binary', ...files, '-CAfile', root, '-purpose', 'any');
      expect(verify(at('authority.pem'))).toMatchObject({ status: 0, text: expect.stringContaining('CAdES Verification successful') });
      expect(verify(at('organisme.pem')).status).not.toBe(0);
    },
  );
  it.skipIf(!has('pdfsig')).each(kinds)('pdfsig finds every signature valid (%s; skipped without poppler-utils)', async (kind) => {
    const { pdf, revisions } = await sealed(kind);
    writeFileSync(at('own.pdf'), pdf);
    const { text } = run('pdfsig', at('own.pdf'));
    expect(text.match(/Signature is Valid\./g)).toHaveLength(revisions.length - 1);
    expect(text).toContain('Zoé Membre');
    expect(text.match(/- Total document signed/g)).toHaveLength(1);
  });
});
