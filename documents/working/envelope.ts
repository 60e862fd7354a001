import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { failed, done, type Result } from '../../domain/errors.ts';
import { workingPart, type WorkingPart } from '../../domain/working.ts';

/** Cost of the derivation: 2^16 rounds and 64 MiB, about a third of a second on a laptop. */
const cost = { N: 2 ** 16, r: 8, p: 1 } as const;
const mostMemory = 256 * 1024 * 1024;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
const envelope = z.strictObject({
  format: z.literal('delibere-working-sealed'),
  version: z.literal(1),
  number: z.string().max(60),
  kdf: z.strictObject({ name: z.literal('scrypt'), N: z.literal(cost.N), r: z.literal(cost.r), p: z.literal(cost.p), salt: base64 }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), nonce: base64, tag: base64 }),
  data: base64,
});
type Envelope = z.infer<typeof envelope>;

const keyOf = (passphrase: string, salt: Uint8Array): Buffer => scryptSync(passphrase.normalize('NFKC'), salt, 32, { ...cost, maxmem: mostMemory });

/** What the cipher binds besides the content: the envelope cannot be given another header. */
const headerOf = ({ format, version, number, kdf }: Pick<Envelope, 'format' | 'version' | 'number' | 'kdf'>): Buffer =>
  Buffer.from(JSON.stringify({ format, version, number, kdf }), 'utf8');

/** The working part encrypted under a passphrase: scrypt (N = 2^16), AES-256-GCM, as JSON text. Only the session's number is in clear. */
export const sealWorking = (part: WorkingPart, passphrase: string): string => {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const head = {
    format: 'delibere-working-sealed',
    version: 1,
    number: part.session.number,
    kdf: { name: 'scrypt', ...cost, salt: salt.toString('base64') },
  } as const;
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce).setAAD(headerOf(head));
  const data = Buffer.concat([cipher.update(JSON.stringify(workingPart.parse(part)), 'utf8'), cipher.final()]);
  const sealed: Envelope = {
    ...head,
    cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64'), tag: cipher.getAuthTag().toString('base64') },
    data: data.toString('base64'),
  };
  return `${JSON.stringify(sealed, null, 2)}\n`;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Opens a sealed working part. Errors: file-unreadable (not one of ours, or damaged content), passphrase-wrong (or a byte changed: the cipher cannot tell). */
export const openWorking = (text: string, passphrase: string): Result<WorkingPart> => {
  const read = envelope.safeParse(parse(text));
  if (!read.success) return failed('file-unreadable', { what: 'working' });
  const { kdf, cipher: terms, data } = read.data;
  const [nonce, tag] = [Buffer.from(terms.nonce, 'base64'), Buffer.from(terms.tag, 'base64')];
  if (nonce.length !== 12 || tag.length !== 16) return failed('file-unreadable', { what: 'working' });
  const cipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, Buffer.from(kdf.salt, 'base64')), nonce)
    .setAAD(headerOf(read.data))
    .setAuthTag(tag);
  let plain: string;
  try {
    plain = Buffer.concat([cipher.update(Buffer.from(data, 'base64')), cipher.final()]).toString('utf8');
  } catch {
    return failed('passphrase-wrong');
  }
  const part = workingPart.safeParse(parse(plain));
  return part.success ? done(part.data) : failed('file-unreadable', { what: 'working' });
};
