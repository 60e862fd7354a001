import type { Act, ActKind } from './act.ts';
import { checkCorrection } from './correction.ts';
import type { Deliberation } from './deliberation.ts';
import { failed } from './errors.ts';
import type { CandidateId } from './ids.ts';
import { allowed, mayDeliberate, type Check } from './permission-block.ts';
import { runningRectification } from './rectification.ts';
import type { Sitting } from './seats.ts';

const requireReason = ({ reason }: { readonly reason: string }): Check => (reason === '' ? failed('reason-missing') : allowed);

/** A refusal or an inability to sign: of the printing under signature, by one who decided, with a reason. */
export const checkRefusedSignature = (state: Deliberation, act: Extract<Act, { kind: 'signatureRefused' }>): Check => {
  if (act.reason === '') return failed('reason-missing');
  if (state.phase !== 'closed' || state.printing?.number !== act.printing) return failed('minute-absent');
  const expected = state.members.some(({ juror, decided }) => decided && juror.id === act.jurorId);
  return expected && !state.unable.some((entry) => entry.jurorId === act.jurorId) ? allowed : failed('forbidden', { act: act.kind });
};

/** A signature: of the printing under signature, once by each who decided, the lead's last. */
export const checkSigned = (state: Deliberation, act: Extract<Act, { kind: 'signed' }>): Check => {
  if (state.phase === 'sealed' || state.phase === 'archived') return failed('minute-sealed');
  if (state.phase !== 'closed' || state.printing?.number !== act.printing) return failed('minute-absent');
  const { signed } = state.printing;
  if (signed.some((entry) => entry.signer === act.signer && entry.capacity === act.capacity)) return failed('already-signed');
  const signers = state.members.filter((member) => member.decided && !state.unable.some((entry) => entry.jurorId === member.juror.id));
  if (act.capacity === 'member') return signers.some((member) => member.juror.id === act.signer) ? allowed : failed('forbidden', { act: act.kind });
  const missing = signers.filter((member) => !signed.some((entry) => entry.capacity === 'member' && entry.signer === member.juror.id));
  return missing.length === 0 ? allowed : failed('signature-missing', { jurors: missing.map((member) => member.juror.id) });
};

/** The acts that a rectification is made of; the others wait for another session. */
const ofRectification: readonly ActKind[] = [
  'attendance',
  'presidentDesignated',
  'recusal',
  'recusalWithdrawn',
  'substitution',
  'accommodationRead',
  'opinion',
  'reveal',
  'round',
  'decision',
  'reopening',
  'correction',
  'incident',
  'closed',
  'rectificationOpened',
  'rectificationWithdrawn',
];

/** While a minute is rectified, the jury works only on the blocks that it has reopened, and on the candidates they belong to. Source: domain.md "The minute". */
export const checkScope = (state: Deliberation, act: Act): Check => {
  const running = runningRectification(state);
  if (running === null) return allowed;
  if (!ofRectification.includes(act.kind)) return failed('rectification-only', { act: act.kind });
  if (act.kind === 'reopening') {
    // Nothing is taken up again that could not be decided: a decision reopened and never taken would be a decision erased.
    const candidate = state.candidates.find((entry) => entry.candidate.id === act.candidateId);
    return candidate ? mayDeliberate(state, { ...candidate, composition: candidate.gathered }) : failed('not-found', { what: 'candidate' });
  }
  // A link found since the closing is told by who sat for a decision that stands; the decision is then taken again, or the rectification given up.
  if (act.kind === 'recusal') {
    const decided = state.candidates.some(
      ({ candidate, blocks }) =>
        candidate.id === act.candidateId && blocks.some(({ state: told }) => 'decision' in told && told.decision.members.includes(act.jurorId)),
    );
    if (decided) return allowed;
  }
  if (act.kind === 'presidentDesignated' && running.concerned.length === 0) return failed('rectification-only', { act: act.kind });
  const concerns = (id: CandidateId): boolean => running.concerned.includes(id);
  if ('block' in act) {
    const reopened = running.reopened.some((entry) => entry.candidateId === act.candidateId && entry.block === act.block);
    return reopened ? allowed : failed('rectification-only', { act: act.kind });
  }
  const ids = 'candidateId' in act ? [act.candidateId] : 'candidateIds' in act ? act.candidateIds : [];
  return ids.every(concerns) ? allowed : failed('rectification-only', { act: act.kind });
};

/** A rectification opens on a sealed minute, with the next rank, a reason, and the same first minute as the one before. */
export const checkRectification = (state: Deliberation, act: Extract<Act, { kind: 'rectificationOpened' }>): Check => {
  if (runningRectification(state) !== null) return failed('rectification-running');
  if (state.phase !== 'sealed' && state.phase !== 'archived') return failed('minute-not-sealed');
  if (act.rank !== (state.rectification?.rank ?? 0) + 1) return failed('forbidden', { act: act.kind });
  const first = act.rank === 1;
  const { original } = state.rectification ?? act;
  if (original.sha256 !== act.original.sha256 || original.number !== act.original.number) return failed('forbidden', { act: act.kind });
  if (first && act.previous.sha256 !== act.original.sha256) return failed('forbidden', { act: act.kind });
  return requireReason(act);
};

/** A rectification is given up only while no decision has been taken up again: a reopened decision must be decided. */
export const checkWithdrawal = (state: Deliberation, act: Extract<Act, { kind: 'rectificationWithdrawn' }>): Check => {
  const running = runningRectification(state);
  if (running === null) return failed('rectification-absent');
  return running.reopened.length > 0 ? failed('rectification-decides') : requireReason(act);
};

/** A correction: while a minute is rectified, on what stands now. */
export const checkCorrected = (sitting: Sitting, state: Deliberation, act: Extract<Act, { kind: 'correction' }>): Check => {
  if (runningRectification(state) === null) return failed('rectification-absent');
  const { header, members, candidates } = state;
  const known = candidates.length === sitting.candidates.length ? candidates.map((entry) => entry.candidate) : sitting.candidates;
  const { where, after } = act;
  // A number that was another candidate's in the minute would carry that one's results.
  const was =
    where.of === 'candidate' && where.field === 'number' ? sitting.candidates.find((one) => one.number === after && one.id !== where.candidateId) : undefined;
  if (was !== undefined) return failed('duplicate-candidate', { number: after });
  return checkCorrection({ header, candidates: known, jurors: members.map((member) => member.juror) }, act);
};
