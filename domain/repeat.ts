import { act as actSchema, type Act, type Author, type RecordedAct } from './act.ts';
import type { CandidateState, Deliberation } from './deliberation.ts';
import type { CandidateId } from './ids.ts';

type Kind = Act['kind'];
type Of<Some extends Kind> = Extract<Act, { readonly kind: Some }>;

const lastOf = <Some extends Kind>(acts: readonly RecordedAct[], kinds: readonly Some[], about: (act: Of<Some>) => boolean): RecordedAct | undefined =>
  acts.findLast(({ act }) => kinds.some((kind) => kind === act.kind) && about(act as Of<Some>));

/** Whether an act says again, word for word, what its author said last on the same subject. */
const repeats = (last: RecordedAct | undefined, act: Act, author: Author): boolean => {
  // The schema gives the parts of every act in one order, wherever the act comes from.
  const text = (said: Act, by: Author): string => JSON.stringify([actSchema.parse(said), by]);
  return last !== undefined && text(last.act, last.author) === text(act, author);
};

const candidateIn = (state: Deliberation, id: CandidateId): CandidateState | undefined => state.candidates.find((entry) => entry.candidate.id === id);

const repeatsSubstitution = (acts: readonly RecordedAct[], act: Of<'substitution'>): boolean =>
  act.candidateIds.length > 0 &&
  act.candidateIds.every((id) => {
    const named = lastOf(acts, ['substitution'], (other) => other.replaced === act.replaced && other.candidateIds.includes(id))?.act;
    return named?.kind === 'substitution' && named.substitute === act.substitute;
  });

const repeatsRecusal = (state: Deliberation, acts: readonly RecordedAct[], act: Of<'recusal' | 'recusalWithdrawn'>, author: Author): boolean => {
  const recused = candidateIn(state, act.candidateId)?.recusals.some((recusal) => recusal.jurorId === act.jurorId) ?? false;
  const last = lastOf(acts, ['recusal', 'recusalWithdrawn'], (other) => other.jurorId === act.jurorId && other.candidateId === act.candidateId);
  return recused === (act.kind === 'recusal') && repeats(last, act, author);
};

const repeatsBlockAbsence = (state: Deliberation, acts: readonly RecordedAct[], act: Of<'blockAbsence'>, author: Author): boolean => {
  const told = candidateIn(state, act.candidateId)?.blocks.find(({ code }) => code === act.block)?.state;
  const absent = told?.kind === 'absent' && told.scope === 'block';
  const last = lastOf(acts, ['blockAbsence'], (other) => other.candidateId === act.candidateId && other.block === act.block);
  return absent === act.absent && repeats(last, act, author);
};

/** Once the round is revealed an opinion given again is no repeat: the gate refuses it. */
const repeatsOpinion = (state: Deliberation, acts: readonly RecordedAct[], act: Of<'opinion'>, author: Author): boolean => {
  const round = candidateIn(state, act.candidateId)
    ?.blocks.find(({ code }) => code === act.block)
    ?.rounds.at(-1);
  const same = (other: Of<'opinion'>): boolean =>
    other.jurorId === act.jurorId && other.candidateId === act.candidateId && other.block === act.block && other.round === act.round;
  const sits = candidateIn(state, act.candidateId)?.composition.sitting.includes(act.jurorId) ?? false;
  return sits && round?.kind === 'sealed' && !round.void && round.round === act.round && repeats(lastOf(acts, ['opinion'], same), act, author);
};

const repeatsOnCandidate = (state: Deliberation, acts: readonly RecordedAct[], act: Act, author: Author): boolean => {
  switch (act.kind) {
    case 'presence': {
      const candidate = candidateIn(state, act.candidateId);
      return candidate?.presence === act.presence && candidate.presenceNote === act.note;
    }
    case 'recusal':
    case 'recusalWithdrawn':
      return repeatsRecusal(state, acts, act, author);
    case 'blockAbsence':
      return repeatsBlockAbsence(state, acts, act, author);
    case 'accommodationRead': {
      const read = candidateIn(state, act.candidateId)?.readBy.includes(act.jurorId) ?? false;
      const last = lastOf(acts, ['accommodationRead'], (other) => other.jurorId === act.jurorId && other.candidateId === act.candidateId);
      return read && repeats(last, act, author);
    }
    case 'opinion':
      return repeatsOpinion(state, acts, act, author);
    default:
      return false;
  }
};

/**
 * Whether an act would change nothing: a double click, or the repeat of an act whose answer a crash took away. It is then answered as saved, and not added again.
 * Never an incident, a decision, a reopening, a round or a reveal: the gate judges those.
 */
export const changesNothing = (state: Deliberation, acts: readonly RecordedAct[], act: Act, author: Author): boolean => {
  if (state.phase !== 'preparing' && state.phase !== 'open') return false;
  switch (act.kind) {
    case 'attendance':
      return state.members.some((member) => member.juror.id === act.jurorId && member.present === act.present);
    case 'presidentDesignated':
      return (act.rank === 'president' ? state.president : state.deputy) === act.jurorId;
    case 'declaration': {
      const last = lastOf(acts, ['declaration'], (other) => other.jurorId === act.jurorId);
      const standing = state.members.find((member) => member.juror.id === act.jurorId)?.links;
      return repeats(last, act, author) && JSON.stringify(standing) === JSON.stringify(act.links);
    }
    case 'substitution':
      return repeatsSubstitution(acts, act);
    case 'contradictionAcknowledged':
      return state.acknowledged.some((entry) => entry.remark === act.remark && entry.reason === act.reason);
    default:
      return state.phase === 'open' && repeatsOnCandidate(state, acts, act, author);
  }
};
