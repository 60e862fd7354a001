import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { bits, children, child, integer, oid, readAll, sequence, tags } from './der.ts';
import { refuse } from './refusal.ts';

/** The orders of the curves in use, and the bytes of a number below each. */
export const orders = {
  'P-256': { order: BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'), bytes: 32 },
  'P-384': { order: BigInt('0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973'), bytes: 48 },
} as const;

/** A private key in memory and its public point (65 bytes, uncompressed). */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly point: Buffer;
}

/** The SubjectPublicKeyInfo of a P-256 point. */
export const publicInfo = (point: Uint8Array): Buffer => sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), bits(point));

const pointOf = (privateKey: KeyObject): Buffer => createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-65);

/** A new P-256 key in memory, never written by this program. */
export const makeKey = (): KeyPair => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, point: pointOf(privateKey) };
};

/** Opens a private key from its PKCS#8 DER. */
export const readKey = (pkcs8: Uint8Array): KeyPair => {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return { privateKey, point: pointOf(privateKey) };
};

/** The public key of a P-256 point; a point off the curve is refused. */
export const publicKey = (point: Uint8Array): KeyObject => {
  try {
    return createPublicKey({ key: publicInfo(point), format: 'der', type: 'spki' });
  } catch {
    return refuse('certificate-key');
  }
};

/** The two numbers of a DER signature, low form, as DER again: one signature has one encoding. */
export const lowForm = (signature: Buffer, { order, bytes }: (typeof orders)[keyof typeof orders] = orders['P-256']): Buffer => {
  const parts = children(readAll(signature), 0, tags.sequence);
  const r = child(parts, 0, tags.integer).content;
  const s = BigInt(`0x0${child(parts, 1, tags.integer).content.toString('hex')}`);
  const low = s > order / 2n ? order - s : s;
  return low < 0n ? refuse('der-malformed') : sequence(integer(r), integer(Buffer.from(low.toString(16).padStart(2 * bytes, '0'), 'hex')));
};

/** Signs with SHA-256 and ECDSA P-256; the DER signature is in low form. */
export const signBytes = (data: Uint8Array, privateKey: KeyObject): Buffer => lowForm(sign('sha256', data, { key: privateKey, dsaEncoding: 'der' }));

/** Whether `signature` is the one DER encoding, low form, of a valid signature of `data`. */
export const checkBytes = (data: Uint8Array, point: Uint8Array, signature: Buffer): boolean =>
  signature.length > 7 &&
  signature.length < 73 &&
  lowForm(signature).equals(signature) &&
  verify('sha256', data, { key: publicKey(point), dsaEncoding: 'der' }, signature);

const seal = Buffer.from('DLBK1', 'latin1');

/** Encrypts a private key (PKCS#8 DER) under a 32-byte secret: "DLBK1", 12-byte nonce, 16-byte tag, AES-256-GCM. */
export const sealKey = (pkcs8: Uint8Array, secret: Uint8Array): Uint8Array => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(seal);
  const body = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  return Buffer.concat([seal, nonce, cipher.getAuthTag(), body]);
};

/** Decrypts a sealed private key; null when the secret is wrong or a byte has changed. */
export const openKey = (sealed: Uint8Array, secret: Uint8Array): Uint8Array | null => {
  const bytes = Buffer.from(sealed);
  if (bytes.length < 34 || !bytes.subarray(0, 5).equals(seal)) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(5, 17)).setAAD(seal).setAuthTag(bytes.subarray(17, 33));
    return Buffer.concat([cipher.update(bytes.subarray(33)), cipher.final()]);
  } catch {
    return null;
  }
};
