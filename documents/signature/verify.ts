import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { minuteNumber, recordText, type SessionRecord } from '../../domain/minute.ts';
import type { Growth } from './append.ts';
import { certificatesOf, fingerprintOf, issuerNameOf, readRoot } from './certificate.ts';
import { readBase, readEmbedded, sealField, type Base, type Embedded } from './form.ts';
import { checkIncrement, type ReadIncrement } from './increment.ts';
import { expectedSigners, readReceipt, type CheckedReceipt } from './receipt.ts';
import { attempt, refuse } from './refusal.ts';
import { readRevisions, readTiles } from './revision.ts';
import { faultOf, unreadable, type Check, type Fault, type Unknowable, type Verdict, type VerifiedSigner } from './verdict.ts';
import { checkVocabulary } from './vocabulary.ts';

/** What may be known beside the file: the receipt of the archive, and root certificates (PEM) known otherwise. */
export interface Known {
  readonly receipt?: Uint8Array;
  readonly root?: string;
}

const fault = (rule: Fault['rule'], facts: Fault['facts'] = {}): Fault => ({ rule, facts });

/** Whether bytes that could not be read were once a minute of ours: they hold the name of the seal's field or of the record. */
const wasOurs = (file: Buffer): boolean => file.includes('(sceau)') || file.includes('(session.json)');

/** Reads the record of a session from its bytes: exactly what this program writes, or a refusal. */
export const readRecord = (bytes: Buffer): SessionRecord => {
  const read = attempt(() => {
    const text = bytes.toString('utf8');
    const value = JSON.parse(text) as SessionRecord;
    return isUtf8(bytes) && recordText(value) === text ? value : refuse('record-shape');
  }, 'record-shape');
  return read.ok ? read.value : refuse('record-shape');
};

const checkSigners = (record: SessionRecord, base: Base, signers: readonly VerifiedSigner[]): Fault[] => {
  const expected = expectedSigners(record);
  const faults: Fault[] = [];
  const fields = new Set(base.fields.map(({ name }) => name));
  if (fields.size !== expected.length || expected.some(({ field }) => !fields.has(field))) faults.push(fault('fields-differ'));
  for (const { field, name, quality, capacity } of expected) {
    const signed = signers.find((signer) => signer.field === field);
    if (signed === undefined) faults.push(fault(field === sealField ? 'seal-missing' : 'signature-missing', { name }));
    else if (signed.name !== name || signed.capacity !== capacity || (signed.certificate.kind === 'organism' && signed.quality !== quality))
      faults.push(fault('signer-other', { name: signed.name, expected: name }));
  }
  if (signers.slice(0, -1).some(({ field }) => field === sealField)) faults.push(fault('seal-not-last'));
  return faults;
};

const checkReceipt = (
  receipt: CheckedReceipt,
  facts: {
    readonly base: string;
    readonly embedded: Embedded | null;
    readonly record: SessionRecord | null;
    readonly signers: readonly VerifiedSigner[];
    readonly root: Buffer | null;
  },
): Fault[] => {
  const { body } = receipt;
  const faults: Fault[] = [];
  if (facts.root !== null && !facts.root.equals(receipt.root)) faults.push(fault('receipt-root'));
  if (facts.base !== body.baseSha256) faults.push(fault('receipt-base'));
  if (facts.embedded !== null && facts.embedded.sha256 !== body.recordSha256) faults.push(fault('receipt-record'));
  if (facts.record !== null && minuteNumber(facts.record) !== body.number) faults.push(fault('receipt-number', { number: body.number }));
  const pinned = new Map(body.signers.map(({ field, fingerprint }) => [field, fingerprint]));
  if (pinned.size !== body.signers.length) faults.push(fault('receipt-shape'));
  for (const { field } of body.signers) if (!facts.signers.some((signer) => signer.field === field)) faults.push(fault('receipt-certificate', { field }));
  for (const { field, fingerprint } of facts.signers) if (pinned.get(field) !== fingerprint) faults.push(fault('receipt-certificate', { field }));
  return faults;
};

const checkTimes = (read: readonly ReadIncrement[]): Fault[] =>
  read.flatMap(({ signer, stamp, root }, index) =>
    (root !== null && stamp < root.facts.stamp) || stamp < (read[index - 1]?.stamp ?? '') ? [fault('time-order', { name: signer.name })] : [],
  );

/** A certificate made elsewhere that claims to come from the organism's root would borrow its name: it is refused. */
const checkIssuers = (read: readonly ReadIncrement[], root: Buffer | null): Fault[] => {
  if (root === null) return [];
  const own = issuerNameOf(readRoot(root).organism);
  return read.flatMap(({ signer, issuerName }) => (issuerName?.equals(own) ? [fault('certificate-foreign', { name: signer.name })] : []));
};

/** A minute verified, with the record it carries for what comes after; `record` is null when it could not be read. */
export interface VerifiedMinute {
  readonly verdict: Verdict;
  readonly embedded: Embedded | null;
  readonly record: SessionRecord | null;
  readonly root: Buffer | null;
}

