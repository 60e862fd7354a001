import { anotherFiche, type RecordedAct } from './act.ts';
import { memberStates, RoomDraft, type MemberState } from './attendance.ts';
import { CandidateDraft } from './candidate-draft.ts';
import { correct, type Header } from './correction.ts';
import { checkEntry, laterOf, type Candidate, type EntryCheck, type Presence } from './candidate.ts';
import type { BlockDecision, BlockState, Outcome, PostponementCause } from './decision.ts';
import type { BlockCode, CandidateId, JurorId } from './ids.ts';
import type { Composition } from './jury.ts';
import { drawChanges, type RectificationDraft, type RectificationState, type Standing } from './rectification.ts';
import { showRound, type Round } from './round.ts';
import { compositionFor, recusalsFor, type Recusal, type Sitting } from './seats.ts';
import type { Instant } from './time.ts';

/** A decision that another act replaced; it stays readable. */
export interface SupersededDecision {
  readonly decision: BlockDecision;
  readonly outcome: 'validated' | 'notValidated';
  readonly reason: string;
  /** The member who reopened it, or the lead where nobody could preside any more. */
  readonly by: JurorId | 'lead';
  readonly at: Instant;
}

/** One block of one candidate: its state, its rounds, its superseded decisions. */
export interface BlockProgress {
  readonly code: BlockCode;
  readonly state: BlockState;
  readonly rounds: readonly Round[];
  readonly superseded: readonly SupersededDecision[];
  /** How many of the rounds came before the rectification that takes the decision again. */
  readonly earlier: number;
}

/** One candidate of the sitting. */
export interface CandidateState {
  readonly candidate: Candidate;
  readonly presence: Presence;
  readonly presenceNote: string;
  readonly entry: EntryCheck;
  readonly composition: Composition;
  /** The jury that those in the room would make now; the same, save for a candidate whose jury stays as it was at the closing. */
  readonly gathered: Composition;
  readonly recusals: readonly Recusal[];
  /** Members in the room who must leave it for this candidate. */
  readonly mustLeave: readonly JurorId[];
  readonly mustRead: boolean;
  readonly readBy: readonly JurorId[];
  readonly blocks: readonly BlockProgress[];
  readonly postponed: { readonly cause: PostponementCause; readonly note: string; readonly at: Instant } | null;
  readonly outcome: Outcome;
}

/** The stage that a session has reached. */
export type Phase = 'preparing' | 'open' | 'closed' | 'sealed' | 'archived';

/** The printing of the minute under signature. */
export interface Printing {
  readonly number: number;
  readonly base: string;
  readonly signed: readonly { readonly signer: string; readonly capacity: 'member' | 'lead'; readonly at: Instant }[];
}

/** Everything that the acts of a session give. */
export interface Deliberation {
  readonly phase: Phase;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly president: JurorId | null;
  readonly deputy: JurorId | null;
  readonly members: readonly MemberState[];
  readonly candidates: readonly CandidateState[];
  readonly incidents: readonly { readonly at: Instant; readonly text: string }[];
  readonly acknowledged: readonly { readonly remark: string; readonly reason: string; readonly at: Instant }[];
  readonly printing: Printing | null;
  readonly unable: readonly { readonly jurorId: JurorId; readonly reason: string }[];
  readonly header: Header;
  /** The rectification in progress, or the last one closed; null where the minute was never rectified. */
  readonly rectification: RectificationState | null;
}

/** What the acts read so far give; what it shows stays as it was shown, whatever is read next. */
export class DeliberationDraft {
  readonly room: RoomDraft;
  readonly candidates = new Map<CandidateId, CandidateDraft>();
  readonly incidents: { at: Instant; text: string }[] = [];
  readonly acknowledged: { remark: string; reason: string; at: Instant }[] = [];
  unable: { jurorId: JurorId; reason: string }[] = [];
  printing: Printing | null = null;
  phase: Phase = 'preparing';
  openedAt: Instant | null = null;
  closedAt: Instant | null = null;
  rectification: RectificationDraft | null = null;
  private sitting: Sitting;
  /** Candidates as last shown: an act on one candidate changes that one, an act on the room changes them all. */
  private readonly shown = new Map<CandidateId, CandidateState>();
  /** The juries as they were at the closing: the room of a later day changes only that of a candidate who is judged again. */
  private readonly benches = new Map<CandidateId, Pick<CandidateState, 'composition' | 'recusals'>>();

