import type { BroughtBlock, EntryCheck, Presence } from './candidate.ts';
import type { BlockDecision, BlockState, PostponementCause } from './decision.ts';
import type { BlockProgress, CandidateState } from './deliberation.ts';
import type { AccessPath, CompositionGap } from './jury.ts';
import type { RecordCandidate, SessionRecord } from './minute.ts';
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

/** What the grounds of a block are drawn from: one candidate, as the acts give it or as the record tells it. */
export interface GroundsFacts {
  readonly presence: Presence;
  readonly entry: EntryCheck;
  readonly path: AccessPath;
  readonly text: string | null;
  readonly gaps: readonly CompositionGap[];
  readonly recusals: readonly Recusal[];
  readonly postponed: { readonly cause: PostponementCause; readonly note: string } | null;
}

/** The facts of a candidate as the acts give them. */
export const factsOf = ({
  presence,
  entry,
  composition,
  recusals,
  postponed,
}: Pick<CandidateState, 'presence' | 'entry' | 'composition' | 'recusals' | 'postponed'>): GroundsFacts => ({
  presence,
  entry,
  path: composition.path,
  text: composition.text,
  gaps: composition.gaps,
  recusals,
  postponed,
});

/** The facts of a candidate as a record tells them. */
export const recordedFacts = (record: Pick<SessionRecord, 'recusals'>, candidate: RecordCandidate): GroundsFacts => {
  const { presence, entry, accessPath: path, composition, outcome, id } = candidate;
  return {
    presence,
    entry,
    path,
    text: composition.text,
    gaps: composition.gaps,
    recusals: record.recusals.filter((recusal) => recusal.candidateId === id),
    postponed: outcome.kind === 'postponed' ? outcome : null,
  };
};

/** The grounds of one block; `superseded` counts the decisions that the one which stands replaced. */
export const groundsOf = (facts: GroundsFacts, state: BlockState, superseded: number): Grounds => {
  const { presence, entry, path, text, gaps, recusals, postponed } = facts;
  switch (state.kind) {
    case 'brought':
      return { kind: 'brought', brought: state.brought };
    case 'notPresented':
    case 'pending':
      return { kind: state.kind };
    case 'absent':
      return { kind: 'absent', scope: state.scope, presence };
    case 'postponed':
      return { kind: 'postponed', cause: postponed?.cause ?? 'other', note: postponed?.note ?? '', gaps, entry };
    case 'validated':
    case 'notValidated':
      return { kind: 'decided', decision: state.decision, path, text, recusals, superseded };
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
