import { done, failed, type Result } from '../domain/errors.ts';
import type { OwnCertificateInput } from '../domain/own-certificate.ts';
import { instant, type Instant } from '../domain/time.ts';
import { readOrganismState } from '../db/organism.ts';
import { fingerprintOf, instantOfStamp } from '../documents/signature/certificate.ts';
import type { OwnCertificate } from '../documents/signature/imported-key.ts';
import { checkOwn, openOwn } from '../documents/signature/own.ts';
import { sayAlgorithm } from '../documents/signature/present.ts';
import type { Handlers } from './desk.ts';
import { readChosen } from './file.ts';
import { requireStore, type Office } from './office.ts';

/** Opens a member's own certificate for one signature: read from its file now, checked, and left to the memory of the call alone. */
export const openCertificate = async (office: Office, { handle, passphrase }: OwnCertificateInput, at: Instant): Promise<Result<OwnCertificate>> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const bytes = await readChosen(office, { handle, name: '' });
  if (!bytes.ok) return bytes;
  const own = openOwn(bytes.value, passphrase);
  if (!own.ok) return own;
  const may = checkOwn(own.value, at, readOrganismState(store.value.db)?.certificate ?? null);
  return may.ok ? own : may;
};

/** A member's own certificate: chosen by the person, opened to be shown before it signs. */
export const certificateRequests = {
  'certificate.choose': async (office) => {
    const [file] = await office.tools.dialogs.openFiles('certificate');
    return file ? done({ handle: file.handle, fileName: file.name }) : failed('cancelled');
  },
  'certificate.open': async (office, input) => {
    const own = await openCertificate(office, input, office.tools.clock.now());
    if (!own.ok) return own;
    const { certificate, facts } = own.value;
    return done({
      subject: facts.subject,
      issuer: facts.issuer,
      from: instant.parse(instantOfStamp(facts.from)),
      to: instant.parse(instantOfStamp(facts.to)),
      fingerprint: fingerprintOf(certificate),
      algorithm: sayAlgorithm(facts.algorithm),
    });
  },
} satisfies Handlers;
