import type { RecordedAct } from './act.ts';
import { memberStates, RoomDraft, type MemberState } from './attendance.ts';
import { checkEntry, type Candidate, type EntryCheck, type Presence } from './candidate.ts';
import { isAcquired, outcomeOfBlocks, type BlockDecision, type BlockState, type Outcome, type PostponementCause } from './decision.ts';
import type { BlockCode, CandidateId, JurorId } from './ids.ts';
import type { Composition } from './jury.ts';
import { revealRound, showRound, startRound, type Round, type RoundDraft } from './round.ts';
import { compositionFor, recusalsFor, seatsFor, type Recusal, type Sitting } from './seats.ts';
import type { Instant } from './time.ts';

/** A decision that another act replaced; it stays readable. */
export interface SupersededDecision {
  readonly decision: BlockDecision;
  readonly outcome: 'validated' | 'notValidated';
  readonly reason: string;
  readonly at: Instant;
}

/** One block of one candidate: its state, its rounds, its superseded decisions. */
export interface BlockProgress {
  readonly code: BlockCode;
  readonly state: BlockState;
  readonly rounds: readonly Round[];
  readonly superseded: readonly SupersededDecision[];
}

/** One candidate of the sitting. */
export interface CandidateState {
  readonly candidate: Candidate;
  readonly presence: Presence;
  readonly presenceNote: string;
  readonly entry: EntryCheck;
  readonly composition: Composition;
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
}

/** The printing of the minute under signature. */
export interface Printing {
  readonly number: number;
  readonly base: string;
  readonly signed: readonly { readonly signer: string; readonly capacity: 'member' | 'lead'; readonly at: Instant }[];
}

interface BlockDraft {
  readonly rounds: RoundDraft[];
  readonly superseded: SupersededDecision[];
  state: BlockState;
}

interface CandidateDraft {
  readonly candidate: Candidate;
  readonly blocks: Map<BlockCode, BlockDraft>;
  readonly readBy: Set<JurorId>;
  presence: Presence;
  presenceNote: string;
  postponed: CandidateState['postponed'];
}

const initialState = (candidate: Candidate, code: BlockCode): BlockState => {
  const brought = candidate.brings.find((entry) => entry.block === code);
  if (brought) return { kind: 'brought', brought };
  return candidate.presents.includes(code) ? { kind: 'pending' } : { kind: 'notPresented' };
};

const draftCandidate = (sitting: Sitting, candidate: Candidate): CandidateDraft => ({
  candidate,
  presence: 'expected',
  presenceNote: '',
  postponed: null,
  readBy: new Set(),
  blocks: new Map(sitting.referential.blocks.map((block) => [block.code, { rounds: [], superseded: [], state: initialState(candidate, block.code) }])),
});

const outcomeOf = (draft: CandidateDraft): Outcome => {
  const blocks = [...draft.blocks].map(([code, block]) => ({ code, state: block.state }));
  const decidedToday = blocks.some(({ state }) => state.kind === 'validated' || state.kind === 'notValidated');
  if (draft.postponed) {
    const acquired = blocks.filter(({ state }) => isAcquired(state)).map(({ code }) => code);
    const remaining = blocks.filter(({ state }) => !isAcquired(state)).map(({ code }) => code);
    return { kind: 'postponed', cause: draft.postponed.cause, note: draft.postponed.note, acquired, remaining };
  }
  if (draft.presence === 'excused') return { kind: 'excused' };
  if (draft.presence === 'absent' && !decidedToday) return { kind: 'absent' };
  return outcomeOfBlocks(blocks);
};

class DeliberationDraft {
  readonly room: RoomDraft;
  readonly candidates = new Map<CandidateId, CandidateDraft>();
  readonly incidents: { at: Instant; text: string }[] = [];
  readonly acknowledged: { remark: string; reason: string; at: Instant }[] = [];
  readonly unable: { jurorId: JurorId; reason: string }[] = [];
  printing: Printing | null = null;
  phase: Phase = 'preparing';
  openedAt: Instant | null = null;
  closedAt: Instant | null = null;
  private readonly sitting: Sitting;

  constructor(sitting: Sitting) {
    this.sitting = sitting;
    this.room = new RoomDraft(sitting);
    for (const candidate of sitting.candidates) this.candidates.set(candidate.id, draftCandidate(sitting, candidate));
  }

  read(recorded: RecordedAct): void {
    const { act, at } = recorded;
    this.room.read(recorded);
    if (act.kind === 'opened') [this.phase, this.openedAt] = ['open', at];
    else if (act.kind === 'closed') [this.phase, this.closedAt] = ['closed', at];
    else if (act.kind === 'archived') this.phase = 'archived';
    else if (act.kind === 'incident') this.incidents.push({ at, text: act.text });
    else if (act.kind === 'contradictionAcknowledged') this.acknowledged.push({ remark: act.remark, reason: act.reason, at });
    else if (act.kind === 'printed') this.printing = { number: act.printing, base: act.base, signed: [] };
    else if (act.kind === 'signatureRefused') {
      this.unable.push({ jurorId: act.jurorId, reason: act.reason });
      this.printing = null;
    } else if (act.kind === 'signed' && this.printing !== null) {
      const { signer, capacity } = act;
      this.printing = { ...this.printing, signed: [...this.printing.signed, { signer, capacity, at }] };
      if (capacity === 'lead') this.phase = 'sealed';
    } else if ('candidateId' in act) this.readCandidate(recorded);
  }

