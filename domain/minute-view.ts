import { z } from 'zod';
import { candidate } from './candidate.ts';
import { header } from './correction.ts';
import { blockCode, candidateId } from './ids.ts';
import { juror } from './jury.ts';
import { change } from './rectification.ts';
import { instant } from './time.ts';
import { phase } from './view.ts';

/** The sealed minutes of a session and the rectification in progress, with what may be put right. */
export const rectificationView = z.strictObject({
  minutes: z.array(z.strictObject({ number: z.string(), rank: z.number(), sha256: z.string(), printedAt: instant })),
  running: z
    .strictObject({
      rank: z.number(),
      number: z.string(),
      reason: z.string(),
      openedAt: instant,
      changes: z.array(change),
      reopened: z.array(z.strictObject({ candidateId, block: blockCode })),
    })
    .nullable(),
  standing: z.strictObject({ header, candidates: z.array(candidate), members: z.array(juror) }),
});
/** The sealed minutes of a session and the rectification in progress. */
export type RectificationView = z.infer<typeof rectificationView>;

/** The signing of the minute: the printing in progress, who has signed, who is still to sign. */
export const signingView = z.strictObject({
  phase,
  /** The number of the minute under signature, and its rank: 0 for the first, 1 for -R1… */
  number: z.string(),
  rank: z.number(),
  printing: z.number().nullable(),
  base: z.string().nullable(),
  signers: z.array(
    z.strictObject({
      signer: z.string(),
      name: z.string(),
      quality: z.string(),
      capacity: z.enum(['member', 'lead']),
      signedAt: instant.nullable(),
      unable: z.string().nullable(),
    }),
  ),
  archivedSha256: z.string().nullable(),
});
/** The signing of the minute. */
export type SigningView = z.infer<typeof signingView>;
