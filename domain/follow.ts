import type { RecordedAct } from './act.ts';
import { DeliberationDraft, type Deliberation } from './deliberation.ts';
import type { CandidateId } from './ids.ts';
import type { Sitting } from './seats.ts';

/** A session that is followed: what its acts give so far, and the reading of one act more, which replays none of those before. */
export interface FollowedDeliberation {
  readonly state: Deliberation;
  readonly read: (recorded: RecordedAct) => Deliberation;
}

/** Replays the acts of a session, and goes on from there: at the end of a long day an act costs what it cost in the morning. */
export const followDeliberation = (sitting: Sitting, acts: readonly RecordedAct[]): FollowedDeliberation => {
  const draft = new DeliberationDraft(sitting);
  for (const recorded of acts) draft.read(recorded);
  const read = (recorded: RecordedAct): Deliberation => {
    draft.read(recorded);
    return draft.show();
  };
  return { state: draft.show(), read };
};

/** The candidates that the gate looks at for an act: one, none, or all (undefined) where it closes or ends the session. */
const focusOf = ({ act }: RecordedAct): CandidateId | null | undefined => {
  if ('candidateId' in act) return act.candidateId;
  return ['closed', 'signed', 'signatureRefused', 'correction'].includes(act.kind) ? undefined : null;
};

/** Replays the acts one by one and gives each act with the state before it, as the gate must judge it: the candidate concerned, or all at the closing. */
export const deliberateEach = (
  sitting: Sitting,
  acts: readonly RecordedAct[],
  visit: (before: Deliberation, recorded: RecordedAct, rank: number) => void,
): Deliberation => {
  const draft = new DeliberationDraft(sitting);
  acts.forEach((recorded, rank) => {
    visit(draft.show(focusOf(recorded)), recorded, rank);
    draft.read(recorded);
  });
  return draft.show();
};
