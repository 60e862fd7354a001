import type { RecordedAct } from './act.ts';
import type { Candidate, Presence } from './candidate.ts';
import { isAcquired, outcomeOfBlocks, type BlockState, type Outcome } from './decision.ts';
import type { CandidateState, SupersededDecision } from './deliberation.ts';
import type { BlockCode, JurorId } from './ids.ts';
import type { Composition } from './jury.ts';
import type { Regulations } from './regulations.ts';
import { revealRound, startRound, type RoundDraft } from './round.ts';
import type { Sitting } from './seats.ts';
import type { Day } from './time.ts';

/** One block while acts are being read. */
export interface BlockDraft {
  readonly rounds: RoundDraft[];
  readonly superseded: SupersededDecision[];
  state: BlockState;
  /** How many rounds came before the rectification that takes the decision again: it asks for another one. */
  earlier: number;
}

/** On a tie in a VAE jury the president's voice prevails, whatever the regulations say. Source: Code du travail D6412-6. */
const tieRule = (candidate: Candidate, regulations: Regulations): Regulations['tie'] => (candidate.accessPath === 'VAE' ? 'presidentCasts' : regulations.tie);

const initialState = (candidate: Candidate, code: BlockCode): BlockState => {
  const brought = candidate.brings.find((entry) => entry.block === code);
  if (brought) return { kind: 'brought', brought };
  return candidate.presents.includes(code) ? { kind: 'pending' } : { kind: 'notPresented' };
};

/** One candidate while acts are being read: private to the engine, since its rounds hold what is sealed. */
export class CandidateDraft {
  candidate: Candidate;
  readonly blocks: ReadonlyMap<BlockCode, BlockDraft>;
  readonly readBy = new Set<JurorId>();
  presence: Presence = 'expected';
  presenceNote = '';
  postponed: CandidateState['postponed'] = null;

  constructor(sitting: Sitting, candidate: Candidate) {
    this.candidate = candidate;
    this.blocks = new Map(
      sitting.referential.blocks.map(({ code }) => [
        code,
        { rounds: [], superseded: [], state: initialState(candidate, code), earlier: 0 } satisfies BlockDraft,
      ]),
    );
  }

  /** Takes in one act on this candidate; `bench` tells the jury that sits for the candidate at that act. */
  read(recorded: RecordedAct, regulations: Regulations, bench: () => Composition): void {
    const { act, at } = recorded;
    if (act.kind === 'presence') [this.presence, this.presenceNote] = [act.presence, act.note];
    else if (act.kind === 'postponement') this.postponed = { cause: act.cause, note: act.note, at };
    else if (act.kind === 'postponementLifted') this.postponed = null;
    else if (act.kind === 'accommodationRead') this.readBy.add(act.jurorId);
    if (!('block' in act)) return;
    const block = this.blocks.get(act.block);
    if (block) this.readBlock(block, recorded, regulations, bench);
  }

  private readBlock(block: BlockDraft, { act, at, author }: RecordedAct, regulations: Regulations, bench: () => Composition): void {
    switch (act.kind) {
      case 'blockAbsence':
        block.state = act.absent ? { kind: 'absent', scope: 'block' } : { kind: 'pending' };
        return;
      case 'equivalence': {
        const { block: code, from, reference, authority } = act;
        // The schema of acts has checked the day; its brand is lost where schemas are joined.
        block.state = { kind: 'brought', brought: { kind: 'equivalence', block: code, from, reference, on: act.on as Day, authority } };
        return;
      }
      case 'equivalenceWithdrawn':
        block.state = initialState(this.candidate, act.block);
        return;
      case 'round':
        block.rounds.push(startRound(act.round, act.reason));
        return;
      case 'opinion': {
        const round = block.rounds.find((entry) => entry.round === act.round) ?? startRound(act.round, '');
        if (!block.rounds.includes(round)) block.rounds.push(round);
        if (round.opinions.size === 0) round.bench = bench().sitting;
        if (round.revealed === null) round.opinions.set(act.jurorId, { jurorId: act.jurorId, value: act.value, note: act.note });
        return;
      }
      case 'reveal': {
        const round = block.rounds.find((entry) => entry.round === act.round);
        const { sitting, president } = bench();
        if (round) round.revealed ??= revealRound(round, sitting, president, at, tieRule(this.candidate, regulations));
        return;
      }
      case 'decision': {
        const { outcome, reason, recommendation, competencies } = act;
        const { president, sitting: members } = bench();
        if (president === null) return;
        const rule = regulations.opinions === 'individual' ? regulations.decisionRule : 'collegial';
        const words = { outcome, reason, recommendation, competencies };
        block.state = { kind: outcome, decision: { ...words, at, rule, regulations: `${regulations.id} ${regulations.version}`, members, president } };
        return;
      }
      case 'reopening':
        if (!('decision' in block.state) || author.kind === 'officer') return;
        block.superseded.push({
          decision: block.state.decision,
          outcome: block.state.kind,
          reason: act.reason,
          by: author.kind === 'juror' ? author.jurorId : 'lead',
          at,
        });
        block.state = { kind: 'pending' };
        return;
      default:
    }
  }

  /** A block's state as everybody is told it: one that waits for a candidate away is an absence, one of a postponed candidate is postponed. */
  toldState({ state }: BlockDraft): BlockState {
    if (state.kind !== 'pending') return state;
    if (this.postponed) return { kind: 'postponed' };
    return this.presence === 'absent' || this.presence === 'excused' ? { kind: 'absent', scope: 'candidate' } : state;
  }

  /** The candidate's outcome; a decision of today stands even where the candidate was noted absent afterwards. Source: domain.md "Blocks and outcome". */
  outcome(): Outcome {
    const blocks = [...this.blocks].map(([code, block]) => ({ code, state: this.toldState(block) }));
    const acquired = blocks.filter(({ state }) => isAcquired(state)).map(({ code }) => code);
    const remaining = blocks.filter(({ state }) => !isAcquired(state)).map(({ code }) => code);
    if (this.postponed) return { kind: 'postponed', cause: this.postponed.cause, note: this.postponed.note, acquired, remaining };
    const decided = blocks.some(({ state }) => 'decision' in state);
    if (this.presence === 'excused' && !decided) return { kind: 'excused', acquired, remaining };
    if (this.presence === 'absent' && !decided) return { kind: 'absent', acquired, remaining };
    return outcomeOfBlocks(blocks);
  }
}
