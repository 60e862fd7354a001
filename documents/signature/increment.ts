import type { Hash } from 'node:crypto';
import { contentsRoom, writeIncrement, type Growth } from './append.ts';
import { isPlainDrawing } from './appearance.ts';
import { fingerprintOf, instantOfStamp, type RootFacts, type Signer } from './certificate.ts';
import { readCms, type CmsFacts } from './cms.ts';
import { inflate, sealField, type Base } from './form.ts';
import { refuse } from './refusal.ts';
import { offsetIn, readObject, type Revision } from './revision.ts';
import { need, textOfString } from './syntax.ts';
import type { VerifiedSigner } from './verdict.ts';

/** What one increment signs: the field, the signer its certificate names, the certificates. */
export interface ReadIncrement {
  readonly signer: VerifiedSigner;
  readonly stamp: string;
  /** The root of a one-time certificate, or null when the certificate was made elsewhere. */
  readonly root: { readonly certificate: Buffer; readonly facts: RootFacts } | null;
  /** The issuer's name of a certificate made elsewhere. */
  readonly issuerName: Buffer | null;
}

const largestDrawing = 4 * 1024 * 1024;

/** Who a certificate made elsewhere signs for: the member whom the dictionary names, never the lead. The record tells the quality. */
const memberOf = (field: string, name: string): Signer => (field === sealField ? refuse('imported-seal') : { name, capacity: 'member', quality: '' });

const certificateOf = (cms: CmsFacts): VerifiedSigner['certificate'] => {
  if (cms.kind === 'organism') return { kind: 'organism' };
  const { subject, issuer, from, to, algorithm } = cms.facts;
  return { kind: 'imported', subject, issuer, from: instantOfStamp(from), to: instantOfStamp(to), algorithm };
};

/**
 * Checks one increment: the field it signs, its drawing, its signature, then the whole rebuilt by the signer's own writer and compared byte for byte.
 * `hash` has taken in every byte before the increment and takes in all of it, whatever happens.
 */
export const checkIncrement = (
  file: Buffer,
  base: Base,
  revision: Revision,
  growth: Growth,
  rank: number,
  sameRoot: Buffer | null,
  hash: Hash,
): ReadIncrement => {
  let hashed = revision.start;
  try {
    const field = base.fields.find(({ number }) => offsetIn(file, revision, number) !== null) ?? refuse('increment-foreign', { revision: rank });
    const dictionary = readObject(file, revision, growth.size).value;
    const contents = need(dictionary, 'Contents', 'string');
    const raw = file.toString('latin1', contents.start, contents.end);
    if (raw !== `<${contents.bytes.toString('hex')}>` || contents.bytes.length !== contentsRoom) refuse('contents-encoding', { field: field.name });
    const stamp = need(dictionary, 'M', 'string').bytes.toString('latin1').slice(2);
    const named = textOfString(need(dictionary, 'Name', 'string').bytes);
    const drawing = readObject(file, revision, growth.size + 1).stream ?? refuse('drawing-foreign', { field: field.name });
    if (!isPlainDrawing(inflate(drawing, largestDrawing))) refuse('drawing-foreign', { field: field.name });
    hash.update(file.subarray(hashed, contents.start));
    hashed = contents.start;
    const digest = hash.copy().update(file.subarray(contents.end, revision.end)).digest();
    const cms = readCms(contents.bytes, digest, sameRoot, named);
    const imported = cms.kind === 'imported';
    const signer = cms.kind === 'organism' ? cms.leafFacts.signer : memberOf(field.name, named);
    if (cms.kind === 'organism' && cms.leafFacts.stamp !== stamp) refuse('time-differs', { name: signer.name });
    if (cms.kind === 'imported' && (stamp < cms.facts.from || stamp > cms.facts.to)) refuse('imported-time', { name: signer.name });
    const expected = writeIncrement(file, base, growth, { field, signer, stamp, drawing, imported });
    expected.bytes.write(contents.bytes.toString('hex'), expected.hole.start - growth.length + 1, 'latin1');
    const found = file.subarray(revision.start, revision.end);
    if (!expected.bytes.equals(found)) {
      const at = expected.bytes.findIndex((byte, index) => byte !== found[index]);
      refuse('increment-differs', { field: field.name, at: growth.length + Math.max(at, 0) });
    }
    return {
      signer: { field: field.name, ...signer, claimedAt: instantOfStamp(stamp), fingerprint: fingerprintOf(cms.leaf), certificate: certificateOf(cms) },
      stamp,
      root: cms.kind === 'organism' ? { certificate: cms.root, facts: cms.rootFacts } : null,
      issuerName: cms.kind === 'imported' ? cms.facts.issuerName : null,
    };
  } finally {
    hash.update(file.subarray(hashed, revision.end));
  }
};
