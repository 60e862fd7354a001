import type { Act, Author } from './act.ts';
import type { BlockProgress, CandidateState, Deliberation } from './deliberation.ts';
import { failed } from './errors.ts';
import type { BlockCode, CandidateId, JurorId } from './ids.ts';
import {
  allowed,
  checkAccommodationRead,
  checkDecision,
  checkOpinion,
  checkReopening,
  checkReveal,
  checkRound,
  findCandidate,
  findPending,
  requireOpen,
  type Check,
} from './permission-block.ts';
import { checkCorrected, checkRectification, checkRefusedSignature, checkScope, checkSigned, checkWithdrawal } from './permission-minute.ts';
import { runningRectification } from './rectification.ts';
import type { Sitting } from './seats.ts';

const knows = (state: Deliberation, id: JurorId): Check =>
  state.members.some((member) => member.juror.id === id) ? allowed : failed('not-found', { what: 'juror' });

const knowsCandidates = (sitting: Sitting, ids: readonly CandidateId[]): Check =>
  ids.every((id) => sitting.candidates.some((candidate) => candidate.id === id)) ? allowed : failed('not-found', { what: 'candidate' });

const requireRunning = (state: Deliberation): Check => (state.phase === 'preparing' || state.phase === 'open' ? allowed : failed('session-closed'));

const first = (...checks: readonly (() => Check)[]): Check => {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return allowed;
};

const requireReason = ({ reason }: { readonly reason: string }): Check => (reason === '' ? failed('reason-missing') : allowed);

const checkDesignation = (state: Deliberation, act: Extract<Act, { kind: 'presidentDesignated' }>): Check => {
  // Once the session is open the casting vote has its holder: a deputy may still be named for when the president is away.
  // And while a deputy is here the casting vote that may fall to the deputy does not change hands either.
  const deputyHere = state.members.some((member) => member.juror.id === state.deputy && member.present);
  if (state.phase === 'open' && (act.rank === 'president' || deputyHere)) return failed('president-frozen');
  return first(
    () => requireRunning(state),
    () => knows(state, act.jurorId),
  );
};

const checkDeclaration = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'declaration' }>): Check => {
  const declared = state.members.some((member) => member.juror.id === act.jurorId && member.declaredAt !== null);
  if (state.phase !== 'preparing' && (state.phase !== 'open' || declared)) return failed('session-frozen');
  return first(
    () => knows(state, act.jurorId),
    () =>
      knowsCandidates(
        sitting,
        act.links.map((link) => link.candidateId),
      ),
  );
};

const checkWithdrawnRecusal = (state: Deliberation, act: Extract<Act, { kind: 'recusalWithdrawn' }>): Check => {
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  return found.value.recusals.some((recusal) => recusal.jurorId === act.jurorId) ? requireReason(act) : failed('not-recused', { juror: act.jurorId });
};

const checkSubstitution = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'substitution' }>): Check => {
  const seatOf = (id: JurorId) => sitting.jurors.find((juror) => juror.id === id)?.seat;
  if (seatOf(act.replaced) !== 'titular' || seatOf(act.substitute) !== 'substitute') return failed('substitute-unfit');
  return first(
    () => requireRunning(state),
    () => knowsCandidates(sitting, act.candidateIds),
  );
};

const checkOpening = (sitting: Sitting, state: Deliberation): Check => {
  if (state.phase !== 'preparing') return failed('session-already-open');
  const { quorum } = sitting.regulations;
  const here = state.members.filter((member) => member.present);
  if (!here.some((member) => member.juror.seat === 'titular')) return failed('quorum-missing', { present: 0, quorum });
  const undeclared = here.filter((member) => member.declaredAt === null);
  if (undeclared.length > 0) return failed('declaration-missing', { jurors: undeclared.map((member) => member.juror.id) });
  if (here.length < quorum) return failed('quorum-missing', { present: here.length, quorum });
  return here.some((member) => member.rank === 'president') ? allowed : failed('president-missing');
};

/** The jury has begun on a block once something is known of it: a round revealed, a decision. A sealed opinion alone binds nobody: it is never revealed. */
const hasBegun = ({ state, rounds, superseded }: BlockProgress): boolean =>
  'decision' in state || superseded.length > 0 || rounds.some((round) => round.kind === 'revealed');

