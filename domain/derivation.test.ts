import { createDecipheriv, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { connect } from '../db/connection.ts';
import { createKeys, withPassphrase, withRecovery } from '../db/keys.ts';
import { migrate } from '../db/migrate.ts';
import { setPin } from '../db/pin.ts';
import { insertSession } from '../db/session.ts';
import { encryptFile } from '../documents/age/age.ts';
import { sealContent } from '../documents/sealed/seal.ts';
import { fieldsOf, seedReferential } from '../tests/fixtures/sitting.ts';
import { sessionId } from './ids.ts';
import type { KeyLock } from './keys.ts';
import { defaultRegulations } from './regulations.ts';
import { instantFrom } from './time.ts';

const at = instantFrom(1_773_700_000_000);
const secret = 'une phrase de passe assez longue';
const most = 2 ** 28;

/** What AES-256-GCM opens under a key that this test derives itself. */
const opened = (key: Uint8Array, nonce: Buffer, tag: Buffer, body: Buffer, header = ''): Buffer => {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag).setAAD(Buffer.from(header));
  return Buffer.concat([cipher.update(body), cipher.final()]);
};

test('the store’s key costs 65 536 rounds and 64 MiB to try, under each secret and after each change of it', () => {
  const { file, key } = createKeys(secret, { code: secret, at });
  const changed = [withPassphrase(file, key, secret).passphrase, withRecovery(file, key, secret, at).recovery?.lock];
  for (const lock of [file.passphrase, file.recovery?.lock, ...changed]) expect(lock).toMatchObject({ kdf: 'scrypt', N: 65_536, r: 8, p: 1 });
  for (const lock of [file.passphrase, file.recovery?.lock]) {
    const { salt, nonce, wrapped } = lock as KeyLock;
    const derived = scryptSync(secret, Buffer.from(salt, 'hex'), 32, { N: 65_536, r: 8, p: 1, maxmem: most });
    const whole = Buffer.from(wrapped, 'hex');
    expect(opened(derived, Buffer.from(nonce, 'hex'), whole.subarray(0, 16), whole.subarray(16)).equals(key)).toBe(true);
  }
});

test('a file closed under a code or a passphrase of the organism costs as much', () => {
  const { kdf, cipher, data } = sealContent({ format: 'x' }, Buffer.from('contenu'), secret);
  expect(kdf).toMatchObject({ name: 'scrypt', N: 65_536, r: 8, p: 1 });
  const derived = scryptSync(secret, Buffer.from(kdf.salt, 'base64'), 32, { N: 65_536, r: 8, p: 1, maxmem: most });
  const [nonce, tag, body] = [cipher.nonce, cipher.tag, data].map((each) => Buffer.from(each, 'base64')) as [Buffer, Buffer, Buffer];
  expect(opened(derived, nonce, tag, body, JSON.stringify({ format: 'x', kdf })).toString()).toBe('contenu');
});

test('a file of the age format costs what the age program asks', async () => {
  const parts: Uint8Array[] = [];
  for await (const part of encryptFile(Readable.from([Buffer.from('contenu')]), { kind: 'passphrase', passphrase: secret })) parts.push(part);
  expect(Buffer.concat(parts).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/);
});

test('a personal code costs 16 384 rounds to try', () => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-derivation-'));
  const db = connect(join(folder, 'store.db'), new Uint8Array(32).fill(3), false);
  try {
    migrate(db);
    const id = sessionId.parse('s1');
    insertSession(db, { id, fields: fieldsOf('2026-001'), referential: seedReferential(), regulations: defaultRegulations, savedAt: at });
    setPin(db, id, 'lead', '4242');
    const row = db.prepare<[], { salt: Buffer; hash: Buffer }>('SELECT salt, hash FROM pin').get();
    expect(row?.hash.equals(scryptSync('4242', row.salt, 32, { N: 16_384, r: 8, p: 1 }))).toBe(true);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
