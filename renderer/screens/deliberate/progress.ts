import { mayHoldRound, restsOn } from '../../../domain/permission-block.ts';
import type { JurorId } from '../../../domain/ids.ts';
import type { RoundView } from '../../../domain/view.ts';
import type { Table } from './table.ts';

/** Where the block on the table stands, and what may be done next. */
export interface Progress {
  readonly last: RoundView | undefined;
  /** Nothing keeps the jury from deliberating on the candidate. */
  readonly free: boolean;
  readonly collegialOnly: boolean;
  readonly showsSeats: boolean;
  readonly mayGive: boolean;
  readonly recorded: readonly JurorId[];
  /** The seat whose opinion is awaited next. */
  readonly next: JurorId | null;
  readonly mayReveal: boolean;
  readonly mayDecide: boolean;
  readonly mayTryAgain: boolean;
  /** The jury has changed since the reveal: nothing is decided on that round. */
  readonly changed: boolean;
  /** Members who sit now and gave no opinion in the last revealed round. */
  readonly came: readonly JurorId[];
  /** The jury has changed since the first sealed opinion: that round is never revealed. */
  readonly lost: boolean;
  /** The regulations bind the jury to a count that gives nothing. */
  readonly nothing: boolean;
  /** No round may follow and nothing may be decided: the decision can only be postponed. */
  readonly stuck: boolean;
}

/** Reads the progress of the block from what is on the table; it agrees with the gate (domain/permission-block.ts). */
export const progressOf = (table: Pick<Table, 'session' | 'view' | 'block' | 'open'>): Progress => {
  const { view, block, session } = table;
  const { regulations } = session;
  const last = block.rounds.at(-1);
  const collegialOnly = regulations.opinions === 'collegialOnly';
  const free = table.open && view.obstacle === null && view.postponed === null;
  const asked = block.state.kind === 'pending' && free;
  const { sitting } = view.line.composition;
  const revealed = last?.kind === 'revealed' ? last : null;
  const recorded = last?.kind === 'sealed' ? last.recorded : [];
  const lost = asked && last?.kind === 'sealed' && last.void;
  // A decision taken again in a rectification asks for a new round: those that came before are over.
  const over = block.rounds.length > 0 && block.rounds.length === block.earlier;
  const gives = asked && !collegialOnly && revealed === null && !lost;
  const next = gives ? (sitting.find((id) => !recorded.includes(id)) ?? null) : null;
  const changed = asked && revealed !== null && !restsOn(sitting, revealed);
  const came = changed ? sitting.filter((id) => !revealed.opinions.some((opinion) => opinion.jurorId === id)) : [];
  const nothing = regulations.decisionRule === 'majority' && (revealed?.result.kind === 'tie' || revealed?.result.kind === 'noneExpressed');
  const mayDecide = asked && (collegialOnly || (revealed !== null && !over && !changed && !nothing));
  const mayTryAgain = asked && !collegialOnly && mayHoldRound(regulations.rounds, sitting, block.rounds, block.earlier);
  return {
    last,
    free,
    collegialOnly,
    showsSeats: !collegialOnly && (asked || block.rounds.length > 0),
    mayGive: gives,
    recorded,
    next,
    mayReveal: gives && last?.kind === 'sealed' && next === null && sitting.length > 0,
    mayDecide,
    mayTryAgain,
    changed,
    came,
    lost,
    nothing,
    stuck: asked && (revealed !== null || lost) && !mayDecide && !mayTryAgain,
  };
};
