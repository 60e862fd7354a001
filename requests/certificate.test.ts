import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyFile } from '../documents/archive/verify-file.ts';
import { fingerprintOf } from '../documents/signature/certificate.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { hasOpenssl, keyOf, makeCertificate, makeP12, type Made } from '../tests/fixtures/imported.ts';
import { everyByte, formsOf } from '../tests/fixtures/store-bytes.ts';
import { SigningRoom } from '../tests/fixtures/signing.ts';

const passphrase = 'mot de passe d’un membre';
const p12 = (made: Made = {}, change: Partial<Parameters<typeof makeP12>[0]> = {}): Buffer =>
  makeP12({ key: keyOf(made.kind ?? 'P-256', made.label), certificates: [makeCertificate(made)], passphrase, ...change });
let room: SigningRoom;

beforeAll(async () => {
  room = await new SigningRoom().print();
});
afterAll(() => room.dispose());

const choose = async (bytes: Uint8Array | string): Promise<string> => {
  room.dialogs.offer('certificat.p12', bytes);
  return (await room.must('certificate.choose', {})).handle;
};
const open = async (bytes: Uint8Array | string, typed = passphrase) => room.desk.ask('certificate.open', { handle: await choose(bytes), passphrase: typed });
const signed = async (): Promise<number> => {
  const { signers } = await room.must('minute.signing', { sessionId: room.sessionId });
  return signers.filter(({ signedAt }) => signedAt !== null).length;
};

