import type { BroughtBlock, EntryCheck, Presence } from './candidate.ts';
import type { BlockDecision, PostponementCause } from './decision.ts';
import type { BlockProgress, CandidateState } from './deliberation.ts';
import type { AccessPath, CompositionGap } from './jury.ts';
import type { Count, CountResult } from './opinion.ts';
import type { Recusal } from './seats.ts';

/** Why a block of a candidate is where it is, as data: the screen, the minute, the journal and the replay put it in words. */
export type Grounds =
  | { readonly kind: 'brought'; readonly brought: BroughtBlock }
  | { readonly kind: 'notPresented' }
  | { readonly kind: 'absent'; readonly scope: 'candidate' | 'block'; readonly presence: Presence }
  | {
      readonly kind: 'postponed';
      readonly cause: PostponementCause;
      readonly note: string;
      readonly gaps: readonly CompositionGap[];
      readonly entry: EntryCheck;
    }
  | { readonly kind: 'pending' }
  | {
      readonly kind: 'decided';
      /** The decision with its rule, the version of the regulations, the members who took it and who presided. */
      readonly decision: BlockDecision;
      readonly path: AccessPath;
      /** The text of the fiche by which the jury was composed, word for word. */
      readonly text: string | null;
      readonly recusals: readonly Recusal[];
      /** Earlier decisions that this one replaced. */
      readonly superseded: number;
    };

/** The grounds of one block, from what the acts give. */
export const groundsOf = (candidate: CandidateState, block: Pick<BlockProgress, 'state' | 'superseded'>): Grounds => {
  const { state, superseded } = block;
  const { composition, recusals, entry, postponed, presence } = candidate;
  switch (state.kind) {
    case 'brought':
      return { kind: 'brought', brought: state.brought };
    case 'notPresented':
    case 'pending':
      return { kind: state.kind };
    case 'absent':
      return { kind: 'absent', scope: state.scope, presence };
    case 'postponed':
      return { kind: 'postponed', cause: postponed?.cause ?? 'other', note: postponed?.note ?? '', gaps: composition.gaps, entry };
    case 'validated':
    case 'notValidated':
      return { kind: 'decided', decision: state.decision, path: composition.path, text: composition.text, recusals, superseded: superseded.length };
  }
};

/** What the final round gave, for the jury's own screen and the working part alone: with three members a count names everyone. */
export interface CountGrounds {
  readonly round: number;
  readonly count: Count;
  readonly result: CountResult;
}

/** The count behind a block, once its last round is revealed; null before, and where there are no individual opinions. */
export const countGroundsOf = ({ rounds }: Pick<BlockProgress, 'rounds'>): CountGrounds | null => {
  const last = rounds.at(-1);
  return last?.kind === 'revealed' ? { round: last.round, count: last.count, result: last.result } : null;
};
