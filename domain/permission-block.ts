import type { Act, Author } from './act.ts';
import { checkDecisionFields } from './decision.ts';
import type { BlockProgress, CandidateState, Deliberation } from './deliberation.ts';
import { done, failed, type Result } from './errors.ts';
import type { BlockCode, CandidateId, JurorId } from './ids.ts';
import { runningRectification } from './rectification.ts';
import { sameBench, type RevealedRound, type Round } from './round.ts';
import type { Sitting } from './seats.ts';

/** A permission: granted, or the failure that says why not. */
export type Check = Result<true>;
/** The permission granted. */
export const allowed: Check = done(true);

/** The round that a new opinion on the block goes to: the last one, or the first when none was opened. */
export const currentRound = (block: BlockProgress): number => block.rounds.at(-1)?.round ?? 1;

/** The session is open: neither in preparation nor closed. */
export const requireOpen = (state: Deliberation): Check => {
  if (state.phase === 'preparing') return failed('session-not-open');
  return state.phase === 'open' ? allowed : failed('session-closed');
};

/** The candidate, in an open session. */
export const findCandidate = (state: Deliberation, id: CandidateId): Result<CandidateState> => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  const found = state.candidates.find((entry) => entry.candidate.id === id);
  return found ? done(found) : failed('not-found', { what: 'candidate' });
};

/** Whether the jury may deliberate on the candidate now: open session, entitled entry, valid composition, present, not postponed. */
export const mayDeliberate = (state: Deliberation, candidate: CandidateState): Check => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  const { entry, composition, postponed, presence } = candidate;
  if (!entry.entitled) return failed('entry-outside-registration', { entryDate: entry.entryDate, to: entry.to, heldOn: entry.heldOn, limit: entry.limit });
  if (composition.gaps.length > 0) return failed('composition-invalid', { gaps: composition.gaps.map((gap) => gap.kind) });
  if (postponed) return failed('candidate-postponed', { cause: postponed.cause });
  return presence === 'present' ? allowed : failed('candidate-not-present', { presence });
};

/** A block that the jury may deliberate on now. */
export const findPending = (state: Deliberation, id: CandidateId, code: BlockCode): Result<{ candidate: CandidateState; block: BlockProgress }> => {
  const found = findCandidate(state, id);
  if (!found.ok) return found;
  const candidate = found.value;
  const block = candidate.blocks.find((entry) => entry.code === code);
  if (!block) return failed('unknown-block', { block: code });
  const { state: told } = block;
  switch (told.kind) {
    case 'brought':
      return failed('block-already-acquired', { block: code });
    case 'notPresented':
      return failed('block-not-presented', { block: code });
    case 'absent':
      return told.scope === 'block' ? failed('block-absent', { block: code }) : failed('candidate-not-present', { presence: candidate.presence });
    case 'validated':
    case 'notValidated':
      return failed('block-decided', { block: code });
    case 'postponed':
    case 'pending': {
      const may = mayDeliberate(state, candidate);
      return may.ok ? done({ candidate, block }) : may;
    }
  }
};

const accommodationRead = (candidate: CandidateState, jurors: readonly JurorId[]): Check => {
  const missing = candidate.mustRead ? jurors.filter((id) => !candidate.readBy.includes(id)) : [];
  return missing.length === 0 ? allowed : failed('accommodation-unread', { jurors: missing });
};

/** An opinion: by one who sits, in the round that is still sealed. */
export const checkOpinion = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'opinion' }>): Check => {
  if (sitting.regulations.opinions === 'collegialOnly') return failed('opinions-not-individual');
  if (act.value === 'abstain' && sitting.regulations.abstention === 'forbidden') return failed('abstention-forbidden');
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const { candidate, block } = found.value;
  if (!candidate.composition.sitting.includes(act.jurorId)) return failed('not-sitting', { juror: act.jurorId });
  const last = block.rounds.at(-1);
  if (act.round !== currentRound(block) || last?.kind === 'revealed') return failed('round-revealed', { round: act.round });
  if (last?.void) return failed('round-void', { round: act.round });
  return accommodationRead(candidate, [act.jurorId]);
};

/** A reveal: every member who sits has given an opinion, and nothing was revealed before. */
export const checkReveal = (state: Deliberation, act: Extract<Act, { kind: 'reveal' }>): Check => {
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const { candidate, block } = found.value;
  const round = block.rounds.find((entry) => entry.round === act.round);
  if (round?.kind === 'revealed') return failed('round-revealed', { round: act.round });
  if (round?.void) return failed('round-void', { round: act.round });
  const missing = candidate.composition.sitting.filter((id) => !round?.recorded.includes(id));
  return missing.length === 0 ? allowed : failed('round-not-complete', { missing: missing.length });
};

/** Whether those who gave the opinions of a revealed round are those who sit now: a decision rests on the opinions of those who take it. */
export const restsOn = (sitting: readonly JurorId[], round: Pick<RevealedRound, 'opinions'>): boolean =>
  sameBench(
    sitting,
    round.opinions.map((opinion) => opinion.jurorId),
  );

