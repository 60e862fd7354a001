import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scryptSync } from 'node:crypto';
import { keyRounds } from '../domain/derivation.ts';
import { failed, done, type Result } from '../domain/errors.ts';
import { keyFile, keyFileOfBefore, keyFileVersion, type KeyFile, type KeyLock, type RecoveryState } from '../domain/keys.ts';
import type { Instant } from '../domain/time.ts';

const cost = { N: keyRounds, r: 8, p: 1, maxmem: 320 * 1024 * 1024 } as const;

const derive = (secret: string, salt: Uint8Array, { N, r, p }: { readonly N: number; readonly r: number; readonly p: number }): Buffer =>
  scryptSync(secret.normalize('NFKC'), salt, 32, { N, r, p, maxmem: cost.maxmem });

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

const wrap = (key: Uint8Array, secret: string): KeyLock => {
  const salt = randomBytes(16);
  const derived = derive(secret, salt, cost);
  const sealed = sealBytes(derived, key);
  derived.fill(0);
  const { N, r, p } = cost;
  return { kdf: 'scrypt', N, r, p, salt: salt.toString('hex'), nonce: sealed.toString('hex', 0, 12), wrapped: sealed.toString('hex', 12) };
};

const unwrap = (lock: KeyLock, secret: string): Buffer | null => {
  const derived = derive(secret, Buffer.from(lock.salt, 'hex'), lock);
  const key = openBytes(derived, Buffer.from(lock.nonce + lock.wrapped, 'hex'));
  derived.fill(0);
  return key;
};

/** What tells a store's key to who has it, and says nothing of it to anybody else. */
export const keyIdOf = (key: Uint8Array): string => createHmac('sha256', key).update('delibere key id').digest('hex').slice(0, 32);

/** A new store key wrapped under a passphrase, and under a recovery key when one is given. */
export const createKeys = (
  passphrase: string,
  recovery: { readonly code: string; readonly at: Instant } | null = null,
): { readonly file: KeyFile; readonly key: Buffer } => {
  const key = randomBytes(32);
  return {
    key,
    file: {
      format: 'delibere-keys',
      version: keyFileVersion,
      id: keyIdOf(key),
      serial: 1,
      passphrase: wrap(key, passphrase),
      recovery: recovery === null ? null : { lock: wrap(key, recovery.code), madeAt: recovery.at, confirmedAt: null },
    },
  };
};

const rewritten = (file: KeyFile, key: Uint8Array, change: Partial<KeyFile>): KeyFile => ({ ...file, id: keyIdOf(key), serial: file.serial + 1, ...change });

/** The key file under another passphrase; the recovery key stays. */
export const withPassphrase = (file: KeyFile, key: Uint8Array, passphrase: string): KeyFile => rewritten(file, key, { passphrase: wrap(key, passphrase) });

/** The key file with another recovery key, still to confirm; the one of before opens it no longer. */
export const withRecovery = (file: KeyFile, key: Uint8Array, code: string, at: Instant): KeyFile =>
  rewritten(file, key, { recovery: { lock: wrap(key, code), madeAt: at, confirmedAt: null } });

/** The key file once a person has shown that the sheet is in hand. */
export const withConfirmed = (file: KeyFile, key: Uint8Array, at: Instant): KeyFile =>
  rewritten(file, key, { recovery: file.recovery === null ? null : { ...file.recovery, confirmedAt: at } });

/** How a key file is written. */
export const bytesOfKeys = (file: KeyFile): Buffer => Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8');

/** Reads a key file of this version or of the one before. Errors: store-damaged {part}, keys-newer {file, program}. */
export const readKeys = (text: string): Result<KeyFile> => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return failed('store-damaged', { part: 'keys' });
  }
  const read = keyFile.safeParse(given);
  if (read.success) return done(read.data);
  const before = keyFileOfBefore.safeParse(given);
  if (before.success) {
    const { format, version: _, ...passphrase } = before.data;
    return done({ format, version: keyFileVersion, id: null, serial: 0, passphrase, recovery: null });
  }
  const { format, version } = (given ?? {}) as Record<string, unknown>;
  const newer = format === 'delibere-keys' && typeof version === 'number' && Number.isInteger(version) && version > keyFileVersion;
  return newer ? failed('keys-newer', { file: version, program: keyFileVersion }) : failed('store-damaged', { part: 'keys' });
};

/** The number printed on the sheet of a recovery key: it tells which sheet goes with which key file. */
const sheetNumberOf = ({ salt, nonce, wrapped }: KeyLock): string => {
  const digest = createHash('sha256').update(`delibere recovery sheet ${salt} ${nonce} ${wrapped}`).digest('hex').toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`;
};

/** The recovery key of a key file, as it may be shown. */
export const recoveryOf = ({ recovery }: KeyFile): RecoveryState =>
  recovery === null
    ? { kind: 'none' }
    : { kind: 'made', sheet: sheetNumberOf(recovery.lock), madeAt: recovery.madeAt, confirmed: recovery.confirmedAt !== null };

/** The store key, from the key file's text and the passphrase. Errors: those of readKeys, passphrase-wrong. */
export const openKeys = (text: string, passphrase: string): Result<Buffer> => {
  const file = readKeys(text);
  if (!file.ok) return file;
  const key = unwrap(file.value.passphrase, passphrase);
  return key ? done(key) : failed('passphrase-wrong');
};

/** The store key, from the key file's text and the recovery key. Errors: those of readKeys, recovery-key-none, recovery-key-wrong {sheet}. */
export const openKeysByRecovery = (text: string, code: string): Result<Buffer> => {
  const file = readKeys(text);
  if (!file.ok) return file;
  const { recovery } = file.value;
  if (recovery === null) return failed('recovery-key-none');
  const key = unwrap(recovery.lock, code);
  return key ? done(key) : failed('recovery-key-wrong', { sheet: sheetNumberOf(recovery.lock) });
};
