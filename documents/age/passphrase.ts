import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha';
import { Stanza, type Identity, type Recipient } from 'age-encryption';
import { ageWork } from '../../domain/derivation.ts';

const label = Buffer.from('age-encryption.org/v1/scrypt', 'utf8');
const highestWorkFactor = 20;
const nonce = new Uint8Array(12);

/** Derived away from the main thread, where age-encryption's own derivation would hold the window for seconds. */
const deriveKey = (passphrase: string, salt: Uint8Array, logN: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN;
    scrypt(passphrase, Buffer.concat([label, salt]), 32, { N, r: 8, p: 1, maxmem: 128 * 8 * N + 2 ** 25 }, (error, key) =>
      error === null ? resolve(new Uint8Array(key)) : reject(error),
    );
  });

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** A passphrase as a recipient of the age format: the stanza "scrypt" of age-encryption.org/v1. `work` is the logarithm of N; only tests lower it. */
export const passphraseRecipient = (passphrase: string, work = ageWork): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = randomBytes(16);
    const key = await deriveKey(passphrase, salt, work);
    return [new Stanza(['scrypt', unpadded(salt), String(work)], chacha20poly1305(key, nonce).encrypt(fileKey))];
  },
});

/** The salt and work factor of a stanza, or null when it is no passphrase's; throws when it is one and malformed, or asks for too much work. */
const read = (stanzas: readonly Stanza[]): { readonly salt: Buffer; readonly logN: number; readonly body: Uint8Array } | null => {
  const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
  if (stanza === undefined) return null;
  const [, encoded = '', factor = ''] = stanza.args;
  const salt = Buffer.from(encoded, 'base64');
  const fits = stanzas.length === 1 && stanza.args.length === 3 && salt.length === 16 && unpadded(salt) === encoded;
  if (!fits || !/^[1-9]\d?$/.test(factor) || Number(factor) > highestWorkFactor || stanza.body.length !== 32) throw new Error('invalid scrypt stanza');
  return { salt, logN: Number(factor), body: stanza.body };
};

/** A passphrase as an identity that opens a file of the age format. */
export const passphraseIdentity = (passphrase: string): Identity => ({
  unwrapFileKey: async (stanzas) => {
    const found = read(stanzas);
    if (found === null) return null;
    const key = await deriveKey(passphrase, found.salt, found.logN);
    try {
      return chacha20poly1305(key, nonce).decrypt(found.body);
    } catch {
      return null;
    }
  },
});
