import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { encryptFile } from '../../documents/age/age.ts';
import { writeArchive } from '../../documents/archive/write.ts';
import { pemOf } from '../../documents/signature/certificate.ts';
import { lightlyClosed } from '../../tests/fixtures/closed.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { chainOf, drawBase, sealMinute, testReferential, testRoot } from '../../tests/fixtures/signed.ts';
import { verify } from './verify.ts';

let place: string;
const at = (name: string): string => join(place, name);
let said = '';

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'delibere-cli-locked-'));
  const minute = sealMinute(await drawBase(1));
  const parts = { minute: minute.pdf, recordText: minute.text, receipt: minute.receipt, earlier: [], root: testRoot.certificate, chain: chainOf(20) };
  const archive = await writeArchive({ ...parts, referential: testReferential(), at: '2026-03-17T17:00:00.000Z', dossiers: null, fonts: fixtureFonts() });
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  const clear = async function* (): AsyncGenerator<Uint8Array> {
    yield archive;
  };
  await writeFile(at('key.zip.age'), encryptFile(clear(), { kind: 'recipient', recipient }));
  writeFileSync(at('phrase.zip.age'), await lightlyClosed(archive, 'une phrase secrète d’épreuve'));
  writeFileSync(at('cut.age'), readFileSync(at('phrase.zip.age')).subarray(0, -20));
  writeFileSync(at('phrase.txt'), 'une phrase secrète d’épreuve\n');
  writeFileSync(at('wrong.txt'), 'une autre phrase\n');
  writeFileSync(at('key.txt'), `# created: 2026-03-17\n# public key: ${recipient}\n${identity}\n`);
  writeFileSync(at('root.pem'), pemOf(testRoot.certificate));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs the command as its script does, in this process, and gives its exit code. */
const run = (...parts: readonly string[]): Promise<number> => {
  said = '';
  const keep = (text: unknown): boolean => (said += String(text)) !== '';
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  return verify(parts);
};

it('delibere verify of an encrypted file exits 0 opened and established, 2 locked, 1 damaged, 2 when both means or an absent file are given', async () => {
  const [phraseOf, keyOf] = ['--passphrase-file', '--identity'];
  const trusted = ['--root', at('root.pem')];
  expect(await run(at('phrase.zip.age'), phraseOf, at('phrase.txt'), ...trusted)).toBe(0);
  expect(await run(at('key.zip.age'), keyOf, at('key.txt'), ...trusted)).toBe(0);
  expect(await run(at('phrase.zip.age'), ...trusted)).toBe(2);
  expect(said).toContain('age-locked');
  expect(await run(at('phrase.zip.age'), phraseOf, at('wrong.txt'))).toBe(2);
  expect(said).toContain('Cette phrase secrète n’ouvre pas ce fichier chiffré.');
  expect(await run(at('cut.age'), phraseOf, at('phrase.txt'))).toBe(1);
  expect(await run(at('phrase.zip.age'), phraseOf, at('phrase.txt'), keyOf, at('key.txt'))).toBe(2);
  expect(await run(at('phrase.zip.age'), phraseOf, at('absent.txt'))).toBe(2);
});
