import { expect, test } from 'vitest';
import { answerOf, recordSession } from '../../tests/fixtures/machine.ts';
import { refuseCertificates } from './certificates.ts';

test('no certificate of a server is accepted, even one that the system trusts', () => {
  const { part, handler } = recordSession();
  refuseCertificates(part);
  for (const verificationResult of ['net::OK', 'net::ERR_CERT_AUTHORITY_INVALID'])
    expect(answerOf(handler('setCertificateVerifyProc'), { hostname: 'example.org', verificationResult })).toBe(-2);
});
