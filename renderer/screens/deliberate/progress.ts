import { absentFrom } from '../../../domain/permission-block.ts';
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
  /** Members who sit now and gave no opinion in the last revealed round. */
  readonly came: readonly JurorId[];
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
  const next = asked && !collegialOnly && revealed === null ? (sitting.find((id) => !recorded.includes(id)) ?? null) : null;
  const came = asked && revealed !== null ? absentFrom(view.line, revealed) : [];
  const nothing = regulations.decisionRule === 'majority' && (revealed?.result.kind === 'tie' || revealed?.result.kind === 'noneExpressed');
  const mayDecide = asked && (collegialOnly || (revealed !== null && came.length === 0 && !nothing));
  const mayTryAgain = asked && !collegialOnly && revealed !== null && (revealed.round < regulations.rounds || came.length > 0);
  return {
    last,
    free,
    collegialOnly,
    showsSeats: !collegialOnly && (asked || block.rounds.length > 0),
    mayGive: asked && !collegialOnly && revealed === null,
    recorded,
    next,
    mayReveal: asked && last?.kind === 'sealed' && next === null && sitting.length > 0,
    mayDecide,
    mayTryAgain,
    came,
    nothing,
    stuck: asked && revealed !== null && !mayDecide && !mayTryAgain,
  };
};
