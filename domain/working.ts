import { z } from 'zod';
import { sessionId } from './ids.ts';

/** One act of the journal as the working part carries it: the exact text that was chained and its salt; null once its content was purged. */
export const workingEntry = z.strictObject({
  seq: z.number().int().min(1),
  contentDigest: z.string().regex(/^[0-9a-f]{64}$/),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  content: z.string().nullable(),
});
/** One act of the journal as the working part carries it. */
export type WorkingEntry = z.infer<typeof workingEntry>;

/**
 * The working part of a session: its whole journal up to the closing, opinions, rounds, notes and readings included. It leaves the store only encrypted.
 * With the record it proves each decision against the opinions of its final round, and that the record tells the acts of this very journal.
 */
export const workingPart = z.strictObject({
  format: z.literal('delibere-working'),
  version: z.literal(1),
  session: z.strictObject({ id: sessionId, number: z.string() }),
  journal: z.array(workingEntry).max(200_000),
});
/** The working part of a session. */
export type WorkingPart = z.infer<typeof workingPart>;