  constructor(sitting: Sitting) {
    this.sitting = sitting;
    this.room = new RoomDraft(sitting);
    for (const candidate of sitting.candidates) this.candidates.set(candidate.id, new CandidateDraft(sitting, candidate));
  }

  read(recorded: RecordedAct): void {
    const { act, at } = recorded;
    if (this.room.read(recorded)) this.shown.clear();
    if (act.kind === 'opened') {
      [this.phase, this.openedAt] = ['open', at];
      this.shown.clear();
    }
    if (act.kind === 'closed') this.close(at);
    else if (act.kind === 'archived') this.phase = 'archived';
    else if (act.kind === 'incident') this.incidents.push({ at, text: act.text });
    else if (act.kind === 'contradictionAcknowledged') this.acknowledged.push({ remark: act.remark, reason: act.reason, at });
    else if (act.kind === 'prepared' && act.what === anotherFiche) this.acknowledged.length = 0;
    else if (act.kind === 'printed') this.printing = { number: act.printing, base: act.base, signed: [] };
    else if (act.kind === 'signatureRefused') {
      this.unable.push({ jurorId: act.jurorId, reason: act.reason });
      this.printing = null;
    } else if (act.kind === 'signed' && this.printing !== null) {
      this.printing = { ...this.printing, signed: [...this.printing.signed, { signer: act.signer, capacity: act.capacity, at }] };
      if (act.capacity === 'lead') this.phase = 'sealed';
    } else if (act.kind === 'rectificationOpened') this.openRectification(act, at);
    else if (act.kind === 'rectificationWithdrawn') this.withdrawRectification(at);
    else if (act.kind === 'correction') {
      this.rectification?.corrections.push({ where: act.where, before: act.before, after: act.after, reason: act.reason, at });
      this.prepare(correct(this.sitting, act.where, act.after));
    } else if ('candidateId' in act) this.readCandidate(recorded);
  }

  private close(at: Instant): void {
    const again = new Set(this.rectification?.reopened.map((entry) => entry.candidateId));
    // In a rectification, the jury of whoever was not judged again stays the one of the closing before.
    const stood = this.rectification?.standing.candidates.filter(({ candidate }) => !again.has(candidate.id)) ?? [];
    for (const { candidate, composition, recusals } of [...[...this.candidates.values()].map((draft) => this.shownCandidate(draft)), ...stood])
      this.benches.set(candidate.id, { composition, recusals });
    this.shown.clear();
    this.phase = 'closed';
    if (this.rectification === null) this.closedAt = at;
    else this.rectification.closedAt = at;
  }

  private openRectification(act: Extract<RecordedAct['act'], { kind: 'rectificationOpened' }>, at: Instant): void {
    const { rank, reason, original, previous } = act;
    const standing: Standing = { candidates: [...this.candidates.values()].map((draft) => this.shownCandidate(draft)), incidents: this.incidents.length };
    const facts = { rank, reason, original, previous, openedAt: at };
    this.room.leave(this.rectification?.closedAt ?? this.closedAt ?? at);
    this.rectification = {
      facts,
      standing,
      prepared: this.sitting,
      earlier: this.rectification,
      printing: this.printing,
      unable: this.unable,
      corrections: [],
      reopened: [],
      concerned: new Set(),
      closedAt: null,
    };
    [this.phase, this.printing, this.unable] = ['open', null, []];
    this.shown.clear();
  }

  /** What was put right is put back, and the minute that stood goes on standing. */
  private withdrawRectification(at: Instant): void {
    if (this.rectification === null) return;
    this.room.leave(at);
    this.incidents.length = this.rectification.standing.incidents;
    this.prepare(this.rectification.prepared);
    for (const { candidate, composition, recusals } of this.rectification.standing.candidates) this.benches.set(candidate.id, { composition, recusals });
    [this.printing, this.unable] = [this.rectification.printing, [...this.rectification.unable]];
    this.rectification = this.rectification.earlier;
    this.phase = 'sealed';
  }

  private prepare(sitting: Sitting): void {
    this.sitting = sitting;
    for (const candidate of sitting.candidates) {
      const draft = this.candidates.get(candidate.id);
      if (draft) draft.candidate = candidate;
    }
    this.shown.clear();
  }

