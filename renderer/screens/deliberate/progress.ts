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
}

/** Reads the progress of the block from what is on the table. */
export const progressOf = (table: Pick<Table, 'session' | 'view' | 'block' | 'open'>): Progress => {
  const { view, block, session } = table;
  const last = block.rounds.at(-1);
  const free = table.open && view.obstacle === null && view.postponed === null;
  const collegialOnly = session.regulations.opinions === 'collegialOnly';
  const pending = block.state.kind === 'pending';
  const { sitting } = view.line.composition;
  const revealed = last?.kind === 'revealed';
  const recorded = last?.kind === 'sealed' ? last.recorded : [];
  const next = pending && free && !collegialOnly && !revealed ? (sitting.find((id) => !recorded.includes(id)) ?? null) : null;
  return {
    last,
    free,
    collegialOnly,
    showsSeats: !collegialOnly && ((pending && free) || block.rounds.length > 0),
    mayGive: pending && free && !collegialOnly && !revealed,
    recorded,
    next,
    mayReveal: pending && free && last?.kind === 'sealed' && next === null && sitting.length > 0,
    mayDecide: pending && free && (collegialOnly || revealed),
    mayTryAgain: pending && free && revealed && last.round < session.regulations.rounds,
  };
};
