import { hkdfSync, randomBytes } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha';

// The payload of age-encryption.org/v1: a nonce, then pieces of 64 KiB under ChaCha20-Poly1305, of which the last is told by its own nonce.
const pieceSize = 64 * 1024;
const tagSize = 16;
const saltSize = 16;

/** The rank of a piece in eleven bytes, then one that tells the last. */
const nonceOf = (rank: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(rank, 5, 6);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
};

const keyOf = (fileKey: Uint8Array, salt: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', fileKey, salt, 'payload', 32));

const sealPiece = (key: Uint8Array, rank: number, last: boolean, plain: Uint8Array): Uint8Array => chacha20poly1305(key, nonceOf(rank, last)).encrypt(plain);

/** Throws when a byte of the piece changed, or when it is not the one of that place. */
const openPiece = (key: Uint8Array, rank: number, last: boolean, sealed: Uint8Array): Uint8Array => {
  if (sealed.length < tagSize || (sealed.length === tagSize && rank > 0)) throw new Error('a piece of the payload is cut');
  return chacha20poly1305(key, nonceOf(rank, last)).decrypt(sealed);
};

/** A source in parts of one length; the last one, told apart, may be shorter, and is empty for an empty source alone. */
async function* inParts(source: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<{ readonly part: Buffer; readonly last: boolean }> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of source) {
    // A copy: whoever gives these bytes may write over them.
    held.push(Buffer.from(bytes));
    size += bytes.length;
    // A whole part waits until one more byte shows that it is not the last.
    if (size <= length) continue;
    const all = Buffer.concat(held, size);
    let at = 0;
    for (; size - at > length; at += length) yield { part: all.subarray(at, at + length), last: false };
    held = [Buffer.from(all.subarray(at))];
    size -= at;
  }
  yield { part: Buffer.concat(held, size), last: true };
}

/** Writes the payload of a file under its key, as the content passes. */
export async function* sealPayload(fileKey: Uint8Array, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(saltSize);
  const key = keyOf(fileKey, salt);
  yield salt;
  let rank = 0;
  for await (const { part, last } of inParts(source, pieceSize)) yield sealPiece(key, rank++, last, part);
}

/** Opens a payload as it passes, from its nonce on. Throws what the source throws, or an error when a byte changed, is missing or is one too many. */
export async function* openPayload(fileKey: Uint8Array, salt: Uint8Array, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (salt.length !== saltSize) throw new Error('the payload is cut before its first piece');
  const key = keyOf(fileKey, salt);
  let rank = 0;
  for await (const { part, last } of inParts(source, pieceSize + tagSize)) {
    const plain = openPiece(key, rank++, last, part);
    if (plain.length > 0) yield plain;
  }
}

/** The bytes of the nonce of a payload, which come before its first piece. */
export const payloadSalt = saltSize;
