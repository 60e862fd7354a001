import type { JurorId } from './ids.ts';
import { countOpinions, resultOfCount, type Count, type CountResult, type OpinionValue } from './opinion.ts';
import type { Regulations } from './regulations.ts';
import type { Instant } from './time.ts';

/** One opinion after the reveal. */
export interface OpenOpinion {
  readonly jurorId: JurorId;
  readonly value: OpinionValue;
  readonly note: string;
}

/** A round still sealed: who has recorded an opinion, nothing of what it says. */
export interface SealedRound {
  readonly kind: 'sealed';
  readonly round: number;
  readonly reason: string;
  readonly recorded: readonly JurorId[];
  /** The jury has changed since its first opinion: it is never revealed, another round is held. */
  readonly void: boolean;
}

/** A round revealed: every opinion at once, the count and what it gives. For the jury's own screen only. */
export interface RevealedRound {
  readonly kind: 'revealed';
  readonly round: number;
  readonly reason: string;
  readonly at: Instant;
  readonly opinions: readonly OpenOpinion[];
  readonly divergent: boolean;
  readonly count: Count;
  readonly result: CountResult;
}

/** One round of individual opinions on one block. */
export type Round = SealedRound | RevealedRound;

/** A round while acts are being read: private to the engine, since it holds what is sealed. */
export interface RoundDraft {
  readonly round: number;
  readonly reason: string;
  readonly opinions: Map<JurorId, OpenOpinion>;
  /** The members who sat at its first opinion: the round is theirs. */
  bench: readonly JurorId[];
  revealed: RevealedRound | null;
}

/** A new round with no opinion. */
export const startRound = (round: number, reason: string): RoundDraft => ({ round, reason, opinions: new Map(), bench: [], revealed: null });

/** Whether two juries are the same members, in whatever order. */
export const sameBench = (one: readonly JurorId[], other: readonly JurorId[]): boolean => one.length === other.length && one.every((id) => other.includes(id));

/** Opens a complete round: the opinions of the members seated, in the order of their seats. */
export const revealRound = (draft: RoundDraft, seated: readonly JurorId[], president: JurorId | null, at: Instant, tie: Regulations['tie']): RevealedRound => {
  const opinions = seated.flatMap((jurorId) => draft.opinions.get(jurorId) ?? []);
  const values = opinions.map((opinion) => opinion.value);
  const count = countOpinions(values);
  const casting = opinions.find((opinion) => opinion.jurorId === president)?.value ?? null;
  return {
    kind: 'revealed',
    round: draft.round,
    reason: draft.reason,
    at,
    opinions,
    divergent: new Set(values).size > 1,
    count,
    result: resultOfCount(count, tie, casting),
  };
};

/** What may be seen of a round: for a sealed one, only which seated members have recorded an opinion. */
export const showRound = (draft: RoundDraft, seated: readonly JurorId[]): Round =>
  draft.revealed ?? {
    kind: 'sealed',
    round: draft.round,
    reason: draft.reason,
    recorded: seated.filter((jurorId) => draft.opinions.has(jurorId)),
    void: draft.opinions.size > 0 && !sameBench(draft.bench, seated),
  };
