import { createDecipheriv, createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { numberOf, octetsOf, oidOf, partsOf, type Ber } from './ber.ts';
import { stop } from './fault.ts';
import { decryptRc2 } from './rc2.ts';

/** Most rounds of a derivation that are run: files in use have from 1 to 600,000; more would only make the program hang. */
const mostRounds = 1_000_000;

const roundsOf = (value: Ber | undefined): number => {
  const rounds = numberOf(value);
  return rounds >= 1 && rounds <= mostRounds ? rounds : stop('protection');
};

const digests: Readonly<Record<string, { readonly name: string; readonly length: number; readonly block: number }>> = {
  '1.3.14.3.2.26': { name: 'sha1', length: 20, block: 64 },
  '2.16.840.1.101.3.4.2.4': { name: 'sha224', length: 28, block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32, block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48, block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64, block: 128 },
};
type Digest = (typeof digests)[string];

/** A passphrase as each derivation takes it: UTF-16BE with a final zero (RFC 7292, B.1), UTF-8 (RFC 8018). */
export interface Secret {
  readonly wide: Buffer;
  readonly narrow: Buffer;
}

/** The two forms of a passphrase. */
export const secretOf = (passphrase: string): Secret => ({
  wide: Buffer.from(`${passphrase}\0`, 'utf16le').swap16(),
  narrow: Buffer.from(passphrase, 'utf8'),
});

const filled = (bytes: Uint8Array, block: number): Buffer => Buffer.alloc(block * Math.ceil(bytes.length / block), bytes);

/** The derivation of PKCS#12 (RFC 7292, appendix B.2): `purpose` 1 for a key, 2 for an initial vector, 3 for a MAC. */
const derive = (digest: Digest, purpose: 1 | 2 | 3, secret: Secret, salt: Uint8Array, rounds: number, length: number): Buffer => {
  const { name, block } = digest;
  const start = Buffer.alloc(block, purpose);
  const input = Buffer.concat([salt.length === 0 ? Buffer.alloc(0) : filled(salt, block), filled(secret.wide, block)]);
  const out: Buffer[] = [];
  for (let given = 0; given < length; given += digest.length) {
    let hash = createHash(name).update(start).update(input).digest();
    for (let round = 1; round < rounds; round += 1) hash = createHash(name).update(hash).digest();
    out.push(hash);
    const added = filled(hash, block).subarray(0, block);
    for (let at = 0; at < input.length; at += block) {
      let carry = 1;
      for (let place = block - 1; place >= 0; place -= 1) {
        carry += (input[at + place] ?? 0) + (added[place] ?? 0);
        input[at + place] = carry & 0xff;
        carry >>= 8;
      }
    }
  }
  return Buffer.concat(out).subarray(0, length);
};

/** Whether the MAC of a file is that of its content under this passphrase (RFC 7292, section 5). */
export const isMacRight = (mac: readonly Ber[], content: Uint8Array, secret: Secret): boolean => {
  const [algorithm, expected] = partsOf(mac[0], 0x30);
  const digest = digests[oidOf(partsOf(algorithm, 0x30)[0])] ?? stop('protection');
  const key = derive(digest, 3, secret, octetsOf(mac[1]), mac[2] === undefined ? 1 : roundsOf(mac[2]), digest.length);
  const found = createHmac(digest.name, key).update(content).digest();
  const wanted = octetsOf(expected);
  return found.length === wanted.length && timingSafeEqual(found, wanted);
};

const unpadded = (plain: Buffer): Buffer => {
  const last = plain.at(-1) ?? 0;
  const whole = last >= 1 && last <= 8 && plain.subarray(-last).every((byte) => byte === last);
  return whole ? plain.subarray(0, -last) : stop('passphrase');
};

const decipher = (name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer => {
  try {
    const cipher = createDecipheriv(name, key, iv);
    return Buffer.concat([cipher.update(data), cipher.final()]);
  } catch {
    return stop('passphrase');
  }
};

/** Ciphers of RFC 7292, appendix C, by the last arc of their identifier; RC4 is left out. */
const oldCiphers: Readonly<Record<string, { readonly key: number; readonly rc2?: number }>> = {
  '3': { key: 24 },
  '4': { key: 16 },
  '5': { key: 16, rc2: 128 },
  '6': { key: 5, rc2: 40 },
};
const sha1 = '1.3.14.3.2.26';

const openOld = (kind: string, parameters: readonly Ber[], data: Uint8Array, secret: Secret): Buffer => {
  const cipher = oldCiphers[kind] ?? stop('protection');
  const digest = digests[sha1] ?? stop('protection');
  const [salt, rounds] = [octetsOf(parameters[0]), roundsOf(parameters[1])];
  const key = derive(digest, 1, secret, salt, rounds, cipher.key);
  const iv = derive(digest, 2, secret, salt, rounds, 8);
  if (data.length === 0 || data.length % 8 !== 0) return stop('shape');
  if (cipher.rc2 !== undefined) return unpadded(decryptRc2(data, key, iv, cipher.rc2));
  return decipher('des-ede3-cbc', key.length === 24 ? key : Buffer.concat([key, key.subarray(0, 8)]), iv, data);
};

const prfs: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const newCiphers: Readonly<Record<string, { readonly name: string; readonly key: number; readonly iv: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16, iv: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24, iv: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32, iv: 16 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24, iv: 8 },
};

const openNew = (parameters: readonly Ber[], data: Uint8Array, secret: Secret): Buffer => {
  const [derivation, scheme] = [partsOf(parameters[0], 0x30), partsOf(parameters[1], 0x30)];
  if (oidOf(derivation[0]) !== '1.2.840.113549.1.5.12') return stop('protection');
  const [salt, rounds, ...rest] = partsOf(derivation[1], 0x30);
  const prf = rest.find(({ tag }) => tag === 0x30);
  const digest = prf === undefined ? 'sha1' : (prfs[oidOf(prf.parts[0])] ?? stop('protection'));
  const cipher = newCiphers[oidOf(scheme[0])] ?? stop('protection');
  const iv = octetsOf(scheme[1]);
  if (iv.length !== cipher.iv) return stop('shape');
  return decipher(cipher.name, pbkdf2Sync(secret.narrow, octetsOf(salt), roundsOf(rounds), cipher.key, digest), iv, data);
};

/** Decrypts a content under its AlgorithmIdentifier: PBES2 (RFC 8018), or the old ciphers of PKCS#12. */
export const openProtected = (algorithm: Ber | undefined, data: Uint8Array, secret: Secret): Buffer => {
  const [identifier, parameters] = partsOf(algorithm, 0x30);
  const oid = oidOf(identifier);
  if (oid === '1.2.840.113549.1.5.13') return openNew(partsOf(parameters, 0x30), data, secret);
  const kind = /^1\.2\.840\.113549\.1\.12\.1\.(\d)$/.exec(oid)?.[1] ?? stop('protection');
  return openOld(kind, partsOf(parameters, 0x30), data, secret);
};
