import { z } from 'zod';
import { candidateId, sessionId } from './ids.ts';
import { recipient, sendingWay } from './notification.ts';
import { day, instant } from './time.ts';

const text = (most: number) => z.string().trim().max(most);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Every entry of the store's register: what the pedagogical lead did with a session's papers, outside the acts of the jury. Entries are only ever added.
 * They name sessions and candidates by their identity alone, never by a person's name: an entry outlives the data that it speaks of.
 */
export const registerEntry = z.discriminatedUnion('kind', [
  /** A file left the program. */
  z.strictObject({ kind: z.literal('exported'), sessionId: sessionId.nullable(), what: text(80), fileName: text(400), sha256: sha256.nullable() }),
  /** The declaration of holders: identities kept, what the Caisse des dépôts gave the organism, files written, reports adopted. */
  z.strictObject({ kind: z.literal('identityKept'), sessionId, candidateIds: z.array(candidateId).max(2000) }),
  z.strictObject({ kind: z.literal('declarationSet') }),
  z.strictObject({
    kind: z.literal('declared'),
    sessionId,
    batch: z.number().int(),
    action: z.enum(['CREATION', 'SUPPRESSION']),
    candidateIds: z.array(candidateId).max(2000),
    sha256,
  }),
  z.strictObject({ kind: z.literal('reportRead'), sessionId, batch: z.number().int(), accepted: z.number().int(), refused: z.number().int(), sha256 }),
  /** Letters left: to whom, when and how. */
  z.strictObject({ kind: z.literal('notified'), sessionId, candidateIds: z.array(candidateId).max(2000), recipient, on: day, way: sendingWay }),
  /** What was noted of a letter is put right; null where it never left. */
  z.strictObject({
    kind: z.literal('notificationCorrected'),
    sessionId,
    candidateId,
    recipient,
    sent: z.strictObject({ on: day, way: sendingWay }).nullable(),
  }),
  /** Who accompanied a VAE candidate was entered, changed or taken away. */
  z.strictObject({ kind: z.literal('companion'), sessionId, candidateId, known: z.boolean() }),
]);
/** One entry of the store's register. */
export type RegisterEntry = z.infer<typeof registerEntry>;

/** What is written of an entry: the instant and the entry. */
export const registerContent = z.strictObject({ at: instant, entry: registerEntry });

/** An entry as the register keeps it. */
export interface RegisteredEntry {
  readonly seq: number;
  readonly at: z.infer<typeof instant>;
  readonly entry: RegisterEntry;
}
