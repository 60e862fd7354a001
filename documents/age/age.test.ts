import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgeRefusal, checkRecipient, decryptFile, encryptFile, type AgeKey, type AgeLock } from './age.ts';

const passphrase = 'une phrase secrète d’épreuve';
const content = Buffer.from(Array.from({ length: 3 * 65_536 + 17 }, (_, index) => (index * 7919) & 0xff));
const hasAge = spawnSync('age', ['--version']).status === 0;
let place: string;
let identity: string;
let recipient: string;

async function* inParts(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const gather = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
};
const close = (bytes: Uint8Array, lock: AgeLock): Promise<Buffer> => gather(encryptFile(inParts(bytes), lock));
const open = (bytes: Uint8Array, key: AgeKey): Promise<Buffer> => gather(decryptFile(inParts(bytes), key));
const faultOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'opened',
    (error: unknown) => (error instanceof AgeRefusal ? error.fault : error),
  );

/** Runs the age program with a terminal of its own, and types the passphrase at each question. */
const typed = (args: readonly string[]): number | null =>
  spawnSync(
    'python3',
    [
      '-c',
      `import os,pty,sys
pid,fd=pty.fork()
if pid==0: os.execvp('age',['age']+sys.argv[2:])
seen=b''
while True:
    try: part=os.read(fd,1024)
    except OSError: break
    if not part: break
    seen+=part
    if seen.rstrip().endswith(b':'):
        os.write(fd,sys.argv[1].encode()+b'\\n'); seen=b''
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid,0)[1]))`,
      passphrase,
      ...args,
    ],
    { timeout: 60_000 },
  ).status;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'delibere-age-'));
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  writeFileSync(join(place, 'key'), `${identity}\n`);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('a file closed in the age format', () => {
  it('opens again, by its passphrase or by the key of its recipient, whatever its length', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('x'), content.subarray(0, 65_536), content]) {
      expect((await open(await close(bytes, { kind: 'recipient', recipient }), { kind: 'identity', identity })).equals(bytes)).toBe(true);
    }
    const byPhrase = await close(content, { kind: 'passphrase', passphrase });
    expect((await open(byPhrase, { kind: 'passphrase', passphrase })).equals(content)).toBe(true);
    // The work that the age program asks for, whatever the tests lower elsewhere.
    expect(byPhrase.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} \d+\n/);
  });
  it('opens by a passphrase typed with composed or decomposed accents', async () => {
    const closed = await close(content, { kind: 'passphrase', passphrase: passphrase.normalize('NFD') });
    expect((await open(closed, { kind: 'passphrase', passphrase: passphrase.normalize('NFC') })).equals(content)).toBe(true);
  });
  it.skipIf(!hasAge)('is opened by the age program, by key and by passphrase (skipped without age)', async () => {
    writeFileSync(join(place, 'by-key.age'), await close(content, { kind: 'recipient', recipient }));
    expect(spawnSync('age', ['-d', '-i', join(place, 'key'), join(place, 'by-key.age')]).stdout.equals(content)).toBe(true);
    writeFileSync(join(place, 'by-phrase.age'), await close(content, { kind: 'passphrase', passphrase }));
    expect(typed(['-d', '-o', join(place, 'by-phrase'), join(place, 'by-phrase.age')])).toBe(0);
    expect(readFileSync(join(place, 'by-phrase')).equals(content)).toBe(true);
  });
  it.skipIf(!hasAge)('may have been written by the age program (skipped without age)', async () => {
    writeFileSync(join(place, 'plain'), content);
    expect(spawnSync('age', ['-r', recipient, '-o', join(place, 'theirs.age'), join(place, 'plain')]).status).toBe(0);
    expect((await open(readFileSync(join(place, 'theirs.age')), { kind: 'identity', identity })).equals(content)).toBe(true);
    expect(typed(['-p', '-o', join(place, 'theirs-phrase.age'), join(place, 'plain')])).toBe(0);
    expect((await open(readFileSync(join(place, 'theirs-phrase.age')), { kind: 'passphrase', passphrase })).equals(content)).toBe(true);
  });
});

describe('a file that cannot be opened', () => {
  it('is told by a wrong passphrase, a wrong key, a key of the other kind, or by not being of the format', async () => {
    const byPhrase = await close(content, { kind: 'passphrase', passphrase });
    const byKey = await close(content, { kind: 'recipient', recipient });
    const { generateX25519Identity } = await import('age-encryption');
    expect(await faultOf(open(byPhrase, { kind: 'passphrase', passphrase: 'une autre' }))).toBe('age-passphrase-wrong');
    expect(await faultOf(open(byKey, { kind: 'identity', identity: await generateX25519Identity() }))).toBe('age-key-wrong');
    expect(await faultOf(open(byKey, { kind: 'passphrase', passphrase }))).toBe('age-key-other-kind');
    expect(await faultOf(open(byPhrase, { kind: 'identity', identity }))).toBe('age-key-other-kind');
    expect(await faultOf(open(byKey, { kind: 'identity', identity: 'AGE-SECRET-KEY-1ABC' }))).toBe('age-key-unfit');
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK\u0003\u0004'), Buffer.from('age-encryption.org/v2\n-> X25519 abc')])
      expect(await faultOf(open(bytes, { kind: 'passphrase', passphrase }))).toBe('age-not-age');
  });
  it('is told damaged when it is cut anywhere, a chunk boundary included, changed anywhere, or made longer', async () => {
    const closed = await close(content, { kind: 'recipient', recipient });
    const payload = closed.length - (content.length + 4 * 16);
    const cuts = [30, 60, payload - 20, payload - 1, payload, payload + 1, payload + 65_552, payload + 2 * 65_552, payload + 3 * 65_552, closed.length - 1];
    for (const cut of cuts) expect(await faultOf(open(closed.subarray(0, cut), { kind: 'identity', identity })), String(cut)).not.toBe('opened');
    for (const at of [40, payload - 1, payload, payload + 70_000, closed.length - 1]) {
      const changed = Buffer.from(closed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(['age-damaged', 'age-key-wrong', 'age-key-other-kind'], String(at)).toContain(await faultOf(open(changed, { kind: 'identity', identity })));
    }
    expect(await faultOf(open(Buffer.concat([closed, Buffer.from('x')]), { kind: 'identity', identity }))).toBe('age-damaged');
  });
  it('gives the failure of its source as it is', async () => {
    const closed = await close(content, { kind: 'recipient', recipient });
    const fault = Object.assign(new Error('unplugged'), { code: 'EIO' });
    const source = async function* (): AsyncGenerator<Uint8Array> {
      yield closed.subarray(0, 80_000);
      throw fault;
    };
    expect(await faultOf(gather(decryptFile(source(), { kind: 'identity', identity })))).toBe(fault);
    expect(await faultOf(gather(encryptFile(source(), { kind: 'recipient', recipient })))).toBe(fault);
  });
  it('is not written to a recipient that is none', async () => {
    expect([checkRecipient('age1abc'), checkRecipient(identity)].map(({ ok }) => ok)).toEqual([false, false]);
    expect(checkRecipient(` ${recipient}\n`).ok).toBe(true);
    expect(await faultOf(close(content, { kind: 'recipient', recipient: 'age1abc' }))).toBe('age-recipient-unfit');
  });
});
