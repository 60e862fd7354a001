import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { done, failed, type ErrorCode, type Result } from '../../domain/errors.ts';
import { readPkcs12 } from '../pkcs12/read.ts';
import { contentsRoom } from './append.ts';
import { instantOfStamp, issuerNameOf, readRoot, stampOfInstant } from './certificate.ts';
import { sizeOfOwnCms } from './cms.ts';
import { readImported } from './imported.ts';
import type { OwnCertificate } from './imported-key.ts';
import { attempt } from './refusal.ts';

const openKey = (pkcs8: Buffer): KeyObject | null => {
  try {
    return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  } catch {
    return null;
  }
};

const reasons = { shape: 'certificate-not-pkcs12', protection: 'certificate-protection', passphrase: 'certificate-passphrase-wrong' } as const;
const refusals: Readonly<Record<string, ErrorCode>> = { 'imported-usage': 'certificate-usage', 'imported-weak': 'certificate-weak' };

/**
 * Opens a member's own certificate and key from a PKCS#12 file; both stay in memory, for one signature.
 * Errors: certificate-not-pkcs12, certificate-protection, certificate-passphrase-wrong, certificate-without-key, certificate-key-other, certificate-usage, certificate-weak, certificate-too-big.
 */
export const openOwn = (bytes: Uint8Array, passphrase: string): Result<OwnCertificate> => {
  const contents = readPkcs12(bytes, passphrase);
  if (typeof contents === 'string') return failed(reasons[contents]);
  if (contents.keys.length === 0) return failed('certificate-without-key');
  const keys = contents.keys.map(openKey);
  if (keys.every((key) => key === null)) return failed('certificate-weak');
  const read = contents.certificates.map((certificate) => ({ certificate, facts: attempt(() => readImported(certificate), 'imported-shape') }));
  let refused: ErrorCode = 'certificate-key-other';
  for (const privateKey of keys) {
    if (privateKey === null) continue;
    const publicKey = createPublicKey(privateKey);
    for (const { certificate, facts } of read) {
      if (!facts.ok) {
        refused = refusals[facts.refusal.rule] ?? refused;
        continue;
      }
      if (!publicKey.equals(facts.value.publicKey)) continue;
      const own = { certificate, facts: facts.value, privateKey };
      const size = sizeOfOwnCms(own);
      return size <= contentsRoom ? done(own) : failed('certificate-too-big', { bytes: size, most: contentsRoom });
    }
  }
  return failed(refused);
};

/** Whether a certificate may sign at an instant, beside this root. Errors: certificate-not-yet {from}, certificate-expired {to}, certificate-of-organism. */
export const checkOwn = ({ facts }: Pick<OwnCertificate, 'facts'>, at: string, root: Uint8Array | null): Result<true> => {
  const stamp = stampOfInstant(at);
  if (stamp < facts.from) return failed('certificate-not-yet', { from: instantOfStamp(facts.from) });
  if (stamp > facts.to) return failed('certificate-expired', { to: instantOfStamp(facts.to) });
  if (root !== null && facts.issuerName.equals(issuerNameOf(readRoot(root).organism))) return failed('certificate-of-organism');
  return done(true);
};
