import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { failed, done, type Result } from '../domain/errors.ts';

/** Cost of the derivation: 2^16 rounds and 64 MiB, about a third of a second on a laptop. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;

/** What lies beside the store: how its key is derived and the key itself, wrapped. Useless without the passphrase. */
export interface KeyFile {
  readonly format: 'delibere-keys';
  readonly version: 1;
  readonly kdf: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
  readonly nonce: string;
  readonly wrapped: string;
}

const derive = (passphrase: string, salt: Uint8Array, file: { N: number; r: number; p: number }): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: file.N, r: file.r, p: file.p, maxmem: cost.maxmem });

/** Seals bytes under a 32-byte key with AES-256-GCM: nonce (12), tag (16), ciphertext. */
export const sealBytes = (key: Uint8Array, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

/** Opens bytes sealed by sealBytes; null when the key is wrong or a byte changed. */
export const openBytes = (key: Uint8Array, sealed: Uint8Array): Buffer | null => {
  if (sealed.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  } catch {
    return null;
  }
};

/** A new store key wrapped under a passphrase. */
export const createKeys = (passphrase: string): { readonly file: KeyFile; readonly key: Buffer } => {
  const key = randomBytes(32);
  const salt = randomBytes(16);
  const sealed = sealBytes(derive(passphrase, salt, cost), key);
  const file: KeyFile = {
    format: 'delibere-keys',
    version: 1,
    kdf: 'scrypt',
    N: cost.N,
    r: cost.r,
    p: cost.p,
    salt: salt.toString('hex'),
    nonce: sealed.subarray(0, 12).toString('hex'),
    wrapped: sealed.subarray(12).toString('hex'),
  };
  return { file, key };
};

const isKeyFile = (value: unknown): value is KeyFile => {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, N, r, p, salt, nonce, wrapped } = value as Record<string, unknown>;
  const hex = [salt, nonce, wrapped].every((text) => typeof text === 'string' && /^[0-9a-f]+$/.test(text));
  const sane = typeof N === 'number' && N >= 2 ** 14 && N <= 2 ** 20 && typeof r === 'number' && r <= 32 && typeof p === 'number' && p <= 16;
  return format === 'delibere-keys' && version === 1 && hex && sane;
};

/** The store key, from the key file's text and the passphrase. Errors: store-damaged (no key file), passphrase-wrong. */
export const openKeys = (text: string, passphrase: string): Result<Buffer> => {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return failed('store-damaged', { part: 'keys' });
  }
  if (!isKeyFile(file)) return failed('store-damaged', { part: 'keys' });
  const sealed = Buffer.from(file.nonce + file.wrapped, 'hex');
  const key = openBytes(derive(passphrase, Buffer.from(file.salt, 'hex'), file), sealed);
  return key ? done(key) : failed('passphrase-wrong');
};
