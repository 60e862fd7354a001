import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { sealRounds } from '../../domain/derivation.ts';

const cost = { N: sealRounds, r: 8, p: 1 } as const;
const mostMemory = 256 * 1024 * 1024;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** What a sealed file says of its seal: how the key is derived, under which terms the cipher worked, and the content, unreadable. */
export const sealedParts = {
  kdf: z.strictObject({ name: z.literal('scrypt'), N: z.literal(cost.N), r: z.literal(cost.r), p: z.literal(cost.p), salt: base64 }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), nonce: base64, tag: base64 }),
  data: base64,
} as const;

interface Sealed {
  readonly kdf: z.infer<typeof sealedParts.kdf>;
  readonly cipher: z.infer<typeof sealedParts.cipher>;
  readonly data: string;
}

const keyOf = (secret: string, salt: Uint8Array): Buffer => scryptSync(secret.normalize('NFKC'), salt, 32, { ...cost, maxmem: mostMemory });

/** What the cipher binds besides the content: it cannot be given another header. */
const bound = (header: object, kdf: Sealed['kdf']): Buffer => Buffer.from(JSON.stringify({ ...header, kdf }), 'utf8');

/** Encrypts a content under a secret that a person keeps: scrypt, AES-256-GCM; `header` stays in clear and is bound to it. */
export const sealContent = (header: object, plain: Uint8Array, secret: string): Sealed => {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const kdf = { name: 'scrypt', ...cost, salt: salt.toString('base64') } as const;
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), nonce).setAAD(bound(header, kdf));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  return { kdf, cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64'), tag: cipher.getAuthTag().toString('base64') }, data };
};

/** Decrypts a sealed content: "malformed" when it is not one, "refused" when the secret is wrong or a byte changed, which the cipher cannot tell apart. */
export const openContent = (header: object, sealed: Sealed, secret: string): Buffer | 'malformed' | 'refused' => {
  const [nonce, tag] = [Buffer.from(sealed.cipher.nonce, 'base64'), Buffer.from(sealed.cipher.tag, 'base64')];
  if (nonce.length !== 12 || tag.length !== 16) return 'malformed';
  const key = keyOf(secret, Buffer.from(sealed.kdf.salt, 'base64'));
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound(header, sealed.kdf)).setAuthTag(tag);
  try {
    return Buffer.concat([cipher.update(Buffer.from(sealed.data, 'base64')), cipher.final()]);
  } catch {
    return 'refused';
  }
};

/** A JSON text as a value; null when it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
