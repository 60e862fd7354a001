import type { BlockCode, CandidateId, CompetencyCode, JurorId } from './ids.ts';
import { checkComposition, usualRule, type Composition, type Juror, type LinkKind } from './jury.ts';
import type { Candidate } from './candidate.ts';
import type { Header } from './correction.ts';
import type { AccessPathTerms } from './referential.ts';
import type { Regulations } from './regulations.ts';
import type { Day } from './time.ts';

/** What the rules read of a fiche: blocks, access paths, dates. The record holds as much, so that anyone can replay it. */
export interface SittingTerms {
  readonly decisionDate: Day;
  readonly registrationEnd: Day;
  readonly deliveryLimit: Day | null;
  readonly blocks: readonly { readonly code: BlockCode; readonly competencies: readonly { readonly code: CompetencyCode }[] }[];
  readonly accessPaths: readonly Pick<AccessPathTerms, 'path' | 'open' | 'composition' | 'requires'>[];
}

/** What a session is prepared with; frozen when it opens. */
export interface Sitting<Terms extends SittingTerms = SittingTerms> {
  /** The day of the session: what a limit of delivery is compared with. */
  readonly heldOn: Day;
  /** What the minute prints of the session and no rule reads. */
  readonly header: Header;
  readonly referential: Terms;
  readonly regulations: Regulations;
  readonly jurors: readonly Juror[];
  readonly candidates: readonly Candidate[];
  /** Candidates whose accommodation is declared to the jury: each member confirms having read it before a first opinion. */
  readonly mustRead: readonly CandidateId[];
}

/** A member kept from sitting for one candidate, and who takes the seat. */
export interface Recusal {
  readonly jurorId: JurorId;
  readonly candidateId: CandidateId;
  readonly cause: LinkKind | 'ownRequest';
  readonly substitute: JurorId | null;
}

/** Who is in the room and who may not judge whom, at one moment. */
export interface Room {
  readonly present: ReadonlySet<JurorId>;
  /** Those who have declared their links, or that they have none. */
  readonly declared: ReadonlySet<JurorId>;
  readonly president: JurorId | null;
  readonly deputy: JurorId | null;
  /** For each candidate, the members recused and why. */
  readonly recused: ReadonlyMap<CandidateId, ReadonlyMap<JurorId, LinkKind | 'ownRequest'>>;
  /** For each candidate, the substitute named for each titular. */
  readonly substitutes: ReadonlyMap<CandidateId, ReadonlyMap<JurorId, JurorId>>;
}

const maySit = (room: Room, candidate: CandidateId, juror: JurorId): boolean =>
  room.present.has(juror) && room.declared.has(juror) && !room.recused.get(candidate)?.has(juror);

/** The members sitting for one candidate, in the order of the titular seats: here, declared, not recused; a substitute takes the seat of the member replaced. */
export const seatsFor = (sitting: Sitting, room: Room, candidateId: CandidateId): readonly Juror[] => {
  const seated: Juror[] = [];
  for (const titular of sitting.jurors.filter((juror) => juror.seat === 'titular')) {
    if (maySit(room, candidateId, titular.id)) {
      seated.push(titular);
      continue;
    }
    const named = room.substitutes.get(candidateId)?.get(titular.id);
    const substitute = sitting.jurors.find((juror) => juror.id === named && juror.seat === 'substitute');
    if (substitute && maySit(room, candidateId, substitute.id) && !seated.includes(substitute)) seated.push(substitute);
  }
  return seated;
};

/** The member who presides for one candidate: the president when seated, else the deputy when seated, else nobody. */
export const presidentFor = (room: Room, seated: readonly Juror[]): Juror | null =>
  seated.find((juror) => juror.id === room.president) ?? seated.find((juror) => juror.id === room.deputy) ?? null;

/** The composition of the jury for one candidate at one moment, with the text applied. Source: fiche, domain.md "Jury composition". */
export const compositionFor = (sitting: Sitting, room: Room, candidate: Candidate): Composition => {
  const seated = seatsFor(sitting, room, candidate.id);
  const path = sitting.referential.accessPaths.find((entry) => entry.path === candidate.accessPath);
  return checkComposition({
    path: candidate.accessPath,
    open: path?.open ?? false,
    text: path?.composition ?? null,
    rule: path?.requires ?? usualRule(candidate.accessPath),
    quorum: sitting.regulations.quorum,
    sitting: seated,
    undeclared: sitting.jurors.map((juror) => juror.id).filter((id) => room.present.has(id) && !room.declared.has(id)),
    president: presidentFor(room, seated),
  });
};

/** The recusals that stand for one candidate, with the substitute who took the seat. */
export const recusalsFor = (sitting: Sitting, room: Room, candidateId: CandidateId): readonly Recusal[] =>
  sitting.jurors.flatMap((juror) => {
    const cause = room.recused.get(candidateId)?.get(juror.id);
    if (cause === undefined) return [];
    const named = room.substitutes.get(candidateId)?.get(juror.id) ?? null;
    const seated = named !== null && maySit(room, candidateId, named);
    return [{ jurorId: juror.id, candidateId, cause, substitute: seated ? named : null }];
  });
