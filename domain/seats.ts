import type { CandidateId, JurorId } from './ids.ts';
import { checkComposition, type Composition, type Juror, type LinkKind } from './jury.ts';
import type { Candidate } from './candidate.ts';
import type { Referential } from './referential.ts';
import type { Regulations } from './regulations.ts';

/** What a session is prepared with; frozen when it opens. */
export interface Sitting {
  readonly referential: Referential;
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
  readonly president: JurorId | null;
  readonly deputy: JurorId | null;
  /** For each candidate, the members recused and why. */
  readonly recused: ReadonlyMap<CandidateId, ReadonlyMap<JurorId, LinkKind | 'ownRequest'>>;
  /** For each candidate, the substitute named for each titular. */
  readonly substitutes: ReadonlyMap<CandidateId, ReadonlyMap<JurorId, JurorId>>;
}

const maySit = (room: Room, candidate: CandidateId, juror: JurorId): boolean => room.present.has(juror) && !room.recused.get(candidate)?.has(juror);

/** The members sitting for one candidate, in the order of the titular seats; a substitute takes the seat of the member replaced. */
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
    quorum: sitting.regulations.quorum,
    sitting: seated,
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