/**
 * Whether another round may be held: the last one is revealed, or void because the jury changed; within the number of revealed rounds that the regulations
 * allow, or where a member who sits gave no opinion in any of them. The rounds that came before a rectification (`earlier`) do not count.
 */
export const mayHoldRound = (most: number, sitting: readonly JurorId[], rounds: readonly Round[], earlier: number): boolean => {
  const last = rounds.at(-1);
  if (last === undefined || (last.kind === 'sealed' && !last.void)) return false;
  const revealed = rounds.slice(earlier).flatMap((round) => (round.kind === 'revealed' ? [round] : []));
  const unheard = sitting.some((id) => !revealed.some((round) => round.opinions.some((opinion) => opinion.jurorId === id)));
  return revealed.length < most || unheard;
};

/** Another round: after a reveal, or in the place of one whose jury has changed. */
export const checkRound = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'round' }>): Check => {
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const { candidate, block } = found.value;
  const last = block.rounds.at(-1);
  if (last === undefined || (last.kind === 'sealed' && !last.void)) return failed('round-not-revealed');
  const most = sitting.regulations.rounds;
  const may = act.round === last.round + 1 && mayHoldRound(most, candidate.composition.sitting, block.rounds, block.earlier);
  return may ? allowed : failed('round-not-allowed', { most });
};

const finalRound = (sitting: Sitting, candidate: CandidateState, block: BlockProgress): Result<RevealedRound | null> => {
  if (sitting.regulations.opinions === 'collegialOnly') return done(null);
  const last = block.rounds.slice(block.earlier).at(-1);
  if (last?.kind !== 'revealed') return failed('round-not-revealed');
  return restsOn(candidate.composition.sitting, last) ? done(last) : failed('round-not-complete', { changed: true });
};

/** Whether a decision agrees with the count of the final round, where the regulations bind the jury to it. */
export const checkAgainstCount = ({ result }: Pick<RevealedRound, 'result'>, outcome: 'validated' | 'notValidated'): Check => {
  if (result.kind === 'tie' || result.kind === 'noneExpressed') return failed('round-not-complete', { [result.kind]: true });
  const bound = result.value === 'validate' ? 'validated' : 'notValidated';
  return outcome === bound ? allowed : failed('decision-differs-from-count', { rule: result.kind });
};

/** A decision: on a revealed final round of those who sit, agreeing with the count where the regulations say so, with the words that they ask for. */
export const checkDecision = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'decision' }>): Check => {
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const { candidate, block } = found.value;
  const read = accommodationRead(candidate, candidate.composition.sitting);
  if (!read.ok) return read;
  const round = finalRound(sitting, candidate, block);
  if (!round.ok) return round;
  if (sitting.regulations.decisionRule === 'majority' && round.value) {
    const agrees = checkAgainstCount(round.value, act.outcome);
    if (!agrees.ok) return agrees;
  }
  const listed = sitting.referential.blocks.find((entry) => entry.code === act.block)?.competencies.map((entry) => entry.code) ?? [];
  const words = checkDecisionFields(act, listed, sitting.regulations);
  return words.ok ? allowed : words;
};

/**
 * Whose act reopens a decision: the member who presided when it was taken. Where a member who took it has been recused since, it must be taken again: the member
 * who presides now reopens it, or the lead where nobody may preside any more. On the later day of a rectification (`later`), whoever presides now does where the one
 * who presided does not sit. Null where no decision stands.
 */
export const reopenerOf = (
  candidate: Pick<CandidateState, 'recusals' | 'composition' | 'gathered'>,
  block: Pick<BlockProgress, 'state'>,
  later: boolean,
): JurorId | 'lead' | null => {
  if (!('decision' in block.state)) return null;
  const { members, president } = block.state.decision;
  const irregular = members.some((id) => candidate.recusals.some((recusal) => recusal.jurorId === id));
  if (irregular) return candidate.composition.president ?? 'lead';
  const { gathered } = candidate;
  return later && !gathered.sitting.includes(president) ? (gathered.president ?? president) : president;
};

/** A reopening: of a decision that stands, by the one who may, with a reason. */
export const checkReopening = (state: Deliberation, act: Extract<Act, { kind: 'reopening' }>, author: Author): Check => {
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  const block = found.value.blocks.find((entry) => entry.code === act.block);
  const reopener = block ? reopenerOf(found.value, block, runningRectification(state) !== null) : null;
  if (reopener === null) return failed('nothing-to-reopen');
  const by = author.kind === 'juror' ? author.jurorId : author.kind === 'lead' ? 'lead' : null;
  if (by !== reopener) return failed('not-president');
  return act.reason === '' ? failed('reason-missing') : allowed;
};

/** A member's confirmation of having read an accommodation that is declared to the jury. */
export const checkAccommodationRead = (state: Deliberation, act: Extract<Act, { kind: 'accommodationRead' }>): Check => {
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  if (!found.value.composition.sitting.includes(act.jurorId)) return failed('not-sitting', { juror: act.jurorId });
  return found.value.mustRead ? allowed : failed('not-found', { what: 'accommodation' });
};
