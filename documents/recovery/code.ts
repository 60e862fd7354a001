import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../../domain/errors.ts';

/** Crockford's base 32: figures and capitals without I, L, O, U, so that a code copied by hand is read as it was written. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;
/** 25 letters of 5 bits: 125 bits of chance. */
const length = 25;

/** The group that tells a mistyped code: the first 25 bits of a digest of the rest, which says nothing more about it. */
const checkOf = (body: string): string => {
  const digest = createHash('sha256').update(`delibere-recovery ${body}`).digest();
  let value = digest.readUInt32BE(0);
  let group = '';
  for (let place = 0; place < groupLength; place += 1) {
    group += alphabet[value >>> 27];
    value = (value << 5) >>> 0;
  }
  return group;
};

/** A recovery code as it is printed: five groups of five letters drawn at random, then the group that checks them. */
export type RecoveryCode = string & { readonly __brand: 'RecoveryCode' };

const grouped = (text: string): string => (text.match(/.{5}/g) ?? []).join('-');

/** A new recovery code, from 25 random bytes. */
export const createCode = (random: (length: number) => Uint8Array): RecoveryCode => {
  const body = [...random(length)].map((byte) => alphabet[byte & 31]).join('');
  return grouped(body + checkOf(body)) as RecoveryCode;
};

/** The letters of a code, or of some of its groups, as a person types them: capitals or not, any spaces or hyphens, O for 0, I or L for 1. */
export const readLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** Reads a code as a person types it. Error: recovery-code-mistyped {letters, expected}. */
export const readCode = (typed: string): Result<RecoveryCode> => {
  const letters = readLetters(typed);
  const body = letters.slice(0, length);
  const known = letters.length === length + groupLength && [...letters].every((letter) => alphabet.includes(letter));
  if (!known || checkOf(body) !== letters.slice(length)) return failed('recovery-code-mistyped', { letters: letters.length, expected: length + groupLength });
  return done(grouped(letters) as RecoveryCode);
};