  private readCandidate({ act, at, seq }: RecordedAct): void {
    if (!('candidateId' in act)) return;
    const draft = this.candidates.get(act.candidateId);
    if (!draft) return;
    if (act.kind === 'presence') [draft.presence, draft.presenceNote] = [act.presence, act.note];
    else if (act.kind === 'postponement') draft.postponed = { cause: act.cause, note: act.note, at };
    else if (act.kind === 'postponementLifted') draft.postponed = null;
    else if (act.kind === 'accommodationRead') draft.readBy.add(act.jurorId);
    if (!('block' in act)) return;
    const block = draft.blocks.get(act.block);
    if (block) this.readBlock(draft, block, { act, at, seq });
  }

  private readBlock(draft: CandidateDraft, block: BlockDraft, { act, at, seq }: Pick<RecordedAct, 'act' | 'at' | 'seq'>): void {
    const composition = compositionFor(this.sitting, this.room, draft.candidate);
    const { regulations } = this.sitting;
    switch (act.kind) {
      case 'blockAbsence':
        block.state = act.absent ? { kind: 'absent' } : { kind: 'pending' };
        return;
      case 'equivalence': {
        const on = act.on as Extract<BlockState, { kind: 'brought' }>['brought']['on'];
        if (on !== null)
          block.state = {
            kind: 'brought',
            brought: { kind: 'equivalence', block: act.block, from: act.from, reference: act.reference, on, authority: act.authority },
          };
        return;
      }
      case 'round':
        block.rounds.push(startRound(act.round, act.reason));
        return;
      case 'opinion': {
        const round = block.rounds.find((entry) => entry.round === act.round) ?? startRound(act.round, '');
        if (!block.rounds.includes(round)) block.rounds.push(round);
        if (round.revealed === null) round.opinions.set(act.jurorId, { jurorId: act.jurorId, value: act.value, note: act.note });
        return;
      }
      case 'reveal': {
        const round = block.rounds.find((entry) => entry.round === act.round);
        if (round) round.revealed ??= revealRound(round, composition.sitting, composition.president, at, regulations.tie);
        return;
      }
      case 'decision': {
        const { outcome, reason, recommendation, competencies } = act;
        const result = block.rounds.at(-1)?.revealed?.result.kind;
        const rule = regulations.decisionRule === 'collegial' || result === undefined || result === 'tie' ? 'collegial' : result;
        const president = composition.president;
        if (president === null) return;
        block.state = {
          kind: outcome,
          decision: {
            outcome,
            reason,
            recommendation,
            competencies,
            seq,
            at,
            rule,
            president,
            regulations: `${regulations.id} ${regulations.version}`,
            members: composition.sitting,
          },
        };
        return;
      }
      case 'reopening':
        if (block.state.kind !== 'validated' && block.state.kind !== 'notValidated') return;
        block.superseded.push({ decision: block.state.decision, outcome: block.state.kind, reason: act.reason, at });
        block.state = { kind: 'pending' };
        return;
      default:
    }
  }

  show(): Deliberation {
    const candidates = [...this.candidates.values()].map((draft) => this.showCandidate(draft));
    const deciders = new Set(
      candidates.flatMap(({ blocks }) =>
        blocks.flatMap(({ state }) => (state.kind === 'validated' || state.kind === 'notValidated' ? state.decision.members : [])),
      ),
    );
    const { phase, openedAt, closedAt, incidents, acknowledged, printing, unable } = this;
    const { president, deputy } = this.room;
    const members = memberStates(this.sitting, this.room, deciders);
    return { phase, openedAt, closedAt, president, deputy, members, candidates, incidents, acknowledged, printing, unable };
  }

  private showCandidate(draft: CandidateDraft): CandidateState {
    const { candidate, presence, presenceNote, postponed } = draft;
    const { decisionDate, registrationEnd } = this.sitting.referential;
    const composition = compositionFor(this.sitting, this.room, candidate);
    const recusals = recusalsFor(this.sitting, this.room, candidate.id);
    const seated = seatsFor(this.sitting, this.room, candidate.id).map((juror) => juror.id);
    return {
      candidate,
      presence,
      presenceNote,
      entry: checkEntry(candidate.accessPath, candidate.entryDate, decisionDate, registrationEnd),
      composition,
      recusals,
      mustLeave: recusals.map((recusal) => recusal.jurorId).filter((id) => this.room.present.has(id)),
      mustRead: this.sitting.mustRead.includes(candidate.id),
      readBy: seated.filter((id) => draft.readBy.has(id)),
      blocks: [...draft.blocks].map(([code, block]) => ({
        code,
        state: block.state,
        rounds: block.rounds.map((round) => showRound(round, seated)),
        superseded: block.superseded,
      })),
      postponed,
      outcome: outcomeOf(draft),
    };
  }
}

/** Replays the acts of a session on what was prepared: states, compositions and outcomes, and nothing that is still sealed. */
export const deliberate = (sitting: Sitting, acts: readonly RecordedAct[]): Deliberation => {
  const draft = new DeliberationDraft(sitting);
  for (const recorded of acts) draft.read(recorded);
  return draft.show();
};
