import { fullName } from './candidate.ts';
import type { RecordedAct } from './act.ts';
import type { MemberState } from './attendance.ts';
import type { CandidateState, Deliberation } from './deliberation.ts';
import { done, failed, type Result } from './errors.ts';
import type { SessionId } from './ids.ts';
import type { RecordCandidate, RecordMember, SessionRecord } from './minute.ts';
import { publishActs } from './record-act.ts';
import type { Referential } from './referential.ts';
import type { Sitting } from './seats.ts';
import { countTotals } from './totals.ts';
import type { SessionFields } from './view.ts';

/** What the acts give for one candidate, as the record keeps it. */
export const drawCandidate = ({ presence, entry, composition, blocks, outcome }: CandidateState) => ({
  entry,
  presence,
  composition: {
    members: composition.sitting,
    president: composition.president,
    valid: composition.gaps.length === 0,
    gaps: composition.gaps,
    text: composition.text,
  },
  blocks: blocks.map(({ code, state }) => ({ code, state })),
  outcome,
});

const candidateOf = (state: CandidateState): RecordCandidate => {
  const { id, number, familyName, usageName, givenName, birthDate, accessPath, entryProof, presents, brings } = state.candidate;
  const { entry, presence, composition, blocks, outcome } = drawCandidate(state);
  const who = { id, number, name: fullName(state.candidate), familyName, usageName, givenName, birthDate, accessPath };
  return { ...who, entry, entryProof, presents, brings, presence, composition, blocks, outcome };
};

/** What the acts give for one member, as the record keeps it. */
export const drawMember = ({ rank, attendance, declaredAt, decided }: MemberState) => ({ rank, attendance: [...attendance], declaredAt, decided });

const memberOf = (state: MemberState): RecordMember => {
  const { id, civility, givenName, familyName, quality, employer, membership, itProfessional, pedagogicalLead, qualified, seat } = state.juror;
  const name = [civility, fullName(state.juror)].filter((part) => part !== '').join(' ');
  return { id, name, civility, givenName, familyName, quality, employer, membership, itProfessional, pedagogicalLead, qualified, seat, ...drawMember(state) };
};

const drawRectification = (state: Deliberation['rectification']): SessionRecord['rectification'] => {
  if (state === null || state.closedAt === null) return null;
  const { rank, reason, original, previous, openedAt, closedAt, changes } = state;
  return { rank, reason, original, previous, openedAt, closedAt, changes: [...changes] };
};

/** What the acts give for the session as a whole, as the record keeps it. */
export const drawWhole = (state: Deliberation) => ({
  recusals: state.candidates.flatMap((entry) => entry.recusals.map((recusal) => ({ ...recusal }))),
  incidents: [...state.incidents],
  unable: [...state.unable],
  totals: countTotals(state.candidates),
  rectification: drawRectification(state.rectification),
});

/** What the record quotes of a fiche. */
export const quoteReferential = (referential: Referential): Omit<SessionRecord['certification'], 'acknowledged'> => {
  const { code, version, title, level, nsf, certifier, otherCertifiers, decisionDate, startsBy, registrationEnd, deliveryLimit, blocks, accessPaths } =
    referential;
  return {
    code,
    version,
    title,
    level,
    nsf,
    certifier: { name: certifier.name, siret: certifier.siret },
    ...(otherCertifiers.length > 0 ? { otherCertifiers } : {}),
    decisionDate,
    ...(startsBy === 'decision' ? {} : { startsBy }),
    registrationEnd,
    deliveryLimit,
    accessPaths: accessPaths.map(({ path, label, open, composition, requires }) => ({ path, label, open, composition, requires })),
    blocks: blocks.map(({ code: block, label, competencies }) => ({ code: block, label, competencies })),
  };
};

/**
 * Draws the record of a closed session: everything the minute rests on, and nothing of the working part.
 * Errors: session-not-open when the session was never opened or closed.
 */
export const drawRecord = (facts: {
  readonly id: SessionId;
  readonly fields: SessionFields;
  readonly demonstration: boolean;
  readonly sitting: Sitting<Referential>;
  readonly acts: readonly RecordedAct[];
  readonly state: Deliberation;
  /** The last link of the journal at the closing. */
  readonly head: string;
}): Result<SessionRecord> => {
  const { fields, sitting, state } = facts;
  const { referential } = sitting;
  if (state.openedAt === null || state.closedAt === null) return failed('session-not-open');
  return done({
    format: 'delibere-session',
    version: 1,
    demonstration: facts.demonstration,
    session: {
      id: facts.id,
      number: fields.number,
      title: state.header.title,
      heldOn: fields.heldOn,
      place: state.header.place,
      mode: fields.mode,
      timeZone: fields.timeZone,
      openedAt: state.openedAt,
      closedAt: state.closedAt,
    },
    certification: {
      ...quoteReferential(referential),
      acknowledged: state.acknowledged.map(({ remark, reason, at }) => ({
        remark,
        text: referential.remarks.find((entry) => entry.code === remark)?.text ?? '',
        reason,
        at,
      })),
    },
    regulations: sitting.regulations,
    lead: { name: fullName(state.header.lead), ...state.header.lead },
    members: state.members.map(memberOf),
    candidates: state.candidates.map(candidateOf),
    acts: publishActs(facts.acts, sitting),
    ...drawWhole(state),
    chain: { algorithm: 'SHA-256', head: facts.head },
  });
};
