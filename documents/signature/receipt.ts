import { createHash } from 'node:crypto';
import { z } from 'zod';
import { minuteNumber, signersOf, type SessionRecord } from '../../domain/minute.ts';
import { instant } from '../../domain/time.ts';
import { certificatesOf, fingerprintOf, pemOf, readLeaf, readRoot, type Root, type RootFacts } from './certificate.ts';
import { memberField, sealField } from './form.ts';
import { checkBytes, readKey, signBytes } from './keys.ts';
import { attempt, refuse } from './refusal.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const receiptBody = z.strictObject({
  format: z.literal('delibere-receipt'),
  version: z.literal(1),
  number: z.string().max(200),
  issuedAt: instant,
  baseSha256: digest,
  recordSha256: digest,
  signers: z
    .array(
      z.strictObject({
        field: z.string().max(100),
        name: z.string().max(200),
        quality: z.string().max(200),
        capacity: z.enum(['member', 'lead']),
        fingerprint: digest,
        certificate: z.string().max(8000),
      }),
    )
    .max(40),
  root: z.string().max(8000),
});
const receiptFile = receiptBody.extend({ signature: z.string().max(200) });

/** What the organism registered of a minute: the digests of its unsigned base and of its record, and each one-time certificate by field. */
export type Receipt = z.infer<typeof receiptBody>;

const bodyText = (body: Receipt): string => JSON.stringify(receiptBody.parse(body), null, 2);
const fileText = (body: Receipt, signature: string): string => `${JSON.stringify(receiptFile.parse({ ...body, signature }), null, 2)}\n`;

/** Writes receipt.json: the certificates registered by field, signed with the root's key, so that verifying needs no store. */
export const createReceipt = (parts: {
  readonly record: SessionRecord;
  readonly recordText: string;
  readonly base: Uint8Array;
  readonly certificates: readonly { readonly field: string; readonly pem: string }[];
  readonly root: Root;
  readonly at: string;
}): string => {
  const rootFacts = readRoot(parts.root.certificate);
  const body: Receipt = {
    format: 'delibere-receipt',
    version: 1,
    number: minuteNumber(parts.record),
    issuedAt: instant.parse(parts.at),
    baseSha256: createHash('sha256').update(parts.base).digest('hex'),
    recordSha256: createHash('sha256').update(parts.recordText, 'utf8').digest('hex'),
    signers: parts.certificates.map(({ field, pem }) => {
      const certificate = certificatesOf(pem)[0] ?? Buffer.alloc(0);
      const leaf = attempt(() => readLeaf(certificate, rootFacts), 'certificate-shape');
      // The organism issued it, or a member brought it: then the record says for whom it stands, and never for the seal.
      const member = expectedSigners(parts.record).find((expected) => expected.field === field && field !== sealField);
      const { name, quality, capacity } = leaf.ok ? leaf.value.signer : (member ?? refuse('certificate-foreign'));
      return { field, name, quality, capacity, fingerprint: fingerprintOf(certificate), certificate: pem };
    }),
    root: pemOf(parts.root.certificate),
  };
  return fileText(body, signBytes(Buffer.from(bodyText(body), 'utf8'), readKey(parts.root.privateKey).privateKey).toString('base64'));
};

/** A receipt read and checked: what it says, and the root that signed it. */
export interface CheckedReceipt {
  readonly body: Receipt;
  readonly root: Buffer;
  readonly rootFacts: RootFacts;
}

/** Reads receipt.json; refused unless it is byte for byte what this program writes and its signature is that of the root inside. */
export const readReceipt = (bytes: Uint8Array): CheckedReceipt => {
  if (bytes.length > 400_000) return refuse('receipt-shape');
  const text = Buffer.from(bytes).toString('utf8');
  const parsed = receiptFile.safeParse(safely(text));
  if (!parsed.success) return refuse('receipt-shape');
  const { signature, ...body } = parsed.data;
  if (!Buffer.from(fileText(body, signature), 'utf8').equals(bytes)) refuse('receipt-shape');
  const root = certificatesOf(body.root)[0] ?? refuse('receipt-shape');
  if (pemOf(root) !== body.root) refuse('receipt-shape');
  const rootFacts = readRoot(root);
  const signed = Buffer.from(signature, 'base64');
  const exact = signed.toString('base64') === signature;
  if (!exact || !checkBytes(Buffer.from(bodyText(body), 'utf8'), rootFacts.point, signed)) refuse('receipt-signature');
  return { body, root, rootFacts };
};

const safely = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Who must sign a minute, by field, from its record: members in the order of the record, then the seal. */
export const expectedSigners = (
  record: SessionRecord,
): readonly { readonly field: string; readonly name: string; readonly quality: string; readonly capacity: 'member' | 'lead' }[] => [
  ...signersOf(record).map((member) => ({ field: `${memberField}${member.id}`, name: member.name, quality: member.quality, capacity: 'member' as const })),
  { field: sealField, name: record.lead.name, quality: record.lead.quality, capacity: 'lead' },
];
