import { z } from 'zod';
import { candidateId, jurorFileId, sessionId } from './ids.ts';
import { recipient, sendingWay } from './notification.ts';
import { backupOutcome, rehearsalOutcome } from './rehearsal.ts';
import { purgeKind } from './retention.ts';
import { day, instant } from './time.ts';
import { travelToken } from './transfer.ts';

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
  /** Data were purged; `again` when a restore had brought them back. The token is the same in every copy of the store. */
  z.strictObject({
    kind: z.literal('purged'),
    token: z.string().regex(/^[0-9a-f]{32}$/),
    what: purgeKind,
    sessionId: sessionId.nullable(),
    jurorFileId: jurorFileId.nullable(),
    rows: z.number().int().min(0),
    files: z.number().int().min(0),
    due: day,
    reason: text(400),
    again: z.boolean(),
  }),
  /** An appeal is pending: nothing of the session falls due until it is lifted. */
  z.strictObject({ kind: z.literal('held'), sessionId, reason: text(400) }),
  z.strictObject({ kind: z.literal('holdLifted'), sessionId, reason: text(400) }),
  /** A second folder takes the backups, or no longer. */
  z.strictObject({ kind: z.literal('secondFolder'), chosen: z.boolean() }),
  /** A person says that a file which had left, named by its entry, or a former second folder, was destroyed by hand. */
  z.strictObject({ kind: z.literal('destroyedByHand'), sessionId: sessionId.nullable(), seq: z.number().int().min(1).nullable() }),
  /** A session left for another laptop under a token of its own; came from one; or was taken back without its file. */
  z.strictObject({ kind: z.literal('transferLeft'), sessionId, token: travelToken }),
  z.strictObject({
    kind: z.literal('transferReceived'),
    sessionId,
    token: travelToken,
    how: z.enum(['adopted', 'returned', 'replaced']),
    reason: text(400).nullable(),
  }),
  z.strictObject({ kind: z.literal('transferTakenBack'), sessionId, token: travelToken, reason: text(400) }),
  /** A restore was rehearsed to its end with a file, and perhaps a bag of dossiers; and what the last backup gave. */
  z.strictObject({
    kind: z.literal('rehearsed'),
    sessionId,
    sha256,
    dossiersSha256: sha256.nullable(),
    outcome: rehearsalOutcome,
    backup: backupOutcome,
  }),
  /** The passphrase of the store was changed; a recovery key was made, shown by the person who holds it, or opened the store. */
  z.strictObject({ kind: z.literal('passphraseChanged') }),
  z.strictObject({ kind: z.literal('recoveryMade') }),
  z.strictObject({ kind: z.literal('recoveryConfirmed') }),
  z.strictObject({ kind: z.literal('openedByRecovery') }),
  /** Somebody's own data were handed over on request (RGPD, article 15). */
  z.strictObject({
    kind: z.literal('accessGiven'),
    sessionId,
    candidateIds: z.array(candidateId).max(600),
    accommodations: z.boolean(),
    encrypted: z.boolean(),
    sha256,
  }),
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
