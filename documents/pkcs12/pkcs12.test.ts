import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { authority, hasOpenssl, keyOf, makeCertificate, makeP12, type KeyKind } from '../../tests/fixtures/imported.ts';
import { der } from '../signature/der.ts';
import { decryptRc2 } from './rc2.ts';
import { readPkcs12 } from './read.ts';

const passphrase = 'un secret';
const file = (kind: KeyKind, options: readonly string[] = [], secret = passphrase): Buffer =>
  makeP12({ key: keyOf(kind), certificates: [makeCertificate({ kind })], passphrase: secret, options });

/** Reads a file and says whether it gave the key and the certificate that were put in, byte for byte. */
const gives = (bytes: Uint8Array, kind: KeyKind, secret = passphrase): unknown => {
  const read = readPkcs12(bytes, secret);
  if (typeof read === 'string') return read;
  const key = read.keys.map((each) => createPrivateKey({ key: each, format: 'der', type: 'pkcs8' }).equals(keyOf(kind)));
  return { key, certificates: read.certificates.map((each) => each.equals(makeCertificate({ kind }))) };
};
const both = { key: [true], certificates: [true] };

describe('RC2, as RFC 2268 gives it (section 5)', () => {
  test.each([
    ['ffffffff ffffffff', 64, '278b27e4 2e2f0d49', 'ffffffff ffffffff'],
    ['30000000 00000000', 64, '30649edf 9be7d2c2', '10000000 00000001'],
    ['88', 64, '61a8a244 adacccf0', '00000000 00000000'],
    ['88bca90e 90875a', 64, '6ccf4308 974c267f', '00000000 00000000'],
    ['88bca90e 90875a7f 0f79c384 627bafb2', 64, '1a807d27 2bbe5db1', '00000000 00000000'],
    ['88bca90e 90875a7f 0f79c384 627bafb2', 128, '2269552a b0f85ca6', '00000000 00000000'],
  ])('key %s, %i effective bits', (key, effectiveBits, secret, plain) => {
    const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
    expect(decryptRc2(hex(secret), hex(key), Buffer.alloc(8), effectiveBits)).toEqual(hex(plain));
  });
});

