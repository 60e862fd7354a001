import { z } from 'zod';
import { sessionId } from './ids.ts';
import { instant } from './time.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of one leaving: drawn at random, never given twice. */
export const travelToken = z.string().regex(/^[0-9a-f]{32}$/);

/** The end of a session's chain of acts. */
export const chainHead = z.strictObject({ seq: z.number().int().min(0), digest });
/** The end of a session's chain of acts. */
export type ChainHead = z.infer<typeof chainHead>;

/** What heads the file of a session that travels; everything else of the file is checked against it. */
export const transferManifest = z.strictObject({
  format: z.literal('delibere-transfer'),
  version: z.literal(1),
  storeVersion: z.number().int().min(1),
  demonstration: z.boolean(),
  sessionId,
  number: z.string().min(1).max(400),
  /** The name of this leaving, the last of the lineage. */
  token: travelToken,
  lineage: z.array(travelToken).min(1).max(10_000),
  leftAt: instant,
  head: chainHead,
  /** SHA-256 of the organism's root certificate. */
  organism: digest,
  rows: z.strictObject({
    bytes: z
      .number()
      .int()
      .min(2)
      .max(2 ** 29),
    sha256: digest,
  }),
  pieces: z.array(z.strictObject({ id: z.string().min(1).max(64), bytes: z.number().int().min(0), sha256: digest })).max(100_000),
});
/** What heads the file of a session that travels. */
export type TransferManifest = z.infer<typeof transferManifest>;

/** Where a session was checked out to, and when. */
export const sessionAway = z.strictObject({ to: z.string(), at: instant });
/** Where a session was checked out to, and when. */
export type SessionAway = z.infer<typeof sessionAway>;

/** One side of a conflict: how many acts since the fork, the last one's instant; nothing of what they say. */
export const conflictSide = z.strictObject({ head: chainHead, since: z.number().int().min(0), lastAt: instant.nullable() });
/** Why a file is not simply taken: both sides went on, or the session here waits for no such file. */
export const transferConflict = z.strictObject({
  why: z.enum(['diverged', 'older', 'notAwaited']),
  fork: z.number().int().min(0),
  here: conflictSide,
  file: conflictSide,
});
/** Why a file is not simply taken, with both sides. */
export type TransferConflict = z.infer<typeof transferConflict>;

/** What receiving a file gives. */
export const transferReceived = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adopted'), sessionId, number: z.string(), pieces: z.number() }),
  z.strictObject({ kind: z.literal('returned'), sessionId, number: z.string(), acts: z.number() }),
  z.strictObject({ kind: z.literal('replaced'), sessionId, number: z.string(), backup: z.string() }),
  z.strictObject({ kind: z.literal('conflict'), sessionId, number: z.string(), conflict: transferConflict }),
]);
/** What receiving a file gives. */
export type TransferReceived = z.infer<typeof transferReceived>;
/** What a work that carries a session has done: it left, or a file was received. */
export const transferDone = z.union([z.strictObject({ kind: z.literal('left'), fileName: z.string(), away: sessionAway }), transferReceived]);
/** What a work that carries a session has done. */
export type TransferDone = z.infer<typeof transferDone>;

const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ bytes: z.base64() })]);
const tableRows = z.strictObject({ columns: z.array(z.string().max(64)).max(64), rows: z.array(z.array(cell)) });
/** The rows of one table as they travel. */
export type TableRows = z.infer<typeof tableRows>;
/** The rows of a session as they travel, by table. */
export const travellingRows = z.record(z.string(), tableRows);
/** The rows of a session as they travel, by table. */
export type TravellingRows = z.infer<typeof travellingRows>;

/** A link of a chain, as two chains are compared. */
export interface Linked {
  readonly seq: number;
  readonly digest: string;
}

/** How many links two chains share from their beginning. */
export const forkOf = (one: readonly Linked[], other: readonly Linked[]): number => {
  const differs = one.findIndex(({ digest: own }, index) => own !== other[index]?.digest);
  return differs === -1 ? one.length : differs;
};

/**
 * Whether a file may simply take the place of what is here: the session here is checked out, the file descends from that very leaving, and its chain extends the one here.
 * Anything else is a conflict, to be shown and never merged.
 */
export const judgeReturn = (
  here: readonly Linked[],
  file: readonly Linked[],
  away: string | null,
  lineage: readonly string[],
): TransferConflict['why'] | 'extends' => {
  const fork = forkOf(here, file);
  if (fork < here.length) return fork === file.length ? 'older' : 'diverged';
  return away !== null && lineage.includes(away) ? 'extends' : 'notAwaited';
};
