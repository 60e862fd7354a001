import { beforeAll, describe, expect, it } from 'vitest';
import { forceSign } from '../../tests/fixtures/attacker.ts';
import { makeCertificate, makeOwn, type Made } from '../../tests/fixtures/imported.ts';
import { drawBase, sealTurns, signAll, testRoot, turnsOf, type Base, type SealedMinute, type Turn } from '../../tests/fixtures/signed.ts';
import { importedReason } from '../../words/signature.ts';
import { contentsRoom } from './append.ts';
import { fingerprintOf, issuerNameOf, pemOf, readRoot } from './certificate.ts';
import { readImported } from './imported.ts';
import { checkOwn } from './own.ts';
import { presentVerdict } from './present.ts';
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
const codeOf = (request: Turn, pdf: Uint8Array = base.base): string => {
  const signed = signMinute({ ...request, pdf });
  return signed.ok ? 'signed' : signed.error.code;
};

beforeAll(async () => {
  base = await drawBase(1);
  turns = turnsOf(base.record);
  minute = sealTurns(base, [{ ...turn(0), own }, ...turns.slice(1)]);
});

describe('a minute that a member signs with a certificate of their own', () => {
  it.each([['rsa2048'], ['rsa3072'], ['rsa4096'], ['P-256'], ['P-384']] as const)('is established by the seal, whatever the key (%s)', (kind) => {
    const sealed = sealTurns(base, [brings(0, { kind }), ...turns.slice(1)]);
    expect(verifyMinute(sealed.pdf, { root, receipt: Buffer.from(sealed.receipt) })).toMatchObject({ level: 'established', faults: [] });
    expect(verifyMinute(sealed.pdf, { root })).toMatchObject({ level: 'established', faults: [] });
    expect(verifyMinute(sealed.pdf)).toMatchObject({ level: 'whole', faults: [] });
  });

  it('holds when every member does, in any place, and the seal alone is the organism’s', () => {
    const all = turns.map((each, index) => (index < 3 ? { ...each, own: makeOwn({ kind: 'P-256', label: String(index) }) } : each));
    const sealed = sealTurns(base, all);
    const verdict = verifyMinute(sealed.pdf, { root, receipt: Buffer.from(sealed.receipt) });
    expect(verdict).toMatchObject({ level: 'established', faults: [] });
    expect(verdict.signers.map(({ certificate }) => certificate.kind)).toEqual(['imported', 'imported', 'imported', 'organism']);
    expect(verdict.signers.map(({ name }) => name)).toEqual(turns.map(({ signer }) => signer.name));
    expect(verifyMinute(sealTurns(base, [turn(0), brings(1, {}), turn(2), turn(3)]).pdf, { root }).level).toBe('established');
  });

  it('says for each signer where the certificate comes from, and that the issuer of one brought was not checked', () => {
    const verdict = verifyMinute(minute.pdf, { root, receipt: Buffer.from(minute.receipt) });
    expect(verdict.signers[0]).toMatchObject({
      name: turn(0).signer.name,
      fingerprint: fingerprintOf(own.certificate),
      certificate: {
        kind: 'imported',
        subject: 'Zoé Membre, Cabinet Exemple',
        issuer: 'Autorité de Certification Exemple, Autre Organisme',
        from: '2025-01-01T00:00:00.000Z',
        to: '2028-01-01T00:00:00.000Z',
        algorithm: { kind: 'rsa', bits: 2048 },
      },
    });
    expect(verdict.unknowable).toEqual(['trustedTime', 'identityMixed', 'importedIssuer', 'pages', 'drawing', 'laterMinute']);
    const [brought, issued] = presentVerdict(verdict, 'pv.pdf').signers;
    expect(brought?.certificate.replaceAll(/\s/g, ' ')).toBe(
      'certificat apporté par le signataire, au nom de « Zoé Membre, Cabinet Exemple », émis par « Autorité de Certification Exemple, Autre Organisme » (émetteur non vérifié), valable du 1er janvier 2025 au 1er janvier 2028, RSA 2048 bits',
    );
    expect(issued?.certificate).toBe('certificat émis par l’organisme pour cette signature');
    expect(verifyMinute(sealTurns(base, turns).pdf, { root }).unknowable).toEqual(['trustedTime', 'identity', 'pages', 'drawing', 'laterMinute', 'noReceipt']);
  });

  it('never claims, beside that signature, that the organism issued its certificate', () => {
    const text = (reason: string): string => Buffer.from(reason, 'utf16le').swap16().toString('hex');
    const first = Buffer.from(minute.revisions[1]?.subarray(base.base.length) ?? []).toString('latin1');
    expect(first).toContain(text(importedReason));
    expect(first).not.toContain(text('émis par l’organisme'));
    expect(importedReason).not.toMatch(/émis par l’organisme/);
  });

  it('pins that certificate in the receipt, with the name and quality that the record tells', () => {
    const receipt = JSON.parse(minute.receipt) as { signers: readonly object[] };
    const { name, quality } = turn(0).signer;
    expect(receipt.signers[0]).toEqual({
      field: turn(0).field,
      name,
      quality,
      capacity: 'member',
      fingerprint: fingerprintOf(own.certificate),
      certificate: pemOf(own.certificate),
    });
  });
});