test('nothing is chosen when the dialog is left', async () => {
  expect(await room.desk.ask('certificate.choose', {})).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('a file that is gone, or no certificate, is told so', async () => {
  expect(await room.desk.ask('certificate.open', { handle: 'gone', passphrase })).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
  expect(await open('-----BEGIN CERTIFICATE-----')).toMatchObject({ ok: false, error: { code: 'certificate-not-pkcs12' } });
});

test.skipIf(!hasOpenssl)('what a certificate says is shown before it signs (skipped without openssl)', async () => {
  expect(await open(p12({ kind: 'rsa3072' }))).toEqual({
    ok: true,
    value: {
      subject: 'Zoé Membre, Cabinet Exemple',
      issuer: 'Autorité de Certification Exemple, Autre Organisme',
      from: '2025-01-01T00:00:00.000Z',
      to: '2028-01-01T00:00:00.000Z',
      fingerprint: fingerprintOf(makeCertificate({ kind: 'rsa3072' })),
      algorithm: 'RSA\u00A03072\u00A0bits',
    },
  });
});

test.skipIf(!hasOpenssl)('the certificate of the key is found among those of its chain, wherever it lies (skipped without openssl)', async () => {
  const [own, other] = [makeCertificate({ label: 'chain' }), makeCertificate({ label: 'other', subject: 'Autorité' })];
  expect(await open(makeP12({ key: keyOf('P-256', 'chain'), certificates: [own, other], passphrase }))).toMatchObject({
    value: { subject: 'Zoé Membre, Cabinet Exemple' },
  });
});

const refusals: readonly (readonly [string, () => Buffer, string, string])[] = [
  ['a wrong passphrase', () => p12(), 'certificate-passphrase-wrong', 'autre'],
  ['no key', () => p12({}, { key: null }), 'certificate-without-key', passphrase],
  ['an expired certificate', () => p12({ to: '20260317000000Z' }), 'certificate-expired', passphrase],
  ['a certificate of tomorrow', () => p12({ from: '20260401000000Z' }), 'certificate-not-yet', passphrase],
  ['a certificate made to cipher', () => p12({ usage: [5, 0x20] }), 'certificate-usage', passphrase],
  ['a key of 1024 bits', () => p12({ kind: 'rsa1024' }), 'certificate-weak', passphrase],
  ['the curve P-521', () => p12({ kind: 'P-521' }), 'certificate-weak', passphrase],
  ['a certificate too large', () => p12({ ballast: 4000 }), 'certificate-too-big', passphrase],
];
test.skipIf(!hasOpenssl).each(refusals)(
  '%s is refused by its own name, when it is shown and when it signs, and nothing is signed (skipped without openssl)',
  async (_, make, code, typed) => {
    const bytes = make();
    expect(await open(bytes, typed)).toMatchObject({ ok: false, error: { code } });
    expect(await room.sign(0, { certificate: { handle: await choose(bytes), passphrase: typed } })).toMatchObject({ ok: false, error: { code } });
    expect(await signed()).toBe(0);
  },
);

test.skipIf(!hasOpenssl)('a key that is not that of the certificate is refused by name (skipped without openssl)', async () => {
  // openssl refuses to put them together: the key of one file, in the clear, takes the place of the other's.
  const plain = ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac'];
  const [one, two] = [p12({ label: 'one' }, { options: plain }), p12({ label: 'two' }, { options: plain })];
  const pkcs8 = (label: string): Buffer => keyOf('P-256', label).export({ type: 'pkcs8', format: 'der' });
  const at = one.indexOf(pkcs8('one'));
  expect([at > 0, pkcs8('one').length === pkcs8('two').length, two.includes(pkcs8('two'))]).toEqual([true, true, true]);
  pkcs8('two').copy(one, at);
  expect(await open(one)).toMatchObject({ ok: false, error: { code: 'certificate-key-other' } });
});

test.skipIf(!hasOpenssl)('the PIN comes first: a wrong one opens no certificate (skipped without openssl)', async () => {
  const certificate = { handle: await choose(p12()), passphrase };
  expect(await room.sign(0, { certificate, pin: '0000' })).toMatchObject({ ok: false, error: { code: 'pin-wrong' } });
  expect(await signed()).toBe(0);
});

test.skipIf(!hasOpenssl)(
  'a member signs with their own certificate, the seal stays the organism’s, the archive is established, and neither key nor passphrase is kept (skipped without openssl)',
  async () => {
    const made: Made = { kind: 'rsa2048', label: 'member' };
    const certificate = { handle: await choose(p12(made)), passphrase };
    expect(await room.sign(0, { certificate })).toMatchObject({ ok: true });
    await room.restart();
    for (const who of room.members.slice(1).map((_, rank) => rank + 1)) expect(await room.sign(who)).toMatchObject({ ok: true });
    expect(await room.sign('lead', { certificate })).toMatchObject({ ok: false, error: { code: 'certificate-seal' } });
    // Whatever the certificate: it is not even opened.
    expect(await room.sign('lead', { certificate: { ...certificate, passphrase: 'autre' } })).toMatchObject({ ok: false, error: { code: 'certificate-seal' } });
    expect(await room.sign('lead')).toMatchObject({ ok: true, value: { phase: 'sealed' } });
    const archive = await archived((name, input) => room.must(name, input), room.sessionId);
    expect(archive.verdict).toMatchObject({ level: 'established', faults: [] });
    expect(archive.verdict.signers.map(({ certificate: said }) => said.startsWith('certificat apporté par le signataire'))).toEqual([
      true,
      ...room.members.map(() => false),
    ]);
    const written = room.dialogs.written.get(archive.fileName) ?? new Uint8Array();
    expect((await verifyFile(written, { name: 'archive.zip' })).level).toBe('whole');
    room.desk.close();
    const bytes = everyByte(room.storeFolder, room.scenario.passphrase);
    const holds = (sought: Buffer): boolean => bytes.some((file) => file.includes(sought));
    const key = keyOf('rsa2048', 'member').export({ format: 'jwk' });
    for (const part of [key.d, key.p, key.q].map((each) => Buffer.from(each ?? '', 'base64url'))) expect(formsOf(part).some(holds)).toBe(false);
    expect(holds(Buffer.from(passphrase))).toBe(false);
    // What is kept, and found by the same search: the certificate, in the signature.
    expect(holds(Buffer.from(makeCertificate(made).toString('hex')))).toBe(true);
  },
  60_000,
);