describe.skipIf(!hasOpenssl)('a PKCS#12 file made by openssl (skipped without openssl)', () => {
  const kinds = ['rsa2048', 'rsa3072', 'rsa4096', 'P-256', 'P-384'] as const;
  test.each(kinds)('%s opens in its modern form and in the old one, and gives what was put in', (kind) => {
    expect(gives(file(kind), kind)).toEqual(both);
    expect(gives(file(kind, ['-legacy']), kind)).toEqual(both);
  });

  test.each([
    ['three keys of DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['two keys of DES and RC2 of 128 bits', ['-legacy', '-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-RC2-128']],
    ['RC2 of 40 bits', ['-legacy', '-keypbe', 'PBE-SHA1-RC2-40', '-certpbe', 'PBE-SHA1-RC2-40']],
    ['AES of 128 and 192 bits, SHA-512', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'sha512']],
    ['nothing encrypted', ['-keypbe', 'NONE', '-certpbe', 'NONE']],
    ['no MAC', ['-nomac']],
    ['one round', ['-iter', '1']],
    ['100,000 rounds', ['-iter', '100000']],
  ])('protected by %s opens', (_, options) => {
    expect(gives(file('P-256', options), 'P-256')).toEqual(both);
  });

  test('takes a passphrase with accents, letters of other alphabets or none at all, in its two forms', () => {
    for (const secret of ['clé œuf €', 'пароль', '密码', '', 'é'.normalize('NFD')])
      for (const options of [[], ['-legacy']]) expect(gives(file('P-256', options, secret), 'P-256', secret), `${secret} ${options.join()}`).toEqual(both);
    expect(gives(file('P-256', [], 'clé'.normalize('NFC')), 'P-256', 'clé'.normalize('NFD'))).toEqual(both);
  });

  test('under another passphrase is told so, whatever protects it', () => {
    for (const options of [[], ['-legacy'], ['-keypbe', 'NONE', '-certpbe', 'NONE']])
      for (const secret of ['', 'un secre', `${passphrase}\0`, `${passphrase} `]) expect(readPkcs12(file('P-256', options), secret)).toBe('passphrase');
  });

  test('gives every certificate, in order, and no key when it has none', () => {
    const certificates = [makeCertificate({ kind: 'P-256' }), authority];
    const chain = readPkcs12(makeP12({ key: keyOf('P-256'), certificates, passphrase }), passphrase);
    expect(typeof chain === 'string' ? chain : chain.certificates.map((each) => each.toString('hex'))).toEqual(
      certificates.map((each) => each.toString('hex')),
    );
    expect(readPkcs12(makeP12({ key: null, certificates: [authority], passphrase }), passphrase)).toMatchObject({ keys: [], certificates: [authority] });
  });

  test('written with indefinite lengths and strings in pieces, as some browsers do, opens too', () => {
    const open = (tag: number, ...parts: readonly Uint8Array[]): Buffer => Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Buffer.alloc(2)]);
    const plain = file('P-256');
    // PFX { version, authSafe { oid, [0] { OCTET STRING } }, macData }: every part has a length of two bytes here.
    const [safe, mac] = [plain.subarray(7), plain.subarray(7 + 4 + plain.readUInt16BE(9))];
    const content = safe.subarray(4 + 11 + 4 + 4, 4 + safe.readUInt16BE(2));
    const pieces = [content.subarray(0, 300), content.subarray(300)].map((piece) => der(0x04, piece));
    const loose = open(0x30, plain.subarray(4, 7), open(0x30, safe.subarray(4, 15), open(0xa0, open(0x24, ...pieces))), mac);
    expect(gives(loose, 'P-256')).toEqual(both);
  });

  test('with a number of rounds made to hang is refused before it is run', () => {
    const bytes = file('P-256', ['-iter', '100000']);
    const rounds = Buffer.from('02030186a0', 'hex');
    let places = 0;
    for (let at = bytes.indexOf(rounds); at >= 0; at = bytes.indexOf(rounds, at + 1)) places += bytes.write('02037fffff', at, 'hex') / 5;
    expect(places).toBeGreaterThan(0);
    expect(readPkcs12(bytes, passphrase)).toBe('protection');
  });

  test('is not read when it is far larger than any can be', () => {
    const bytes = file('P-256');
    expect([gives(Buffer.concat([bytes, Buffer.alloc(1000)]), 'P-256'), readPkcs12(Buffer.concat([bytes, Buffer.alloc(600_000)]), passphrase)]).toEqual([
      both,
      'shape',
    ]);
  });

  test('with any byte changed or cut anywhere never breaks the reader', () => {
    const bytes = file('P-256', ['-iter', '1', '-macalg', 'sha1']);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const read = readPkcs12(changed, passphrase);
        // A byte outside the MAC's reach, such as that of a length written otherwise, may leave the file as it was.
        expect(typeof read === 'string' || gives(changed, 'P-256') !== null, `byte ${at}`).toBe(true);
      }
      expect(typeof readPkcs12(bytes.subarray(0, at), passphrase), `cut at ${at}`).toBe('string');
    }
  });
});

test('what is no PKCS#12 file is said to be none', () => {
  const hostile = [
    Buffer.alloc(0),
    Buffer.from('-----BEGIN CERTIFICATE-----'),
    Buffer.from('%PDF-1.7'),
    authority,
    Buffer.alloc(2_000_000, 0x30),
    Buffer.alloc(9000, 0x30),
  ];
  for (const bytes of [...hostile, Buffer.alloc(9000, Buffer.from([0x30, 0x80])), Buffer.alloc(400_000, Buffer.from([0x30, 0x80]))])
    expect(readPkcs12(bytes, passphrase)).toBe('shape');
});
