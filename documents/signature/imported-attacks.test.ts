import { constants, createPublicKey, privateEncrypt, publicDecrypt, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { forceSign } from '../../tests/fixtures/attacker.ts';
import { keyOf, makeCertificate, makeOwn, type Made } from '../../tests/fixtures/imported.ts';
import { drawBase, namesakeRoot, sealTurns, testRoot, turnsOf, type Base, type SealedMinute, type Turn } from '../../tests/fixtures/signed.ts';
import { importedReason, signatureReason } from '../../words/signature.ts';
import { contentsRoom } from './append.ts';
import { fingerprintOf, issuerNameOf, pemOf, readRoot } from './certificate.ts';
import { integer, sequence } from './der.ts';
import { readImported } from './imported.ts';
import { isSignedBy, signAsOwner } from './imported-key.ts';
import { attempt } from './refusal.ts';
import { signMinute } from './sign.ts';
import { verifyMinute } from './verify.ts';

let base: Base;
let turns: Turn[];
let minute: SealedMinute;
const root = pemOf(testRoot.certificate);
const own = makeOwn({ kind: 'rsa2048' });
const turn = (index: number): Turn => turns[index] ?? expect.fail('no such turn');
const brings = (index: number, made: Made): Turn => ({ ...turn(index), own: makeOwn(made) });
const rulesOf = (pdf: Uint8Array, receipt?: string): string[] =>
  verifyMinute(pdf, { root, ...(receipt === undefined ? {} : { receipt: Buffer.from(receipt) }) }).faults.map(({ rule }) => rule);
const missing = new Set(['signature-missing', 'seal-missing']);
/** The rules that the first member's forged signature breaks, but for the signatures still to be given. */
const rulesAt = (made: Turn, tampering: Parameters<typeof forceSign>[2] = {}): string[] =>
  rulesOf(forceSign(base.base, made, tampering)).filter((rule) => !missing.has(rule));

beforeAll(async () => {
  base = await drawBase(1);
  turns = turnsOf(base.record);
  minute = sealTurns(base, [{ ...turn(0), own }, ...turns.slice(1)]);
});

describe('attacks on a certificate made elsewhere', () => {
  /** The CMS of the first member's signature put in the place of the one there, at the same bytes. */
  const swapFirst = (pdf: Uint8Array, forged: Uint8Array): Buffer => {
    const file = Buffer.from(pdf);
    const at = (bytes: Uint8Array): number => Buffer.from(bytes).indexOf('/Contents <', base.base.length);
    Buffer.from(forged).copy(file, at(pdf), at(forged), at(forged) + 2 * contentsRoom + 12);
    return file;
  };
  it('a namesake’s certificate in the place of the member’s, after the seal, breaks what the others signed', () => {
    const same = signMinute({ ...brings(0, { kind: 'rsa2048', label: 'namesake' }), pdf: base.base });
    if (!same.ok) return expect.fail(same.error.code);
    const swapped = swapFirst(minute.pdf, same.value.pdf);
    expect(swapped.length).toBe(minute.pdf.length);
    expect(verifyMinute(swapped.subarray(0, same.value.pdf.length), { root }).signers).toHaveLength(1);
    expect(rulesOf(swapped)).toEqual(expect.arrayContaining(['digest-differs', 'seal-missing']));
    expect(rulesOf(swapped, minute.receipt)).toContain('receipt-certificate');
  });
  it('signed all over again by a namesake who holds every key but the root, it is never established', () => {
    const forged = sealTurns(
      base,
      turnsOf(base.record, namesakeRoot).map((each, index) => (index < 3 ? { ...each, own: makeOwn({ label: `thief ${index}` }) } : each)),
    );
    expect(verifyMinute(forged.pdf, { root }).level).toBe('whole');
    expect(verifyMinute(forged.pdf, { root, receipt: Buffer.from(forged.receipt) }).unknowable).toContain('otherRoot');
    expect(rulesOf(forged.pdf, minute.receipt)).toEqual(expect.arrayContaining(['receipt-root', 'receipt-certificate']));
  });
  it('another certificate of the same member than the one registered is refused, and so is a registered fingerprint changed', () => {
    const other = sealTurns(base, [brings(0, { label: 'second' }), ...turns.slice(1)]);
    expect(rulesOf(other.pdf, minute.receipt)).toContain('receipt-certificate');
    const swapped = minute.receipt.replace(fingerprintOf(own.certificate), fingerprintOf(makeCertificate({ label: 'second' })));
    expect(swapped).not.toBe(minute.receipt);
    expect(rulesOf(minute.pdf, swapped)).toEqual(['receipt-signature']);
  });
  it('a certificate that borrows the name of the organism’s root is refused once the root is known', () => {
    const borrowed = brings(0, { issuer: issuerNameOf(readRoot(testRoot.certificate).organism) });
    let pdf: Uint8Array = forceSign(base.base, borrowed);
    for (const each of turns.slice(1)) pdf = forceSign(pdf, each);
    expect(rulesOf(pdf)).toEqual(['certificate-foreign']);
  });
  it('another name beside the signature than the record’s is refused', () => {
    expect(rulesAt({ ...turn(0), own, signer: { ...turn(0).signer, name: 'Mme Autre' } })).toContain('signer-other');
  });
  it('an hour outside the certificate’s validity is refused', () => {
    expect(rulesAt(brings(0, { to: '20260317160006Z' }))).toContain('imported-time');
    expect(rulesAt(brings(0, { from: '20260317160008Z' }))).toContain('imported-time');
    expect(rulesAt(brings(0, { from: '20260317160007Z', to: '20260317160007Z' }))).toEqual([]);
  });
  it('the reason of a one-time certificate beside one made elsewhere is refused, and the reverse', () => {
    const text = (reason: string): string => `/Reason <feff${Buffer.from(reason, 'utf16le').swap16().toString('hex')}>`;
    const swap = (from: string, to: string) => (written: string) => {
      expect(written).toContain(text(from));
      return written.replace(text(from), text(to));
    };
    expect(rulesAt({ ...turn(0), own }, { alter: swap(importedReason, signatureReason.member) })).toEqual(['increment-differs']);
    expect(rulesAt(turn(0), { alter: swap(signatureReason.member, importedReason) })).toEqual(['increment-differs']);
  });

  const key = keyOf('rsa2048');
  /** The RSA signature of a CMS, its message altered, put back with the same key. */
  const resigned =
    (alter: (message: Buffer) => Buffer) =>
    (cms: Buffer): Buffer => {
      const signature = cms.subarray(-256);
      const message = publicDecrypt({ key: createPublicKey(key), padding: constants.RSA_NO_PADDING }, signature);
      return Buffer.concat([cms.subarray(0, -256), privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, alter(Buffer.from(message)))]);
    };
  const withBytes =
    (at: number, ...bytes: readonly number[]) =>
    (message: Buffer): Buffer => {
      message.set(bytes, at);
      return message;
    };
  it.each([
    ['other padding bytes', withBytes(20, 0xfe)],
    ['another block type', withBytes(1, 0x02)],
    ['a block type of zero', withBytes(0, 0x00, 0x00)],
    [
      'a padding cut short, and garbage after the digest',
      (message: Buffer) => Buffer.concat([message.subarray(0, 10), message.subarray(-52), Buffer.alloc(194, 0x41)]),
    ],
    [
      'a digest without the null of its algorithm',
      (message: Buffer) => {
        const info = Buffer.concat([Buffer.from('302f300b0609608648016503040201', 'hex'), message.subarray(-34)]);
        return Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(256 - info.length - 3, 0xff), Buffer.from([0]), info]);
      },
    ],
    ['another digest', withBytes(255, 0x00)],
  ])('an RSA signature with %s is refused', (_, alter) => {
    expect(rulesAt({ ...turn(0), own }, { cms: resigned((message) => message) })).toEqual([]);
    expect(rulesAt({ ...turn(0), own }, { cms: resigned(alter) })).toEqual(['signature-false']);
  });
  it.each([
    ['P-256', 32, 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'],
    ['P-384', 48, 'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973'],
  ] as const)('the twin of an ECDSA signature on %s, as valid for others, is refused', (kind, length, hex) => {
    const [signer, order] = [makeOwn({ kind }), BigInt(`0x${hex}`)];
    const data = Buffer.from('what is signed');
    const signature = signAsOwner(data, signer);
    const r = signature.subarray(4, 4 + (signature[3] ?? 0));
    const s = BigInt(`0x${signature.subarray(6 + r.length).toString('hex')}`);
    const twin = sequence(integer(r), integer(Buffer.from((order - s).toString(16).padStart(2 * length, '0'), 'hex')));
    expect([signature, twin].map((each) => verify('sha256', data, signer.facts.publicKey, each))).toEqual([true, true]);
    expect([signature, twin].map((each) => isSignedBy(data, signer.facts, each))).toEqual([true, false]);
  });
  it('a namesake’s root cannot take over after a certificate made elsewhere', () => {
    let pdf: Uint8Array = base.base;
    for (const each of [turn(0), brings(1, {}), { ...turn(2), root: namesakeRoot }, { ...turn(3), root: namesakeRoot }]) pdf = forceSign(pdf, each);
    expect(rulesOf(pdf)).toEqual(expect.arrayContaining(['certificate-foreign', 'seal-missing']));
  });
  it('a signature in another encoding is refused: an indefinite length, a length too long, a second certificate', () => {
    const inside = (cms: Buffer): Buffer => cms.subarray(4);
    const loose = (cms: Buffer): Buffer => Buffer.concat([Buffer.from([0x30, 0x80]), inside(cms), Buffer.alloc(2)]);
    const long = (cms: Buffer): Buffer => Buffer.concat([Buffer.from([0x30, 0x83, 0x00]), cms.subarray(2)]);
    expect(rulesAt({ ...turn(0), own }, { cms: loose })).toEqual(['der-malformed']);
    expect(rulesAt({ ...turn(0), own }, { cms: long })).toEqual(['cms-shape']);
  });
  it('a certificate in another encoding than DER is refused, even by who signs with it', () => {
    const certificate = makeCertificate({});
    // The outer length, written in three bytes where two suffice, or left open.
    const long = Buffer.concat([Buffer.from([0x30, 0x83, 0x00]), certificate.subarray(2)]);
    const open = Buffer.concat([Buffer.from([0x30, 0x80]), certificate.subarray(4), Buffer.alloc(2)]);
    for (const [other, rule] of [
      [long, 'imported-shape'],
      [open, 'der-malformed'],
      [Buffer.concat([certificate, Buffer.alloc(1)]), 'der-malformed'],
    ] as const) {
      const read = attempt(() => readImported(other), 'unexpected');
      expect(!read.ok && read.refusal.rule).toBe(rule);
    }
    expect(rulesAt({ ...turn(0), own: { ...makeOwn({}), certificate: long } })).toEqual(['imported-shape']);
  });
  it('a byte changed anywhere in that signature is refused by a named rule', () => {
    const start = base.base.length;
    const end = minute.revisions[1]?.length ?? 0;
    for (let at = start; at < end; at += 37) {
      const file = Buffer.from(minute.pdf);
      file[at] = (file[at] ?? 0) ^ 1;
      const verdict = verifyMinute(file, { root });
      expect(verdict.level, `byte ${at}`).toBe('notIntact');
      expect(
        verdict.faults.map(({ rule }) => rule),
        `byte ${at}`,
      ).not.toContain('unexpected');
    }
  });
  it('a certificate whose every byte is changed in turn never breaks the reader', () => {
    for (let at = 0; at < own.certificate.length; at += 1)
      for (const mask of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(own.certificate);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const read = attempt(() => readImported(changed), 'unexpected');
        expect(read.ok || read.refusal.rule, `byte ${at}`).not.toBe('unexpected');
      }
  });
});
