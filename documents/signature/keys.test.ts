import { createPublicKey, randomBytes, verify, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixedRandom, namesakeRoot, testRoot } from '../../tests/fixtures/signed.ts';
import { createRoot, issueLeaf, pemOf, readLeaf, readRoot } from './certificate.ts';
import { bits, integer, readAll, readFirst, sequence } from './der.ts';
import { checkBytes, makeKey, openKey, readKey, sealKey, signBytes } from './keys.ts';
import { attempt } from './refusal.ts';

const signer = { name: 'Mme Éléonore d’Exemple-Łukasz', capacity: 'member', quality: 'Architecte « logiciel »' } as const;
const at = '2026-03-17T16:00:00.500Z';
const issue = (key = makeKey()) => issueLeaf({ root: testRoot, signer, at, point: key.point, random: fixedRandom('leaf') });

describe('a sealed private key', () => {
  const secret = randomBytes(32);
  it('opens with its secret and no other', () => {
    const sealed = sealKey(testRoot.privateKey, secret);
    expect(Buffer.from(openKey(sealed, secret) ?? []).equals(Buffer.from(testRoot.privateKey))).toBe(true);
    expect(openKey(sealed, randomBytes(32))).toBeNull();
  });
  it('does not open when any of its bytes changed', () => {
    const sealed = Buffer.from(sealKey(testRoot.privateKey, secret));
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(openKey(changed, secret)).toBeNull();
    }
    expect(openKey(Buffer.alloc(3), secret)).toBeNull();
  });
  it('never gives the same bytes twice', () => {
    expect(Buffer.from(sealKey(testRoot.privateKey, secret)).equals(Buffer.from(sealKey(testRoot.privateKey, secret)))).toBe(false);
  });
});

describe('a signature', () => {
  it('is valid for node:crypto and always in low form', () => {
    const half = BigInt('0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8');
    const key = makeKey();
    for (let turn = 0; turn < 40; turn += 1) {
      const data = randomBytes(50);
      const signature = signBytes(data, key.privateKey);
      expect(verify('sha256', data, createPublicKey(key.privateKey), signature)).toBe(true);
      const lengthOfR = signature[3] ?? 0;
      expect(BigInt(`0x${signature.subarray(6 + lengthOfR).toString('hex')}`) <= half).toBe(true);
      expect(checkBytes(data, key.point, signature)).toBe(true);
      expect(checkBytes(randomBytes(50), key.point, signature)).toBe(false);
      const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
      const s = BigInt(`0x${signature.subarray(6 + lengthOfR).toString('hex')}`);
      const twin = sequence(integer(signature.subarray(4, 4 + lengthOfR)), integer(Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex')));
      expect(verify('sha256', data, createPublicKey(key.privateKey), twin)).toBe(true);
      expect(checkBytes(data, key.point, twin)).toBe(false);
    }
  });
});

describe('the root certificate', () => {
  it('is a certificate authority for node:crypto, signed by itself, with its accents', () => {
    const certificate = new X509Certificate(testRoot.certificate);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(readKey(testRoot.privateKey).privateKey)).toBe(true);
    expect(certificate.subject).toContain('O=Organisme Exemple & Fils (très accentué : éàü)');
  });
  it('is refused when a byte changes', () => {
    for (let index = 0; index < testRoot.certificate.length; index += 1) {
      const changed = Buffer.from(testRoot.certificate);
      changed[index] = (changed[index] ?? 0) ^ 1;
      const read = attempt(() => readRoot(changed), 'unexpected');
      expect(read.ok, `byte ${index}`).toBe(false);
      expect(read.ok || read.refusal.rule, `byte ${index}`).not.toBe('unexpected');
    }
  });
  it('holds after 2050 too, where X.509 changes its way of writing years', () => {
    const late = createRoot({ organism: 'Organisme Exemple', at: '2051-02-03T04:05:06.000Z', random: fixedRandom('late') });
    expect(new X509Certificate(late.certificate).validFrom).toBe('Feb  3 04:05:06 2051 GMT');
    expect(readRoot(late.certificate).stamp).toBe('20510203040506Z');
  });
});

describe('a one-time certificate', () => {
  it('names its person for node:crypto and is issued by the root', () => {
    const certificate = new X509Certificate(issue());
    const root = new X509Certificate(testRoot.certificate);
    expect(certificate.subject).toContain(`CN=${signer.name}`);
    expect(certificate.checkIssued(root)).toBe(true);
    expect(certificate.verify(root.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.validFrom).toBe('Mar 17 16:00:00 2026 GMT');
  });
  it('reads back what it says', () => {
    expect(readLeaf(issue(), readRoot(testRoot.certificate))).toMatchObject({ signer, stamp: '20260317160000Z' });
  });
  it('is refused under a namesake root', () => {
    const read = attempt(() => readLeaf(issue(), readRoot(namesakeRoot.certificate)), 'unexpected');
    expect(!read.ok && read.refusal.rule).toBe('certificate-foreign');
  });
  it('is refused when a byte changes', () => {
    const leaf = issue();
    for (let index = 0; index < leaf.length; index += 1) {
      const changed = Buffer.from(leaf);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(attempt(() => readLeaf(changed, readRoot(testRoot.certificate)), 'unexpected').ok, `byte ${index}`).toBe(false);
    }
  });
  it('is refused in another shape, even when the root signed it', () => {
    const leaf = issue();
    const [body, algorithm] = readAll(readFirst(leaf).content).map(({ whole }) => whole);
    if (body === undefined || algorithm === undefined) return expect.fail('no body');
    const usage = body.indexOf(Buffer.from([0x03, 0x02, 0x06, 0xc0]));
    expect(usage).toBeGreaterThan(0);
    const wider = Buffer.from(body).fill(0xe0, usage + 3, usage + 4);
    const certificate = sequence(wider, algorithm, bits(signBytes(wider, readKey(testRoot.privateKey).privateKey)));
    expect(new X509Certificate(certificate).verify(new X509Certificate(testRoot.certificate).publicKey)).toBe(true);
    const read = attempt(() => readLeaf(certificate, readRoot(testRoot.certificate)), 'unexpected');
    expect(!read.ok && read.refusal.rule).toBe('certificate-shape');
  });
  it('is PEM that node:crypto reads', () => {
    const leaf = issue();
    expect(new X509Certificate(pemOf(leaf)).raw.equals(leaf)).toBe(true);
  });
});