describe('a certificate that may not sign', () => {
  it.each([
    ['expired', { to: '20260316235959Z' }, 'certificate-expired'],
    ['not valid yet', { from: '20260318000000Z' }, 'certificate-not-yet'],
    ['issued in the name of the organism’s root', { issuer: issuerNameOf(readRoot(testRoot.certificate).organism) }, 'certificate-of-organism'],
  ] as const)('%s is refused by name, and nothing is signed', (_, made, code) => {
    expect(codeOf(brings(0, made))).toBe(code);
  });

  it('expires at the end of its last second, and begins with its first', () => {
    const edge = makeOwn({ from: '20260317160000Z', to: '20260317160007Z' });
    expect(checkOwn(edge, '2026-03-17T16:00:07.999Z', testRoot.certificate)).toEqual({ ok: true, value: true });
    expect(checkOwn(edge, '2026-03-17T16:00:08.000Z', null)).toMatchObject({
      error: { code: 'certificate-expired', facts: { to: '2026-03-17T16:00:07.000Z' } },
    });
    expect(checkOwn(edge, '2026-03-17T15:59:59.999Z', null)).toMatchObject({
      error: { code: 'certificate-not-yet', facts: { from: '2026-03-17T16:00:00.000Z' } },
    });
  });

  it('never seals: the origin is always established by the organism’s root', () => {
    const { pdf } = signAll(base.base, turns.slice(0, 3));
    expect(codeOf({ ...turn(3), own }, pdf)).toBe('certificate-seal');
    expect(rulesOf(forceSign(pdf, { ...turn(3), own }))).toEqual(expect.arrayContaining(['imported-seal', 'seal-missing']));
  });

  it('that fills the room of a signature is refused, and one that just fits signs', () => {
    const room = (ballast: number): string => codeOf(brings(0, { ballast }));
    expect([room(2500), room(4000)]).toEqual(['signed', 'certificate-too-big']);
    const signed = signMinute({ ...brings(0, { ballast: 4000 }), pdf: base.base });
    expect(signed).toMatchObject({ error: { facts: { most: contentsRoom } } });
  });

  const unread: readonly (readonly [string, Made, string])[] = [
    ['a key of 1024 bits', { kind: 'rsa1024' }, 'imported-weak'],
    ['an exponent of 3', { kind: 'rsa2048e3' }, 'imported-weak'],
    ['the curve P-521', { kind: 'P-521' }, 'imported-weak'],
    ['a usage of ciphering alone', { usage: [5, 0x20] }, 'imported-usage'],
    ['a usage of certifying alone', { usage: [2, 0x04] }, 'imported-usage'],
    ['no version', { body: (body) => Buffer.concat([body.subarray(0, 4), Buffer.from('a003020100', 'hex'), body.subarray(9)]) }, 'imported-shape'],
  ];
  it.each(unread)('with %s is not read', (_, made, rule) => {
    const read = attempt(() => readImported(makeCertificate(made)), 'unexpected');
    expect(!read.ok && read.refusal.rule).toBe(rule);
  });
  it('with either usage of signing, or none said, is read', () => {
    for (const usage of [[7, 0x80], [6, 0x40], [6, 0xc0], null] as const)
      expect(readImported(makeCertificate({ usage })).subject).toBe('Zoé Membre, Cabinet Exemple');
  });
  it('shows its names on one line, without letters that hide or turn the writing', () => {
    expect(readImported(makeCertificate({ subject: 'Zoé\u202E\u0000\n Membre', organisation: 'x'.repeat(400) })).subject).toMatch(/^Zoé Membre, x{140,}…$/);
  });
});
