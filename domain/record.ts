import { fullName } from './candidate.ts';
import type { CandidateState, Deliberation } from './deliberation.ts';
import { done, failed, type Result } from './errors.ts';
import type { SessionId } from './ids.ts';
import { countTotals, type RecordCandidate, type RecordMember, type SessionRecord } from './minute.ts';
import type { Sitting } from './seats.ts';
import type { SessionFields } from './view.ts';

const candidateOf = (state: CandidateState): RecordCandidate => {
  const { candidate, composition } = state;
  return {
    id: candidate.id,
    number: candidate.number,
    name: fullName(candidate),
    familyName: candidate.familyName,
    givenName: candidate.givenName,
    birthDate: candidate.birthDate,
    accessPath: candidate.accessPath,
    entry: state.entry,
    entryProof: candidate.entryProof,
    presence: state.presence,
    composition: { members: composition.sitting, president: composition.president, valid: composition.gaps.length === 0, text: composition.text },
    blocks: state.blocks.map(({ code, state: blockState }) => ({ code, state: blockState })),
    outcome: state.outcome,
  };
};

const memberOf = ({ juror, rank, attendance, declaredAt, decided }: Deliberation['members'][number]): RecordMember => ({
  id: juror.id,
  name: [juror.civility, fullName(juror)].filter((part) => part !== '').join(' '),
  quality: juror.quality,
  employer: juror.employer,
  membership: juror.membership,
  itProfessional: juror.itProfessional,
  pedagogicalLead: juror.pedagogicalLead,
  qualified: juror.qualified,
  seat: juror.seat,
  rank,
  attendance: [...attendance],
  declaredAt,
  decided,
});

/**
 * Draws the record of a closed session: everything the minute rests on, and nothing of the working part.
 * Errors: session-not-open when the session was never opened or closed.
 */
export const drawRecord = (facts: {
  readonly id: SessionId;
  readonly fields: SessionFields;
  readonly demonstration: boolean;
  readonly sitting: Sitting;
  readonly state: Deliberation;
  readonly chain: { readonly length: number; readonly head: string };
}): Result<SessionRecord> => {
  const { fields, sitting, state } = facts;
  const { referential } = sitting;
  if (state.openedAt === null || state.closedAt === null) return failed('session-not-open');
  const candidates = state.candidates.map(candidateOf);
  return done({
    format: 'delibere-session',
    version: 1,
    demonstration: facts.demonstration,
    session: {
      id: facts.id,
      number: fields.number,
      title: fields.title,
      heldOn: fields.heldOn,
      place: fields.place,
      mode: fields.mode,
      timeZone: fields.timeZone,
      openedAt: state.openedAt,
      closedAt: state.closedAt,
    },
    certification: {
      code: referential.code,
      version: referential.version,
      title: referential.title,
      level: referential.level,
      nsf: referential.nsf,
      certifier: { name: referential.certifier.name, siret: referential.certifier.siret },
      decisionDate: referential.decisionDate,
      registrationEnd: referential.registrationEnd,
      blocks: referential.blocks.map(({ code, label, competencies }) => ({ code, label, competencies })),
      acknowledged: state.acknowledged.map(({ remark, reason, at }) => ({
        remark,
        text: referential.remarks.find((entry) => entry.code === remark)?.text ?? '',
        reason,
        at,
      })),
    },
    regulations: sitting.regulations,
    lead: { name: fullName(fields.lead), quality: fields.lead.quality },
    members: state.members.map(memberOf),
    recusals: state.candidates.flatMap((entry) => entry.recusals.map((recusal) => ({ ...recusal }))),
    candidates,
    incidents: [...state.incidents],
    unable: [...state.unable],
    totals: countTotals(candidates),
    chain: { algorithm: 'SHA-256', length: facts.chain.length, head: facts.chain.head },
  });
};
