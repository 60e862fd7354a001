import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lightlyClosed } from '../../tests/fixtures/closed.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { chainOf, drawBase, sealMinute, testReferential, testRoot } from '../../tests/fixtures/signed.ts';
import type { VerdictView } from '../../domain/verdict.ts';
import { encryptFile, type AgeKey } from '../age/age.ts';
import { withOpened } from '../age/opened.ts';
import { pemOf } from '../signature/certificate.ts';
import { verifyPath } from './verify-file.ts';
import { writeArchive } from './write.ts';

const root = pemOf(testRoot.certificate);
const phrase = { kind: 'passphrase', passphrase: 'une phrase secrète d’épreuve' } as const;
let place: string;
const linkOf = (path: string): string => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};
let archive: Uint8Array;
let identity: string;
const at = (name: string): string => join(place, name);
const closedTo = (name: string, bytes: Uint8Array, recipient: string): Promise<void> =>
  writeFile(
    at(name),
    encryptFile(
      (async function* () {
        yield bytes;
      })(),
      { kind: 'recipient', recipient },
    ),
  );
const lock = async (name: string, bytes: Uint8Array): Promise<void> => writeFileSync(at(name), await lightlyClosed(bytes, phrase.passphrase));
const verify = (name: string, key?: AgeKey): Promise<VerdictView> => verifyPath(at(name), { name, root, key });
const said = ({ kind, level, faults }: VerdictView): readonly unknown[] => [kind, level, faults.map(({ rule }) => rule)];
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'delibere-locked-'));
  mkdirSync(at('private'));
  const minute = sealMinute(await drawBase(1));
  const parts = { minute: minute.pdf, recordText: minute.text, receipt: minute.receipt, earlier: [], root: testRoot.certificate, chain: chainOf(20) };
  archive = await writeArchive({ ...parts, referential: testReferential(), at: '2026-03-17T17:00:00.000Z', dossiers: null, fonts: fixtureFonts() });
  identity = await generateIdentity();
  await lock('phrase.zip.age', archive);
  await closedTo('key.zip.age', archive, await identityToRecipient(identity));
  await lock('minute.age', minute.pdf);
  await lock('letter.age', Buffer.from('Bonjour'));
  const bytes = readFileSync(at('phrase.zip.age'));
  const middle = bytes.length >> 1;
  writeFileSync(at('changed.age'), Buffer.concat([bytes.subarray(0, middle), Buffer.from([(bytes[middle] ?? 0) ^ 1]), bytes.subarray(middle + 1)]));
  writeFileSync(at('cut.age'), bytes.subarray(0, -20));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
beforeEach(() => vi.stubEnv('TMPDIR', at('private')));
afterEach(() => {
  vi.unstubAllEnvs();
  expect(readdirSync(at('private'))).toEqual([]);
});

describe('an encrypted file', () => {
  it('is verified as what it holds, with its passphrase or key; both digests are told', async () => {
    const sha256 = createHash('sha256').update(archive).digest('hex');
    const closed = createHash('sha256')
      .update(readFileSync(at('phrase.zip.age')))
      .digest('hex');
    const view = await verify('phrase.zip.age', phrase);
    expect([...said(view), view.sha256]).toEqual(['archive', 'established', [], sha256]);
    expect(view.checks[0]).toMatchObject({ passed: true });
    expect(view.checks[0]?.sentence).toContain(closed);
    expect(said(await verify('key.zip.age', { kind: 'identity', identity }))).toEqual(['archive', 'established', []]);
    expect(said(await verify('minute.age', phrase))).toEqual(['minute', 'established', []]);
    expect((await verify('letter.age', phrase)).level).toBe('unreadable');
  });
  it('stays locked without what opens it, with another, or with one of another kind; damaged or cut, it is not intact', async () => {
    const other: AgeKey = { kind: 'identity', identity: await generateIdentity() };
    for (const [name, key, level, rule] of [
      ['phrase.zip.age', undefined, 'unreadable', 'age-locked'],
      ['phrase.zip.age', { ...phrase, passphrase: 'une autre' }, 'unreadable', 'age-passphrase-wrong'],
      ['phrase.zip.age', other, 'unreadable', 'age-key-other-kind'],
      ['key.zip.age', other, 'unreadable', 'age-key-wrong'],
      ['key.zip.age', { kind: 'identity', identity: 'AGE-SECRET-KEY-1' }, 'unreadable', 'age-key-unfit'],
      ['changed.age', phrase, 'notIntact', 'age-damaged'],
      ['cut.age', phrase, 'notIntact', 'age-damaged'],
    ] as const)
      expect([name, ...said(await verify(name, key))]).toEqual([name, 'encrypted', level, [rule]]);
  });
  it('locked beside an archive, lets nothing be concluded; it is not called another’s', async () => {
    writeFileSync(at('archive.zip'), archive);
    const view = await verifyPath(at('archive.zip'), { name: '', root, dossiers: at('phrase.zip.age') });
    expect(said(view)).toEqual(['archive', 'unreadable', ['age-locked']]);
  });
  it.skipIf(process.platform !== 'linux')('is opened in a file that has no name, only its owner’s, even while it is read (Linux)', async () => {
    await withOpened(at('phrase.zip.age'), phrase, async ({ size }) => {
      expect(readdirSync(at('private'))).toEqual([]);
      const handles = readdirSync('/proc/self/fd').map((name) => `/proc/self/fd/${name}`);
      const opened = handles.find((path) => linkOf(path).startsWith(at('private')));
      const stat = statSync(opened ?? '');
      expect([stat.mode & 0o777, stat.nlink, size]).toEqual([0o600, 0, archive.length]);
    });
    await expect(withOpened(at('phrase.zip.age'), phrase, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });
});
