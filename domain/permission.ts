import type { Act, Author } from './act.ts';
import type { BlockProgress, CandidateState, Deliberation } from './deliberation.ts';
import { checkDecisionFields } from './decision.ts';
import { done, failed, type Result } from './errors.ts';
import type { BlockCode, CandidateId, JurorId } from './ids.ts';
import type { RevealedRound } from './round.ts';
import type { Sitting } from './seats.ts';

type Check = Result<true>;
const allowed: Check = done(true);

/** The round that a new opinion on the block goes to: the last one, or the first when none was opened. */
export const currentRound = (block: BlockProgress): number => block.rounds.at(-1)?.round ?? 1;

const requireOpen = (state: Deliberation): Check => {
  if (state.phase === 'preparing') return failed('session-not-open');
  return state.phase === 'open' ? allowed : failed('session-closed');
};

const findCandidate = (state: Deliberation, id: CandidateId): Result<CandidateState> => {
  const found = state.candidates.find((entry) => entry.candidate.id === id);
  return found ? done(found) : failed('not-found', { what: 'candidate' });
};

/** Whether the jury may deliberate on the candidate now: open session, entitled entry, valid composition, present, not postponed. */
export const mayDeliberate = (state: Deliberation, candidate: CandidateState): Check => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  if (!candidate.entry.entitled) return failed('entry-outside-registration', { entryDate: candidate.entry.entryDate, to: candidate.entry.to });
  if (candidate.composition.gaps.length > 0) return failed('composition-invalid', { gaps: candidate.composition.gaps.map((gap) => gap.kind) });
  if (candidate.postponed) return failed('candidate-postponed', { cause: candidate.postponed.cause });
  return candidate.presence === 'present' ? allowed : failed('candidate-not-present', { presence: candidate.presence });
};

const findPending = (state: Deliberation, id: CandidateId, code: BlockCode): Result<{ candidate: CandidateState; block: BlockProgress }> => {
  const found = findCandidate(state, id);
  if (!found.ok) return found;
  const candidate = found.value;
  const block = candidate.blocks.find((entry) => entry.code === code);
  if (!block) return failed('unknown-block', { block: code });
  switch (block.state.kind) {
    case 'brought':
      return failed('block-already-acquired', { block: code });
    case 'notPresented':
      return failed('block-not-presented', { block: code });
    case 'absent':
      return failed('block-absent', { block: code });
    case 'validated':
    case 'notValidated':
      return failed('block-decided', { block: code });
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

const checkOpinion = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'opinion' }>, author: Author): Check => {
  if (author.kind !== 'juror' || author.jurorId !== act.jurorId) return failed('forbidden', { act: act.kind });
  if (sitting.regulations.opinions === 'collegialOnly') return failed('opinions-not-individual');
  if (act.value === 'abstain' && sitting.regulations.abstention === 'forbidden') return failed('abstention-forbidden');
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const { candidate, block } = found.value;
  if (!candidate.composition.sitting.includes(act.jurorId)) return failed('not-sitting', { juror: act.jurorId });
  if (act.round !== currentRound(block) || block.rounds.at(-1)?.kind === 'revealed') return failed('round-revealed', { round: act.round });
  return accommodationRead(candidate, [act.jurorId]);
};

const checkReveal = (state: Deliberation, act: Extract<Act, { kind: 'reveal' }>): Check => {
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const { candidate, block } = found.value;
  const round = block.rounds.find((entry) => entry.round === act.round);
  if (round?.kind === 'revealed') return failed('round-revealed', { round: act.round });
  const missing = candidate.composition.sitting.filter((id) => !round?.recorded.includes(id));
  return missing.length === 0 ? allowed : failed('round-not-complete', { missing: missing.length });
};

const finalRound = (sitting: Sitting, candidate: CandidateState, block: BlockProgress): Result<RevealedRound | null> => {
  if (sitting.regulations.opinions === 'collegialOnly') return done(null);
  const last = block.rounds.at(-1);
  if (last?.kind !== 'revealed') return failed('round-not-revealed');
  const gave = last.opinions.map((opinion) => opinion.jurorId);
  return candidate.composition.sitting.every((id) => gave.includes(id)) ? done(last) : failed('round-not-complete', { missing: 1 });
};