  private readCandidate(recorded: RecordedAct): void {
    if (!('candidateId' in recorded.act)) return;
    const draft = this.candidates.get(recorded.act.candidateId);
    this.shown.delete(recorded.act.candidateId);
    draft?.read(recorded, this.sitting.regulations, () => compositionFor(this.sitting, this.room, draft.candidate));
    if (this.rectification?.closedAt !== null) return;
    if (recorded.act.kind === 'reopening') this.takeAgain(recorded.act, recorded.at);
    // A link found since: the jury of that candidate is no longer the one of the closing.
    if (recorded.act.kind === 'recusal') this.concern(recorded.act.candidateId);
  }

  private concern(id: CandidateId): void {
    this.benches.delete(id);
    this.rectification?.concerned.add(id);
  }

  private takeAgain({ candidateId, block, reason }: Extract<RecordedAct['act'], { kind: 'reopening' }>, at: Instant): void {
    const draft = this.candidates.get(candidateId)?.blocks.get(block);
    if (draft) draft.earlier = draft.rounds.length;
    this.concern(candidateId);
    this.rectification?.reopened.push({ candidateId, block, reason, at });
  }

  /** What the acts give so far; with `focus`, of the candidates only that one, as the gate needs it for an act on one candidate. */
  show(focus?: CandidateId | null): Deliberation {
    const drafts =
      focus === undefined ? [...this.candidates.values()] : focus === null ? [] : [this.candidates.get(focus)].filter((draft) => draft !== undefined);
    const candidates = drafts.map((draft) => this.shownCandidate(draft));
    const deciders = new Set(candidates.flatMap(({ blocks }) => blocks.flatMap(({ state }) => ('decision' in state ? state.decision.members : []))));
    const { phase, openedAt, closedAt, printing, room, sitting } = this;
    const [incidents, acknowledged, unable] = [[...this.incidents], [...this.acknowledged], [...this.unable]];
    const { president, deputy } = room;
    const members = memberStates(sitting, room, deciders);
    const rectification = this.showRectification(candidates);
    return {
      phase,
      openedAt,
      closedAt,
      president,
      deputy,
      members,
      candidates,
      incidents,
      acknowledged,
      printing,
      unable,
      header: sitting.header,
      rectification,
    };
  }

  /** The changes are drawn where every candidate is shown: the gate reads them for the closing alone. */
  private showRectification(candidates: readonly CandidateState[]): RectificationState | null {
    if (this.rectification === null) return null;
    const { facts, standing, corrections, reopened, concerned, closedAt } = this.rectification;
    const whole = candidates.length === this.candidates.size;
    return {
      ...facts,
      closedAt,
      reopened: [...reopened],
      concerned: [...concerned],
      changes: whole ? drawChanges(standing, { candidates, incidents: this.incidents }, corrections, reopened) : [],
    };
  }

  private shownCandidate(draft: CandidateDraft): CandidateState {
    const shown = this.shown.get(draft.candidate.id) ?? this.showCandidate(draft);
    this.shown.set(draft.candidate.id, shown);
    return shown;
  }

  private showCandidate(draft: CandidateDraft): CandidateState {
    const { candidate, presence, presenceNote, postponed } = draft;
    const { referential, heldOn } = this.sitting;
    const gathered = compositionFor(this.sitting, this.room, candidate);
    const { composition, recusals } = this.benches.get(candidate.id) ?? {
      composition: gathered,
      recusals: recusalsFor(this.sitting, this.room, candidate.id),
    };
    const seated = composition.sitting;
    return {
      candidate,
      presence,
      presenceNote,
      entry: checkEntry(candidate, referential, laterOf(heldOn, this.openedAt)),
      composition,
      gathered,
      recusals,
      mustLeave: recusals.map((recusal) => recusal.jurorId).filter((id) => this.room.present.has(id)),
      mustRead: this.sitting.mustRead.includes(candidate.id),
      readBy: seated.filter((id) => draft.readBy.has(id)),
      blocks: [...draft.blocks].map(([code, block]) => ({
        code,
        state: draft.toldState(block),
        rounds: block.rounds.map((round) => showRound(round, seated)),
        superseded: [...block.superseded],
        earlier: block.earlier,
      })),
      postponed,
      outcome: draft.outcome(),
    };
  }
}

/** Replays the acts of a session on what was prepared: states, compositions and outcomes, and nothing that is still sealed. */
export const deliberate = (sitting: Sitting, acts: readonly RecordedAct[]): Deliberation => {
  const draft = new DeliberationDraft(sitting);
  for (const recorded of acts) draft.read(recorded);
  return draft.show();
};
