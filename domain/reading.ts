import { z } from 'zod';
import { record } from './minute.ts';
import type { Referential } from './referential.ts';
import { instant } from './time.ts';
import { verdictView } from './verdict.ts';

const text = z.string();

/** A certificate of an archive, as the signature made with it proves it: issued for it by the organism, or brought by the member and its issuer unchecked. */
export const certificateRead = z.strictObject({
  name: text,
  capacity: z.enum(['member', 'lead']),
  quality: text,
  fingerprint: text,
  claimedAt: instant,
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('organism'), organism: text, from: instant }),
    z.strictObject({ kind: z.literal('imported'), subject: text, issuer: text, from: instant, to: instant, algorithm: text }),
  ]),
});
/** A certificate of an archive. */
export type CertificateRead = z.infer<typeof certificateRead>;

/** A minute that the archived one rectifies, kept beside it: 0 is the first of the session. */
export const earlierMinute = z.strictObject({ rank: z.number(), number: text, sha256: text, issuedAt: instant });

/** Everything that an archive holds and a person may read, from its own verified bytes and never from a store. */
export const archiveRead = z.strictObject({
  record,
  /** Checked whole by the verification (readReferential): told here as it was read. */
  fiche: z.custom<Referential>((value) => typeof value === 'object' && value !== null),
  /** The digest of the minute's signed file, and when the organism registered it. */
  minute: z.strictObject({ sha256: text, bytes: z.number(), issuedAt: instant }),
  certificates: z.array(certificateRead),
  root: z.strictObject({ organism: text, fingerprint: text, from: instant }),
  earlier: z.array(earlierMinute),
  /** How many links the chain of the journal has: each was verified, their contents are not in the archive. */
  links: z.number(),
  /** The SHA-512 of the manifest of the bag of the dossiers; null when no bag was written before the archive. */
  dossiers: text.nullable(),
  /** bag-info.txt as it is written, and the page that explains how to verify with ordinary tools. */
  info: text,
  readMe: text,
  files: z.array(z.strictObject({ path: text, bytes: z.number() })),
});
/** Everything that an archive holds and a person may read. */
export type ArchiveRead = z.infer<typeof archiveRead>;

/** What a reading gave: the archive, or a verdict that refuses it, and then nothing of it. */
export const readingView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), handle: text, verdict: verdictView }),
  /** `encrypted` is the SHA-256 of the file as it lies on the disk when it is an encrypted one: that of the verdict is then of what it holds. */
  z.strictObject({ kind: z.literal('read'), handle: text, verdict: verdictView, encrypted: text.nullable(), archive: archiveRead }),
]);
/** What a reading gave. */
export type ReadingView = z.infer<typeof readingView>;

/** A PDF of an archive, for the reader. */
export const readingDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('minute') }),
  z.strictObject({ kind: z.literal('attendance') }),
  z.strictObject({ kind: z.literal('earlier'), rank: z.number().int().min(0).max(99) }),
]);
/** A PDF of an archive. */
export type ReadingDocument = z.infer<typeof readingDocument>;