const checkDecision = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'decision' }>): Check => {
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const { candidate, block } = found.value;
  const read = accommodationRead(candidate, candidate.composition.sitting);
  if (!read.ok) return read;
  const round = finalRound(sitting, candidate, block);
  if (!round.ok) return round;
  if (sitting.regulations.decisionRule === 'majority' && round.value) {
    const { result } = round.value;
    if (result.kind === 'tie') return failed('round-not-complete', { tie: true });
    const bound = result.value === 'validate' ? 'validated' : 'notValidated';
    if (act.outcome !== bound) return failed('decision-differs-from-count', { rule: result.kind });
  }
  const listed = sitting.referential.blocks.find((entry) => entry.code === act.block)?.competencies.map((entry) => entry.code) ?? [];
  const words = checkDecisionFields(act, listed, sitting.regulations);
  return words.ok ? allowed : words;
};

const checkRound = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'round' }>): Check => {
  const found = findPending(state, act.candidateId, act.block);
  if (!found.ok) return found;
  const last = found.value.block.rounds.at(-1);
  if (last?.kind !== 'revealed') return failed('round-not-revealed');
  return act.round === last.round + 1 && act.round <= sitting.regulations.rounds ? allowed : failed('round-not-allowed', { most: sitting.regulations.rounds });
};

const checkReopening = (state: Deliberation, act: Extract<Act, { kind: 'reopening' }>, author: Author): Check => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  const kind = found.value.blocks.find((entry) => entry.code === act.block)?.state.kind;
  if (kind !== 'validated' && kind !== 'notValidated') return failed('nothing-to-reopen');
  if (author.kind !== 'juror' || author.jurorId !== state.president) return failed('not-president');
  return act.reason === '' ? failed('reason-missing') : allowed;
};

const checkPresence = (state: Deliberation, act: Extract<Act, { kind: 'presence' }>): Check => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  const begun = found.value.blocks.some(({ state: { kind }, rounds }) => kind === 'validated' || kind === 'notValidated' || rounds.length > 0);
  return begun && act.presence !== 'present' ? failed('block-decided', { block: '' }) : allowed;
};

const checkBlockAbsence = (state: Deliberation, act: Extract<Act, { kind: 'blockAbsence' }>): Check => {
  if (act.absent) {
    const found = findPending(state, act.candidateId, act.block);
    if (!found.ok) return found;
    return found.value.block.rounds.length > 0 ? failed('round-revealed', { round: currentRound(found.value.block) }) : allowed;
  }
  const open = requireOpen(state);
  if (!open.ok) return open;
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  return found.value.blocks.some((entry) => entry.code === act.block && entry.state.kind === 'absent') ? allowed : failed('block-undecided', {});
};

const checkPostponement = (state: Deliberation, act: Extract<Act, { kind: 'postponement' }>): Check => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  if (act.cause === 'entry' ? found.value.entry.entitled : act.cause === 'composition' && found.value.composition.gaps.length === 0)
    return failed('forbidden', { cause: act.cause });
  if (act.note === '') return failed('reason-missing');
  return found.value.blocks.some((entry) => entry.state.kind === 'pending') ? allowed : failed('block-decided', { block: '' });
};

const checkSubstitution = (sitting: Sitting, act: Extract<Act, { kind: 'substitution' }>): Check => {
  const seatOf = (id: JurorId) => sitting.jurors.find((juror) => juror.id === id)?.seat;
  return seatOf(act.replaced) === 'titular' && seatOf(act.substitute) === 'substitute' ? allowed : failed('substitute-unfit');
};

const checkAccommodationRead = (state: Deliberation, act: Extract<Act, { kind: 'accommodationRead' }>, author: Author): Check => {
  if (author.kind !== 'juror' || author.jurorId !== act.jurorId) return failed('forbidden', { act: act.kind });
  const open = requireOpen(state);
  if (!open.ok) return open;
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  if (!found.value.composition.sitting.includes(act.jurorId)) return failed('not-sitting', { juror: act.jurorId });
  return found.value.mustRead ? allowed : failed('not-found', { what: 'accommodation' });
};

const checkOpening = (sitting: Sitting, state: Deliberation): Check => {
  if (state.phase !== 'preparing') return failed('session-already-open');
  const present = state.members.filter((member) => member.present && member.juror.seat === 'titular');
  if (present.length === 0) return failed('quorum-missing', { present: 0, quorum: sitting.regulations.quorum });
  const undeclared = state.members.filter((member) => member.present && member.declaredAt === null);
  if (undeclared.length > 0) return failed('declaration-missing', { jurors: undeclared.map((member) => member.juror.id) });
  const here = state.members.filter((member) => member.present);
  if (here.length < sitting.regulations.quorum) return failed('quorum-missing', { present: here.length, quorum: sitting.regulations.quorum });
  return here.some((member) => member.rank === 'president') ? allowed : failed('president-missing');
};

