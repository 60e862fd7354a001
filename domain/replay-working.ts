import type { RecordedAct } from './act.ts';
import type { BlockProgress, CandidateState } from './deliberation.ts';
import { deliberateEach } from './follow.ts';
import type { ErrorCode } from './errors.ts';
import { countGroundsOf, type CountGrounds } from './grounds.ts';
import type { BlockCode } from './ids.ts';
import { record as recordSchema } from './minute.ts';
import { checkAgainstCount, restsOn } from './permission-block.ts';
import { publishActs } from './record-act.ts';
import type { Regulations } from './regulations.ts';
import { changedSince, refusedActs, sittingOf, uncorrect, type RefusedAct } from './replay.ts';
import type { ToldRecord } from './told.ts';

/** One decision against the opinions of its final round; a decision that was reopened is told too. */
export interface JudgedDecision {
  readonly number: string;
  readonly block: BlockCode;
  readonly outcome: 'validated' | 'notValidated';
  readonly grounds: CountGrounds | null;
  /** Null when it stands; else what the rule says against it. */
  readonly fault: ErrorCode | null;
  /** Which rule of the count it differs from, where the regulations bind the jury to the count. */
  readonly rule: string | null;
}

/** What the working part adds to a replay. */
export interface WorkingReplay {
  readonly decisions: readonly JudgedDecision[];
  /** Acts that the journal holds and the gate refuses, in the order of the journal. */
  readonly refused: readonly RefusedAct[];
  /** Whether the record tells the acts of this journal, all of them and no other. */
  readonly sameActs: boolean;
}

const judge = (regulations: Regulations, candidate: CandidateState, block: BlockProgress, outcome: 'validated' | 'notValidated'): JudgedDecision => {
  const grounds = countGroundsOf(block);
  const told = { number: candidate.candidate.number, block: block.code, outcome, grounds };
  if (regulations.opinions === 'collegialOnly') return { ...told, fault: null, rule: null };
  const last = block.rounds.slice(block.earlier).at(-1);
  if (last?.kind !== 'revealed') return { ...told, fault: 'round-not-revealed', rule: null };
  if (!restsOn(candidate.composition.sitting, last)) return { ...told, fault: 'round-not-complete', rule: null };
  if (regulations.decisionRule === 'collegial') return { ...told, fault: null, rule: null };
  const agrees = checkAgainstCount(last, outcome);
  return agrees.ok ? { ...told, fault: null, rule: last.result.kind } : { ...told, fault: agrees.error.code, rule: last.result.kind };
};

/** Judges each decision of a journal on the opinions of its final round, and the record on the whole journal. */
export const replayWorking = (told: ToldRecord, journal: readonly RecordedAct[]): WorkingReplay => {
  const sitting = uncorrect(sittingOf(told), journal);
  const decisions: JudgedDecision[] = [];
  deliberateEach(sitting, journal, (before, { act }) => {
    if (act.kind !== 'decision') return;
    const candidate = before.candidates.find((entry) => entry.candidate.id === act.candidateId);
    const block = candidate?.blocks.find((entry) => entry.code === act.block);
    if (candidate && block) decisions.push(judge(told.regulations, candidate, block, act.outcome));
  });
  const { acts } = recordSchema.shape;
  // The journal ends with the closing: the signatures refused since are told by the record alone.
  const published = publishActs(journal, sitting);
  published.push(...told.acts.slice(published.length).filter(({ act }) => act.kind === 'signatureRefused'));
  const opened = journal.findIndex(({ act }) => act.kind === 'opened');
  // Consents come and go with the officer's record, which is no part of the working part: readings of an accommodation are not judged again.
  const exempt = ({ act }: RecordedAct): boolean => act.kind === 'accommodationRead' || act.kind === 'prepared';
  return {
    decisions,
    refused: refusedActs(sitting, journal, exempt).filter((entry) => !changedSince(entry, opened, ['substitute-unfit', 'not-found'])),
    sameActs: JSON.stringify(acts.parse(published)) === JSON.stringify(told.acts),
  };
};
