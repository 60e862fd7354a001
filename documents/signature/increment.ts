import type { Hash } from 'node:crypto';
import { contentsRoom, writeIncrement, type Growth } from './append.ts';
import { isPlainDrawing } from './appearance.ts';
import { fingerprintOf, instantOfStamp, type RootFacts } from './certificate.ts';
import { readCms } from './cms.ts';
import { inflate, type Base } from './form.ts';
import { refuse } from './refusal.ts';
import { offsetIn, readObject, type Revision } from './revision.ts';
import { need } from './syntax.ts';
import type { VerifiedSigner } from './verdict.ts';

/** What one increment signs: the field, the signer its certificate names, the certificates. */
export interface ReadIncrement {
  readonly signer: VerifiedSigner;
  readonly stamp: string;
  readonly root: Buffer;
  readonly rootFacts: RootFacts;
}

const largestDrawing = 4 * 1024 * 1024;

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
    const drawing = readObject(file, revision, growth.size + 1).stream ?? refuse('drawing-foreign', { field: field.name });
    if (!isPlainDrawing(inflate(drawing, largestDrawing))) refuse('drawing-foreign', { field: field.name });
    hash.update(file.subarray(hashed, contents.start));
    hashed = contents.start;
    const digest = hash.copy().update(file.subarray(contents.end, revision.end)).digest();
    const { leaf, leafFacts, root, rootFacts } = readCms(contents.bytes, digest, sameRoot);
    const { signer } = leafFacts;
    if (leafFacts.stamp !== stamp) refuse('time-differs', { name: signer.name });
    const expected = writeIncrement(file, base, growth, { field, signer, stamp, drawing });
    expected.bytes.write(contents.bytes.toString('hex'), expected.hole.start - growth.length + 1, 'latin1');
    const found = file.subarray(revision.start, revision.end);
    if (!expected.bytes.equals(found)) {
      const at = expected.bytes.findIndex((byte, index) => byte !== found[index]);
      refuse('increment-differs', { field: field.name, at: growth.length + Math.max(at, 0) });
    }
    return { signer: { field: field.name, ...signer, claimedAt: instantOfStamp(stamp), fingerprint: fingerprintOf(leaf) }, stamp, root, rootFacts };
  } finally {
    hash.update(file.subarray(hashed, revision.end));
  }
};
