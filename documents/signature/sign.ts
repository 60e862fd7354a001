import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../../domain/errors.ts';
import { signatureInstant, signatureLines } from '../../words/signature.ts';
import { writeIncrement, type Growth } from './append.ts';
import { drawSignature, type Appearance, type SignatureFonts } from './appearance.ts';
import { fingerprintOf, instantOfStamp, issueLeaf, pemOf, readRoot, stampOfInstant, type Random, type Root, type Signer } from './certificate.ts';
import { writeCms, writeOwnCms } from './cms.ts';
import { readBase, sealField, type Base, type Field } from './form.ts';
import type { OwnCertificate } from './imported-key.ts';
import { makeKey } from './keys.ts';
import { checkOwn } from './own.ts';
import { attempt, refuse } from './refusal.ts';
import { offsetIn, readObject, readRevisions, type Revision } from './revision.ts';
import { need } from './syntax.ts';

/** What signing needs. `at` is the clock's instant, printed under the signature in `timeZone`. */
export interface SigningRequest {
  readonly pdf: Uint8Array;
  readonly field: string;
  readonly signer: Signer;
  readonly appearance: Appearance;
  readonly root: Root;
  readonly at: string;
  readonly timeZone: string;
  readonly random: Random;
  readonly fonts: SignatureFonts;
  /** A member's own certificate, made elsewhere, in the place of a one-time one. */
  readonly own?: OwnCertificate | undefined;
}

/** What signing gives: the longer file, and the certificate; a one-time key is already gone. */
export interface SignedMinute {
  readonly pdf: Uint8Array;
  readonly certificatePem: string;
  readonly fingerprint: string;
}

interface State {
  readonly file: Buffer;
  readonly base: Base;
  readonly growth: Growth;
  readonly signed: readonly { readonly field: Field; readonly stamp: string }[];
}

const signedIn = (file: Buffer, base: Base, revision: Revision): { readonly field: Field; readonly stamp: string } => {
  const field = base.fields.find(({ number }) => offsetIn(file, revision, number) !== null) ?? refuse('increment-foreign', { revision: 0 });
  const signature = need(readObject(file, revision, field.number).value, 'V', 'reference').number;
  return {
    field,
    stamp: need(readObject(file, revision, signature).value, 'M', 'string')
      .bytes.toString('latin1')
      .slice(2),
  };
};

const readState = (pdf: Uint8Array): State => {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const [first = refuse('pdf-revisions'), ...increments] = readRevisions(file);
  const base = readBase(file, first);
  const last = increments.at(-1) ?? first;
  const signed = increments.map((revision) => signedIn(file, base, revision));
  return { file, base, signed, growth: { length: file.length, table: last.table, size: last.size, signatures: increments.length } };
};

/** The fields of a minute in the order of its form, the seal last or where the base put it, and whether each is signed. */
export const listFields = (pdf: Uint8Array): Result<readonly { readonly field: string; readonly signed: boolean }[]> => {
  const state = attempt(() => readState(pdf), 'pdf-syntax');
  if (!state.ok) return failed('file-unreadable', { rule: String(state.refusal.rule) });
  const signed = new Set(state.value.signed.map(({ field }) => field.name));
  return done(state.value.base.fields.map(({ name }) => ({ field: name, signed: signed.has(name) })));
};

const unfit = ({ field, signer, at, root, timeZone, own }: SigningRequest, state: State): Result<Field> => {
  const signed = new Set(state.signed.map((one) => one.field.name));
  const wanted = state.base.fields.find(({ name }) => name === field);
  if (wanted === undefined) return failed('not-found', { what: 'field', field });
  if (signed.has(sealField)) return failed('minute-sealed');
  if (signed.has(field)) return failed('already-signed', { field });
  const missing = state.base.fields.filter(({ name }) => name !== sealField && !signed.has(name)).map(({ name }) => name);
  if (field === sealField && missing.length > 0) return failed('signature-missing', { fields: missing });
  if ((field === sealField) !== (signer.capacity === 'lead')) return failed('request-malformed', { reason: 'capacity' });
  // The seal is always under the organism's root: it is what establishes the origin of the whole.
  if (own !== undefined && signer.capacity === 'lead') return failed('certificate-seal');
  const valid = own === undefined ? done(true) : checkOwn(own, at, root.certificate);
  if (!valid.ok) return valid;
  const named = [signer.name, signer.quality].every((text) => text.trim() === text && text.length <= 200 && !/\p{C}/u.test(text));
  if (!named || signer.name === '') return failed('request-malformed', { reason: 'name' });
  const [earliest = ''] = [readRoot(root.certificate).stamp, ...state.signed.map(({ stamp }) => stamp)].sort().reverse();
  return stampOfInstant(at) < earliest ? failed('clock-set-back', { now: at, earliest: instantOfStamp(earliest), timeZone }) : done(wanted);
};

/** Makes a key, certifies it by the root, signs once and forgets it. */
const certifyAndSign = ({ root, signer, at, random }: SigningRequest, digest: Uint8Array): { readonly cms: Buffer; readonly leaf: Buffer } => {
  const key = makeKey();
  const leaf = issueLeaf({ root, signer, at, point: key.point, random });
  return { cms: writeCms({ digest, key, leaf, root: root.certificate }), leaf };
};

/**
 * Signs one field of a minute: a key made now, certified by the root, used once and dropped, or a member's own certificate; one increment appended.
 * Members sign in any order; the seal comes last. Errors: file-unreadable, not-found, minute-sealed, already-signed, signature-missing, clock-set-back {now, earliest, timeZone}, request-malformed, glyph-missing,
 * and for an own certificate certificate-seal, certificate-not-yet, certificate-expired, certificate-of-organism, certificate-too-big.
 */
export const signMinute = (request: SigningRequest): Result<SignedMinute> => {
  const state = attempt(() => readState(request.pdf), 'pdf-syntax');
  if (!state.ok) return failed('file-unreadable', { rule: String(state.refusal.rule) });
  const { file, base, growth } = state.value;
  const field = unfit(request, state.value);
  if (!field.ok) return field;
  const { signer, at, own } = request;
  const lines = signatureLines(signer, signatureInstant(at, request.timeZone));
  const drawing = drawSignature({ field: field.value, appearance: request.appearance, lines, fonts: request.fonts });
  if (!drawing.ok) return drawing;
  const { bytes, hole } = writeIncrement(file, base, growth, {
    field: field.value,
    signer,
    stamp: stampOfInstant(at),
    drawing: drawing.value,
    imported: own !== undefined,
  });
  const [from, to] = [hole.start - file.length, hole.end - file.length];
  const digest = createHash('sha256').update(file).update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest();
  const { cms, leaf } = own === undefined ? certifyAndSign(request, digest) : { cms: writeOwnCms(digest, own), leaf: own.certificate };
  const most = (hole.end - hole.start - 2) / 2;
  if (cms.length > most)
    return own === undefined ? failed('request-malformed', { reason: 'name' }) : failed('certificate-too-big', { bytes: cms.length, most });
  bytes.write(cms.toString('hex'), from + 1, 'latin1');
  return done({ pdf: Buffer.concat([file, bytes]), certificatePem: pemOf(leaf), fingerprint: fingerprintOf(leaf) });
};