/** Candidates that keep the session from closing: neither decided on every presented block, nor absent, excused or postponed. */
export const undecidedCandidates = (state: Deliberation): readonly CandidateState[] =>
  state.candidates.filter((entry) => entry.outcome.kind === 'undecided' || (entry.presence === 'expected' && entry.outcome.kind !== 'postponed'));

const checkClosing = (state: Deliberation): Check => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  const undecided = undecidedCandidates(state);
  return undecided.length === 0 ? allowed : failed('block-undecided', { candidates: undecided.map((entry) => entry.candidate.id) });
};

const checkSigned = (state: Deliberation, act: Extract<Act, { kind: 'signed' }>): Check => {
  if (state.phase === 'sealed' || state.phase === 'archived') return failed('minute-sealed');
  if (state.phase !== 'closed' || state.printing?.number !== act.printing) return failed('minute-absent');
  const { signed } = state.printing;
  if (signed.some((entry) => entry.signer === act.signer && entry.capacity === act.capacity)) return failed('already-signed');
  const signers = state.members.filter((member) => member.decided && !state.unable.some((entry) => entry.jurorId === member.juror.id));
  if (act.capacity === 'member') return signers.some((member) => member.juror.id === act.signer) ? allowed : failed('forbidden', { act: act.kind });
  const missing = signers.filter((member) => !signed.some((entry) => entry.capacity === 'member' && entry.signer === member.juror.id));
  return missing.length === 0 ? allowed : failed('signature-missing', { jurors: missing.map((member) => member.juror.id) });
};

/** Whether the act may be recorded now, by this author: the one gate that every act of a session passes. */
export const mayRecord = (sitting: Sitting, state: Deliberation, act: Act, author: Author): Check => {
  switch (act.kind) {
    case 'prepared':
    case 'contradictionAcknowledged':
      return state.phase === 'preparing' ? allowed : failed('session-frozen');
    case 'declaration':
      if (author.kind === 'juror' && author.jurorId !== act.jurorId) return failed('forbidden', { act: act.kind });
      return state.phase === 'preparing' ||
        (state.phase === 'open' && !state.members.some((member) => member.juror.id === act.jurorId && member.declaredAt !== null))
        ? allowed
        : failed('session-frozen');
    case 'attendance':
    case 'presidentDesignated':
      return state.phase === 'preparing' || state.phase === 'open' ? allowed : failed('session-closed');
    case 'recusal':
      if (act.reason === '') return failed('reason-missing');
      return requireOpen(state);
    case 'substitution':
      return state.phase === 'preparing' || state.phase === 'open' ? checkSubstitution(sitting, act) : failed('session-closed');
    case 'opened':
      return checkOpening(sitting, state);
    case 'presence':
      return checkPresence(state, act);
    case 'blockAbsence':
      return checkBlockAbsence(state, act);
    case 'equivalence': {
      const open = requireOpen(state);
      if (!open.ok) return open;
      const found = findCandidate(state, act.candidateId);
      if (!found.ok) return found;
      const kind = found.value.blocks.find((entry) => entry.code === act.block)?.state.kind;
      return kind === 'pending' || kind === 'notPresented' ? allowed : failed('block-decided', { block: act.block });
    }
    case 'accommodationRead':
      return checkAccommodationRead(state, act, author);
    case 'opinion':
      return checkOpinion(sitting, state, act, author);
    case 'reveal':
      return checkReveal(state, act);
    case 'round':
      return checkRound(sitting, state, act);
    case 'decision':
      return checkDecision(sitting, state, act);
    case 'reopening':
      return checkReopening(state, act, author);
    case 'postponement':
      return checkPostponement(state, act);
    case 'postponementLifted':
      return act.reason === '' ? failed('reason-missing') : requireOpen(state);
    case 'timer':
    case 'incident':
      return requireOpen(state);
    case 'closed':
      return checkClosing(state);
    case 'printed':
      if (state.phase === 'closed' && (state.printing?.signed.length ?? 0) > 0) return failed('already-signed');
      return state.phase === 'closed' ? allowed : failed(state.phase === 'open' ? 'session-not-open' : 'minute-sealed');
    case 'signatureRefused':
      if (act.reason === '') return failed('reason-missing');
      return state.phase === 'closed' && state.printing !== null ? allowed : failed('minute-absent');
    case 'signed':
      return checkSigned(state, act);
    case 'archived':
      return state.phase === 'sealed' || state.phase === 'archived' ? allowed : failed('minute-not-sealed');
  }
};
