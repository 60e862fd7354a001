import { z } from 'zod';
import { correctedField, type Correction } from './correction.ts';
import { blockState, outcome } from './decision.ts';
import type { CandidateState, Deliberation, Printing } from './deliberation.ts';
import { blockCode, candidateId, type BlockCode, type CandidateId, type JurorId } from './ids.ts';
import type { Sitting } from './seats.ts';
import { instant, type Instant } from './time.ts';
import { countTotals, totals } from './totals.ts';

/** A sealed minute as another one names it: its number and the SHA-256 of its signed file. */
export const minuteName = z.strictObject({ number: z.string().max(80), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).meta({ id: 'minuteName' });
/** A sealed minute as another one names it. */
export type MinuteName = z.infer<typeof minuteName>;

/** One thing that a rectifying minute changes: what to read instead of what, and why. Outcomes and totals follow from decisions, hence have no reason of their own. */
export const change = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), where: correctedField, before: z.string(), after: z.string(), reason: z.string(), at: instant }),
    z.strictObject({ kind: z.literal('block'), candidateId, block: blockCode, before: blockState, after: blockState, reason: z.string(), at: instant }),
    z.strictObject({ kind: z.literal('outcome'), candidateId, before: outcome, after: outcome }),
    z.strictObject({ kind: z.literal('incident'), at: instant, text: z.string() }),
    z.strictObject({ kind: z.literal('total'), figure: totals.keyof(), before: z.number().int(), after: z.number().int() }),
  ])
  .meta({ id: 'change' });
/** One thing that a rectifying minute changes. */
export type Change = z.infer<typeof change>;

/** A rectification as the record keeps it; `original` is the first minute, `previous` the one that stood until now. */
export const rectification = z
  .strictObject({
    rank: z.number().int().min(1).max(99),
    reason: z.string(),
    original: minuteName,
    previous: minuteName,
    openedAt: instant,
    closedAt: instant,
    changes: z.array(change).max(20_000),
  })
  .meta({ id: 'rectification' });

/** A block whose decision is taken again in a rectification. */
export interface ReopenedBlock {
  readonly candidateId: CandidateId;
  readonly block: BlockCode;
  readonly reason: string;
  readonly at: Instant;
}

/** A rectification, in progress or closed. */
export interface RectificationState {
  readonly rank: number;
  readonly reason: string;
  readonly original: MinuteName;
  readonly previous: MinuteName;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly reopened: readonly ReopenedBlock[];
  /** Candidates with a block reopened, or a member recused since: those whose jury is made anew. */
  readonly concerned: readonly CandidateId[];
  readonly changes: readonly Change[];
}

/** The number of a session's minute: that of the session, with -R1, -R2… for a rectifying one. Source: domain.md "The minute". */
export const numberOfMinute = (session: string, rank: number): string => (rank === 0 ? session : `${session}-R${rank}`);

/** What stood when a rectification was opened. */
export interface Standing {
  readonly candidates: readonly CandidateState[];
  readonly incidents: number;
}

/** A rectification while acts are being read: what it takes back when it is given up, and what it has changed so far. */
export interface RectificationDraft {
  readonly facts: Pick<RectificationState, 'rank' | 'reason' | 'original' | 'previous' | 'openedAt'>;
  readonly standing: Standing;
  readonly prepared: Sitting;
  readonly earlier: RectificationDraft | null;
  readonly printing: Printing | null;
  readonly unable: readonly { readonly jurorId: JurorId; readonly reason: string }[];
  readonly corrections: (Correction & { readonly at: Instant })[];
  readonly reopened: ReopenedBlock[];
  readonly concerned: Set<CandidateId>;
  closedAt: Instant | null;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const textChanges = (corrections: readonly (Correction & { readonly at: Instant })[]): Change[] => {
  const kept = new Map<string, Extract<Change, { kind: 'text' }>>();
  for (const { where, before, after, reason, at } of corrections) {
    const key = JSON.stringify(where);
    kept.set(key, { kind: 'text', where, before: kept.get(key)?.before ?? before, after, reason, at });
  }
  return [...kept.values()].filter((entry) => entry.before !== entry.after);
};

const candidateChanges = (before: CandidateState, after: CandidateState, reopened: readonly ReopenedBlock[]): Change[] => {
  const { id } = after.candidate;
  const blocks = after.blocks.flatMap(({ code, state }, place): Change[] => {
    const stood = before.blocks[place]?.state;
    const cause = reopened.findLast((entry) => entry.candidateId === id && entry.block === code);
    if (stood === undefined || cause === undefined || isSame(stood, state)) return [];
    return [{ kind: 'block', candidateId: id, block: code, before: stood, after: state, reason: cause.reason, at: cause.at }];
  });
  return isSame(before.outcome, after.outcome) ? blocks : [...blocks, { kind: 'outcome', candidateId: id, before: before.outcome, after: after.outcome }];
};

/** Everything that a rectification changes: texts put right, decisions taken again, the outcomes and totals that follow, incidents noted since. */
export const drawChanges = (
  standing: Standing,
  now: { readonly candidates: readonly CandidateState[]; readonly incidents: readonly { readonly at: Instant; readonly text: string }[] },
  corrections: readonly (Correction & { readonly at: Instant })[],
  reopened: readonly ReopenedBlock[],
): Change[] => {
  const [stood, stands] = [countTotals(standing.candidates), countTotals(now.candidates)];
  return [
    ...textChanges(corrections),
    ...now.candidates.flatMap((candidate, place) => {
      const before = standing.candidates[place];
      return before === undefined ? [] : candidateChanges(before, candidate, reopened);
    }),
    ...now.incidents.slice(standing.incidents).map(({ at, text }): Change => ({ kind: 'incident', at, text })),
    ...totals
      .keyof()
      .options.filter((figure) => stood[figure] !== stands[figure])
      .map((figure): Change => ({ kind: 'total', figure, before: stood[figure], after: stands[figure] })),
  ];
};

/** The rectification in progress, or null. */
export const runningRectification = (state: Pick<Deliberation, 'phase' | 'rectification'>): RectificationState | null =>
  state.phase === 'open' && state.rectification?.closedAt === null ? state.rectification : null;
