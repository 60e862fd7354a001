import { octetsOf, oidOf, partsOf, readBer, type Ber } from './ber.ts';
import { Pkcs12Fault, stop, type Reason } from './fault.ts';
import { isMacRight, openProtected, secretOf, type Secret } from './protection.ts';

/** What a PKCS#12 file holds, in its order: private keys as PKCS#8, certificates, both in the bytes they were put in. */
export interface Contents {
  readonly keys: readonly Buffer[];
  readonly certificates: readonly Buffer[];
}

const ids = {
  data: '1.2.840.113549.1.7.1',
  encrypted: '1.2.840.113549.1.7.6',
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  nested: '1.2.840.113549.1.12.10.1.6',
  x509: '1.2.840.113549.1.9.22.1',
} as const;

/** Largest file that is read; one with a chain of certificates is a few kilobytes. */
const largest = 512 * 1024;

/** The bytes of the value that follows an explicit tag, as they lie. */
const insideOf = (value: Ber | undefined): Buffer => (value?.tag === 0xa0 ? value.content : stop('shape'));

const readBags = (safe: Buffer, secret: Secret, found: { keys: Buffer[]; certificates: Buffer[] }, depth: number): void => {
  if (depth > 4) stop('shape');
  for (const bag of partsOf(readBer(safe), 0x30)) {
    const [identifier, value] = partsOf(bag, 0x30);
    const inside = value?.tag === 0xa0 ? value.parts[0] : stop('shape');
    switch (oidOf(identifier)) {
      case ids.key:
        found.keys.push(insideOf(value));
        break;
      case ids.shroudedKey: {
        const [algorithm, data] = partsOf(inside, 0x30);
        found.keys.push(openProtected(algorithm, octetsOf(data), secret));
        break;
      }
      case ids.certificate: {
        const [kind, certificate] = partsOf(inside, 0x30);
        if (oidOf(kind) === ids.x509) found.certificates.push(octetsOf(partsOf(certificate, 0xa0)[0]));
        break;
      }
      case ids.nested:
        readBags(insideOf(value), secret, found, depth + 1);
        break;
      default: // revocation lists and other secrets are no concern of a signature
    }
  }
};

const readSafe = (content: Ber, secret: Secret, found: { keys: Buffer[]; certificates: Buffer[] }): void => {
  const [kind, value] = partsOf(content, 0x30);
  const inside = partsOf(value, 0xa0)[0];
  switch (oidOf(kind)) {
    case ids.data:
      return readBags(octetsOf(inside), secret, found, 0);
    case ids.encrypted: {
      const [, algorithm, data] = partsOf(partsOf(inside, 0x30)[1], 0x30);
      return readBags(openProtected(algorithm, octetsOf(data, 0x80), secret), secret, found, 0);
    }
    default:
      return stop('protection');
  }
};

const read = (bytes: Uint8Array, secret: Secret): Contents => {
  const [version, safe, mac] = partsOf(readBer(Buffer.from(bytes)), 0x30);
  const [kind, content] = version?.tag === 0x02 && version.content.equals(Uint8Array.of(3)) ? partsOf(safe, 0x30) : stop('shape');
  if (oidOf(kind) !== ids.data) return stop('protection');
  const inside = octetsOf(partsOf(content, 0xa0)[0]);
  if (mac !== undefined && !isMacRight(partsOf(mac, 0x30), inside, secret)) return stop('passphrase');
  const found: { keys: Buffer[]; certificates: Buffer[] } = { keys: [], certificates: [] };
  for (const part of partsOf(readBer(inside), 0x30)) readSafe(part, secret, found);
  return found;
};

/** The ways in which programs took the same passphrase: as typed, its accents composed or not, and none at all when it is empty. */
const secretsOf = (passphrase: string): readonly Secret[] => [
  ...[...new Set([passphrase, passphrase.normalize('NFC'), passphrase.normalize('NFD')])].map(secretOf),
  ...(passphrase === '' ? [{ wide: Buffer.alloc(0), narrow: Buffer.alloc(0) }] : []),
];

/**
 * Reads a PKCS#12 file (RFC 7292) under its passphrase, for what it holds and nothing else: nothing is verified but its own MAC, nothing is kept.
 * Gives the reason when it cannot: "shape" (no PKCS#12), "protection" (a way of protecting that is not read), "passphrase".
 */
export const readPkcs12 = (bytes: Uint8Array, passphrase: string): Contents | Reason => {
  if (bytes.length > largest) return 'shape';
  let last: Reason = 'passphrase';
  for (const secret of secretsOf(passphrase)) {
    try {
      return read(bytes, secret);
    } catch (error) {
      if (!(error instanceof Pkcs12Fault)) throw error;
      last = error.reason;
      if (last !== 'passphrase') return last;
    }
  }
  return last;
};
