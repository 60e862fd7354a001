import { constants, createHash, publicDecrypt, sign, verify, type KeyObject } from 'node:crypto';
import { der, oid, octets, sequence, tags } from './der.ts';
import type { Algorithm, ImportedFacts } from './imported.ts';
import { lowForm, orders } from './keys.ts';

/** A certificate made elsewhere and its private key, in memory for one signature. */
export interface OwnCertificate {
  readonly certificate: Buffer;
  readonly facts: ImportedFacts;
  readonly privateKey: KeyObject;
}

const nothing = der(0x05);

/** The signature algorithm of a SignerInfo: rsaEncryption, which every reader takes with SHA-256 (RFC 5754, 3.2), or ecdsa-with-SHA256. */
export const signatureAlgorithm = ({ kind }: Algorithm): Buffer =>
  kind === 'rsa' ? sequence(oid('1.2.840.113549.1.1.1'), nothing) : sequence(oid('1.2.840.10045.4.3.2'));

const orderOf = (algorithm: Extract<Algorithm, { readonly kind: 'ec' }>) => orders[algorithm.curve];

/** Signs with SHA-256: RSA PKCS#1 v1.5, or ECDSA in low form. */
export const signAsOwner = (data: Uint8Array, own: OwnCertificate): Buffer => {
  const { algorithm } = own.facts;
  if (algorithm.kind === 'rsa') return sign('sha256', data, own.privateKey);
  return lowForm(sign('sha256', data, { key: own.privateKey, dsaEncoding: 'der' }), orderOf(algorithm));
};

/** The one message that an RSA signature of `data` must hold (RFC 8017, 9.2). */
const encodedMessage = (data: Uint8Array, length: number): Buffer => {
  const info = sequence(sequence(oid('2.16.840.1.101.3.4.2.1'), nothing), octets(createHash('sha256').update(data).digest()));
  return Buffer.concat([Uint8Array.of(0, 1), Buffer.alloc(length - info.length - 3, 0xff), Uint8Array.of(0), info]);
};

const isRsaRight = (data: Uint8Array, publicKey: KeyObject, bits: number, signature: Buffer): boolean => {
  if (signature.length !== bits / 8) return false;
  try {
    return publicDecrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature).equals(encodedMessage(data, bits / 8));
  } catch {
    return false;
  }
};

/** Whether `signature` is the one encoding of a valid signature of `data`: the whole RSA message compared, an ECDSA signature in low form. */
export const isSignedBy = (data: Uint8Array, { algorithm, publicKey }: ImportedFacts, signature: Buffer): boolean => {
  if (algorithm.kind === 'rsa') return isRsaRight(data, publicKey, algorithm.bits, signature);
  return (
    signature[0] === tags.sequence &&
    signature.length > 7 &&
    lowForm(signature, orderOf(algorithm)).equals(signature) &&
    verify('sha256', data, { key: publicKey, dsaEncoding: 'der' }, signature)
  );
};

/** The length of a signature at most, to know beforehand whether it fits. */
export const longestSignature = (algorithm: Algorithm): number => (algorithm.kind === 'rsa' ? algorithm.bits / 8 : algorithm.curve === 'P-256' ? 72 : 104);
