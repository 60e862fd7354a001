import type { RecordedAct } from './act.ts';
import type { CandidateId, JurorId } from './ids.ts';
import type { DeclaredLink, Juror, LinkKind } from './jury.ts';
import type { Room, Sitting } from './seats.ts';
import type { Instant } from './time.ts';

/** One stay of a member in the room. */
export interface Stay {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** The state of one member of the jury. */
export interface MemberState {
  readonly juror: Juror;
  readonly rank: 'president' | 'deputy' | 'member';
  readonly present: boolean;
  readonly attendance: readonly Stay[];
  readonly declaredAt: Instant | null;
  readonly links: readonly DeclaredLink[];
  /** Whether this member sat for any decision that stands, hence signs. */
  readonly decided: boolean;
}

/** The room while acts are being read: who came and went, who presides, who declared what. */
export class RoomDraft implements Room {
  readonly present = new Set<JurorId>();
  readonly stays = new Map<JurorId, Stay[]>();
  readonly declarations = new Map<JurorId, { readonly at: Instant; readonly links: readonly DeclaredLink[] }>();
  readonly declared = new Set<JurorId>();
  readonly recused = new Map<CandidateId, Map<JurorId, LinkKind | 'ownRequest'>>();
  readonly substitutes = new Map<CandidateId, Map<JurorId, JurorId>>();
  president: JurorId | null = null;
  deputy: JurorId | null = null;
  private readonly sitting: Sitting;

  constructor(sitting: Sitting) {
    this.sitting = sitting;
  }

  /** Takes in one act and says whether it changed the room. */
  read({ act, at }: RecordedAct): boolean {
    switch (act.kind) {
      case 'attendance':
        this.move(act.jurorId, act.present, at);
        return true;
      case 'presidentDesignated':
        if (act.rank === 'president') this.president = act.jurorId;
        else this.deputy = act.jurorId;
        return true;
      case 'declaration':
        this.noteLinks(act.jurorId, act.links, at);
        return true;
      case 'recusal':
        this.recusedFor(act.candidateId).set(act.jurorId, 'ownRequest');
        return true;
      case 'recusalWithdrawn':
        this.withdraw(act.jurorId, act.candidateId);
        return true;
      case 'substitution':
        for (const id of act.candidateIds) this.substitutesFor(id).set(act.replaced, act.substitute);
        return true;
      default:
        return false;
    }
  }

  /** The room empties: whoever was still here had left when the session closed. A rectification is another day. */
  leave(at: Instant): void {
    for (const id of [...this.present]) this.move(id, false, at);
  }

  private move(jurorId: JurorId, present: boolean, at: Instant): void {
    const stays = this.stays.get(jurorId) ?? [];
    const last = stays.at(-1);
    if (present && !this.present.has(jurorId)) stays.push({ from: at, to: null });
    if (!present && last !== undefined && last.to === null) stays[stays.length - 1] = { from: last.from, to: at };
    this.stays.set(jurorId, stays);
    if (present) this.present.add(jurorId);
    else this.present.delete(jurorId);
  }

  private noteLinks(jurorId: JurorId, links: readonly DeclaredLink[], at: Instant): void {
    this.declarations.set(jurorId, { at, links });
    this.declared.add(jurorId);
    for (const causes of this.recused.values()) if (causes.get(jurorId) !== 'ownRequest') causes.delete(jurorId);
    for (const link of links) if (this.recuses(link)) this.recusedFor(link.candidateId).set(jurorId, link.kind);
  }

  /** Any link recuses from a VAE jury, whatever the regulations say: personal or professional, past or present. Source: Code du travail D6412-6. */
  private recuses({ candidateId, kind }: DeclaredLink): boolean {
    const vae = this.sitting.candidates.some((candidate) => candidate.id === candidateId && candidate.accessPath === 'VAE');
    return vae || this.sitting.regulations.recusingLinks.includes(kind);
  }

  /** A link declared by mistake goes with the recusal that it caused: the member declares that there is none. */
  private withdraw(jurorId: JurorId, candidateId: CandidateId): void {
    this.recusedFor(candidateId).delete(jurorId);
    const declared = this.declarations.get(jurorId);
    if (declared) this.declarations.set(jurorId, { at: declared.at, links: declared.links.filter((link) => link.candidateId !== candidateId) });
  }

  private recusedFor(id: CandidateId): Map<JurorId, LinkKind | 'ownRequest'> {
    const causes = this.recused.get(id) ?? new Map<JurorId, LinkKind | 'ownRequest'>();
    this.recused.set(id, causes);
    return causes;
  }

  private substitutesFor(id: CandidateId): Map<JurorId, JurorId> {
    const named = this.substitutes.get(id) ?? new Map<JurorId, JurorId>();
    this.substitutes.set(id, named);
    return named;
  }
}

/** The members as they stand, in the order of the seats; `deciders` are those who sat for a decision that stands. */
export const memberStates = (sitting: Sitting, room: RoomDraft, deciders: ReadonlySet<JurorId>): MemberState[] =>
  sitting.jurors.map((juror) => {
    const declaration = room.declarations.get(juror.id);
    return {
      juror,
      rank: juror.id === room.president ? 'president' : juror.id === room.deputy ? 'deputy' : 'member',
      present: room.present.has(juror.id),
      attendance: (room.stays.get(juror.id) ?? []).map((stay) => ({ ...stay })),
      declaredAt: declaration?.at ?? null,
      links: declaration?.links ?? [],
      decided: deciders.has(juror.id),
    };
  });
