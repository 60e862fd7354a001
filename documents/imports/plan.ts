import { setImmediate } from 'node:timers/promises';
import type { ImportDifference, ImportFault, ImportState } from '../../domain/import.ts';

/** What an import would do with one row, and what it would write: null for a faulty row. */
export interface PlannedRow<Change> {
  readonly line: number;
  readonly state: ImportState;
  /** The cells of the fields that the preview shows, as written. */
  readonly cells: readonly string[];
  /** The whole row as written, for the file of corrections. */
  readonly written: readonly string[];
  readonly problems: readonly ImportFault[];
  readonly differences: readonly ImportDifference[];
  readonly change: Change | null;
}

/** Says how many rows are read; answers false when the person asked to stop. */
export type Pace = (done: number) => boolean;

/** How many rows are read between two breaths of the program. */
const breath = 200;

/** Reads rows one by one without holding the program; null when told to stop. */
export const readEach = async <Row, Value>(rows: readonly Row[], read: (row: Row) => Value, pace: Pace): Promise<Value[] | null> => {
  const values: Value[] = [];
  for (const [rank, row] of rows.entries()) {
    if (rank % breath === 0) {
      if (!pace(rank)) return null;
      await setImmediate();
    }
    values.push(read(row));
  }
  return pace(rows.length) ? values : null;
};

/** What changes between two sets of named texts: only what the second says. */
export const differencesOf = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly ImportDifference[] =>
  [...after].filter(([field, text]) => (before.get(field) ?? '') !== text).map(([field, text]) => ({ field, before: before.get(field) ?? '', after: text }));