/** Verifies a minute from its bytes, strictly, and gives what it carries. */
export const examineMinute = (pdf: Uint8Array, known: Known = {}): VerifiedMinute => {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const nothing = { embedded: null, record: null, root: null };
  const structure = attempt(() => readRevisions(file), 'unexpected');
  const first = structure.ok ? structure.value[0] : undefined;
  if (!structure.ok || first === undefined) {
    const sha256 = createHash('sha256').update(file).digest('hex');
    const ours = wasOurs(file);
    const verdict = unreadable(
      ours ? 'minute' : 'unknown',
      sha256,
      [structure.ok ? fault('unexpected') : faultOf(structure.refusal)],
      [{ step: 'structure', passed: false }],
    );
    return { ...nothing, verdict: ours ? { ...verdict, level: 'notIntact' } : verdict };
  }
  const faults: Fault[] = [];
  const checks: Check[] = [{ step: 'structure', passed: true }];
  const close = (step: Check['step'], found: readonly Fault[], digest?: string): void => {
    checks.push({ step, passed: found.length === 0, ...(digest === undefined ? {} : { digest }) });
    faults.push(...found);
  };
  const hash = createHash('sha256').update(file.subarray(0, first.end));
  const baseDigest = hash.copy().digest('hex');
  const base = attempt(() => readBase(file, first), 'unexpected');
  if (!base.ok) {
    const sha256 = hash.update(file.subarray(first.end)).digest('hex');
    const ours = wasOurs(file);
    const verdict = unreadable(ours ? 'minute' : 'unknown', sha256, [faultOf(base.refusal)], [...checks, { step: 'base', passed: false }]);
    return { ...nothing, verdict: ours ? { ...verdict, level: 'notIntact' } : verdict };
  }
  const embedded = attempt(() => readEmbedded(file, base.value), 'unexpected');
  const content = attempt(() => checkVocabulary(base.value, readTiles(file, first)), 'unexpected');
  close(
    'base',
    [content, embedded].flatMap((each) => (each.ok ? [] : [faultOf(each.refusal)])),
  );
  const record = attempt(() => (embedded.ok ? readRecord(embedded.value.bytes) : refuse('record-shape')), 'record-shape');
  const digestFault = embedded.ok && embedded.value.named !== embedded.value.sha256 ? [fault('record-digest')] : [];
  if (embedded.ok) close('record', [...digestFault, ...(record.ok ? [] : [faultOf(record.refusal)])], embedded.value.sha256);
  else checks.push({ step: 'record', passed: null });

  const read: ReadIncrement[] = [];
  const incrementFaults: Fault[] = [];
  let growth: Growth = { length: first.end, table: first.table, size: first.size, signatures: 0 };
  let root: Buffer | null = null;
  for (const [index, revision] of (structure.value ?? []).slice(1).entries()) {
    const one = attempt(() => checkIncrement(file, base.value, revision, growth, index + 1, root, hash), 'unexpected');
    if (one.ok && read.some(({ signer }) => signer.field === one.value.signer.field))
      incrementFaults.push(fault('field-signed-twice', { field: one.value.signer.field }));
    else if (one.ok) read.push(one.value);
    else incrementFaults.push(faultOf(one.refusal));
    if (one.ok) root = one.value.root?.certificate ?? root;
    growth = { length: revision.end, table: revision.table, size: revision.size, signatures: growth.signatures + 1 };
  }
  const signers = read.map(({ signer }) => signer);
  const ofSignature = new Set<string>([
    'digest-differs',
    'signature-false',
    'cms-shape',
    'der-malformed',
    'certificate-shape',
    'certificate-key',
    'certificate-foreign',
    'root-shape',
    'root-signature',
    'contents-padding',
    'imported-shape',
    'imported-weak',
    'imported-usage',
    'imported-time',
    'imported-seal',
  ]);
  close(
    'increments',
    incrementFaults.filter(({ rule }) => !ofSignature.has(rule)),
  );
  close('signatures', [...incrementFaults.filter(({ rule }) => ofSignature.has(rule)), ...checkTimes(read), ...checkIssuers(read, root)]);
  if (record.ok) close('signers', checkSigners(record.value, base.value, signers));
  else checks.push({ step: 'signers', passed: null });

  const receipt = known.receipt === undefined ? null : attempt(() => readReceipt(known.receipt ?? Buffer.alloc(0)), 'receipt-shape');
  const parts = { base: baseDigest, embedded: embedded.ok ? embedded.value : null, record: record.ok ? record.value : null, signers, root };
  if (receipt === null) checks.push({ step: 'receipt', passed: null });
  else close('receipt', receipt.ok ? checkReceipt(receipt.value, parts) : [faultOf(receipt.refusal)]);

  const trusted = known.root === undefined ? null : certificatesOf(known.root).some((certificate) => root !== null && certificate.equals(root));
  checks.push({ step: 'origin', passed: trusted });
  const brought = signers.some(({ certificate }) => certificate.kind === 'imported');
  const unknowable: Unknowable[] = [
    'trustedTime',
    brought ? 'identityMixed' : 'identity',
    ...(brought ? (['importedIssuer'] as const) : []),
    'pages',
    'drawing',
    'laterMinute',
  ];
  if (receipt === null) unknowable.push('noReceipt');
  if (trusted !== true) unknowable.push(trusted === null ? 'noRoot' : 'otherRoot');
  const level = faults.length > 0 ? 'notIntact' : trusted === true ? 'established' : 'whole';
  const rectifies = record.ok ? (record.value.rectification?.previous ?? null) : null;
  const number = record.ok ? minuteNumber(record.value) : null;
  return {
    verdict: {
      kind: 'minute',
      level,
      sha256: hash.digest('hex'),
      number,
      rectifies,
      root: root === null ? null : { organism: readRoot(root).organism, fingerprint: fingerprintOf(root) },
      checks,
      faults,
      signers,
      unknowable,
    },
    embedded: parts.embedded,
    record: parts.record,
    root,
  };
};

/** Verifies a minute from its bytes alone, or with the receipt and the root known otherwise; never throws on hostile bytes. */
export const verifyMinute = (pdf: Uint8Array, known: Known = {}): Verdict => examineMinute(pdf, known).verdict;