const checkPresence = (state: Deliberation, act: Extract<Act, { kind: 'presence' }>): Check => {
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  return found.value.blocks.some(hasBegun) && act.presence !== 'present' ? failed('block-decided', { block: '' }) : allowed;
};

const checkBlockAbsence = (state: Deliberation, act: Extract<Act, { kind: 'blockAbsence' }>): Check => {
  if (act.absent) {
    const pending = findPending(state, act.candidateId, act.block);
    if (!pending.ok) return pending;
    return hasBegun(pending.value.block) ? failed('block-decided', { block: act.block }) : allowed;
  }
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  const told = found.value.blocks.find((entry) => entry.code === act.block)?.state;
  return told?.kind === 'absent' && told.scope === 'block' ? allowed : failed('block-undecided', {});
};

const checkEquivalence = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'equivalence' }>): Check => {
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  const { entry, blocks } = found.value;
  const block = blocks.find(({ code }) => code === act.block);
  if (!entry.entitled) return failed('entry-outside-registration', { entryDate: entry.entryDate, to: entry.to, heldOn: entry.heldOn, limit: entry.limit });
  if (block === undefined) return failed('unknown-block', { block: act.block });
  const told = block.state;
  if (told.kind === 'absent' && told.scope === 'block') return failed('block-absent', { block: act.block });
  if (act.on > sitting.heldOn) return failed('equivalence-later', { on: act.on, heldOn: sitting.heldOn });
  if (told.kind === 'brought') return failed('block-already-acquired', { block: act.block });
  if ([act.from, act.reference, act.authority].includes('')) return failed('reason-missing');
  return hasBegun(block) ? failed('block-decided', { block: act.block }) : allowed;
};

/** Only an equivalence of this session is withdrawn: what was acquired before it is never lost. */
const checkWithdrawnEquivalence = (state: Deliberation, act: Extract<Act, { kind: 'equivalenceWithdrawn' }>): Check => {
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  const { candidate, blocks } = found.value;
  const told = blocks.find((entry) => entry.code === act.block)?.state;
  if (told?.kind !== 'brought') return failed('not-found', { what: 'equivalence' });
  if (candidate.brings.some((entry) => entry.block === act.block)) return failed('block-already-acquired', { block: act.block });
  return requireReason(act);
};

const checkPostponement = (state: Deliberation, act: Extract<Act, { kind: 'postponement' }>): Check => {
  const found = findCandidate(state, act.candidateId);
  if (!found.ok) return found;
  const { entry, composition, postponed, blocks, presence } = found.value;
  if (postponed) return failed('candidate-postponed', { cause: postponed.cause });
  if (act.cause === 'entry' ? entry.entitled : act.cause === 'composition' && composition.gaps.length === 0) return failed('forbidden', { cause: act.cause });
  if (act.note === '') return failed('reason-missing');
  if (presence === 'absent' || presence === 'excused') return failed('candidate-not-present', { presence });
  return act.cause === 'entry' || blocks.some(({ state: told }) => told.kind === 'pending') ? allowed : failed('block-decided', { block: '' });
};

/** Candidates that keep the session from closing: expected still, undecided on a presented block, or not entitled, and neither absent, excused nor postponed. */
export const undecidedCandidates = (state: Deliberation): readonly CandidateState[] =>
  state.candidates.filter(({ outcome, presence, entry }) => {
    if (outcome.kind === 'postponed' || outcome.kind === 'absent' || outcome.kind === 'excused') return false;
    return outcome.kind === 'undecided' || presence === 'expected' || !entry.entitled;
  });

/** Blocks whose decision stands though members who took it have been recused since, with those members: it is taken again before the session closes. */
export const irregularDecisions = ({ blocks, recusals }: CandidateState): { code: BlockCode; members: JurorId[] }[] =>
  blocks.flatMap(({ code, state }) => {
    const members = 'decision' in state ? state.decision.members.filter((id) => recusals.some((recusal) => recusal.jurorId === id)) : [];
    return members.length > 0 ? [{ code, members }] : [];
  });

/** Candidates with a decision that stands though a member who took it has been recused since. */
export const decidedByRecused = (state: Deliberation): readonly CandidateState[] =>
  state.candidates.filter((candidate) => irregularDecisions(candidate).length > 0);

const checkClosing = (state: Deliberation): Check => {
  const open = requireOpen(state);
  if (!open.ok) return open;
  const undecided = undecidedCandidates(state);
  if (undecided.length > 0) return failed('block-undecided', { candidates: undecided.map((entry) => entry.candidate.id) });
  const irregular = decidedByRecused(state);
  if (irregular.length > 0) return failed('decision-by-recused', { candidates: irregular.map((entry) => entry.candidate.id) });
  return runningRectification(state)?.changes.length === 0 ? failed('rectification-empty') : allowed;
};

/** Whether this author may do such an act at all: a member for what is the member's own, the pedagogical lead for what the jury does together. */
const checkAuthor = (act: Act, author: Author): Check => {
  const own = 'jurorId' in act && author.kind === 'juror' && author.jurorId === act.jurorId;
  switch (act.kind) {
    case 'opinion':
    case 'accommodationRead':
    case 'declaration':
    case 'recusalWithdrawn':
      return own ? allowed : failed('forbidden', { act: act.kind });
    case 'recusal':
      return own || author.kind === 'lead' ? allowed : failed('forbidden', { act: act.kind });
    case 'reopening':
      // Who may reopen is judged with the decision.
      return allowed;
    case 'signed': {
      const signs = act.capacity === 'lead' ? author.kind === 'lead' : author.kind === 'juror' && author.jurorId === act.signer;
      return signs ? allowed : failed('forbidden', { act: act.kind });
    }
    default:
      return author.kind === 'lead' ? allowed : failed('forbidden', { act: act.kind });
  }
};

/** Whether the act may be recorded now, by this author: the one gate that every act of a session passes. */
export const mayRecord = (sitting: Sitting, state: Deliberation, act: Act, author: Author): Check => {
  const scope = checkScope(state, act);
  const may = scope.ok ? checkAct(sitting, state, act, author) : scope;
  return may.ok ? checkAuthor(act, author) : may;
};

const checkAct = (sitting: Sitting, state: Deliberation, act: Act, author: Author): Check => {
  switch (act.kind) {
    case 'prepared':
      return state.phase === 'preparing' ? allowed : failed('session-frozen');
    case 'contradictionAcknowledged':
      return state.phase === 'preparing' ? requireReason(act) : failed('session-frozen');
    case 'declaration':
      return checkDeclaration(sitting, state, act);
    case 'attendance':
      return first(
        () => requireRunning(state),
        () => knows(state, act.jurorId),
      );
    case 'presidentDesignated':
      return checkDesignation(state, act);
    case 'recusal':
      return first(
        () => requireReason(act),
        () => requireOpen(state),
        () => knows(state, act.jurorId),
        () => knowsCandidates(sitting, [act.candidateId]),
      );
    case 'recusalWithdrawn':
      return checkWithdrawnRecusal(state, act);
    case 'substitution':
      return checkSubstitution(sitting, state, act);
    case 'opened':
      return checkOpening(sitting, state);
    case 'presence':
      return checkPresence(state, act);
    case 'blockAbsence':
      return checkBlockAbsence(state, act);
    case 'equivalence':
      return checkEquivalence(sitting, state, act);
    case 'equivalenceWithdrawn':
      return checkWithdrawnEquivalence(state, act);
    case 'accommodationRead':
      return checkAccommodationRead(state, act);
    case 'opinion':
      return checkOpinion(sitting, state, act);
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
    case 'postponementLifted': {
      const found = findCandidate(state, act.candidateId);
      if (!found.ok) return found;
      return found.value.postponed ? requireReason(act) : failed('not-postponed');
    }
    case 'timer':
      return first(
        () => requireOpen(state),
        () => knowsCandidates(sitting, [act.candidateId]),
      );
    case 'incident':
      return requireOpen(state);
    case 'closed':
      return checkClosing(state);
    case 'printed':
      if (state.phase === 'closed' && (state.printing?.signed.length ?? 0) > 0) return failed('already-signed');
      return state.phase === 'closed' ? allowed : failed(state.phase === 'open' ? 'session-not-open' : 'minute-sealed');
    case 'signatureRefused':
      return checkRefusedSignature(state, act);
    case 'signed':
      return checkSigned(state, act);
    case 'archived':
      return state.phase === 'sealed' || state.phase === 'archived' ? allowed : failed('minute-not-sealed');
    case 'rectificationOpened':
      return checkRectification(state, act);
    case 'correction':
      return checkCorrected(sitting, state, act);
    case 'rectificationWithdrawn':
      return checkWithdrawal(state, act);
  }
};
