import type { JournalLine, JournalTold } from './journal-view.ts';

/** An entry of the journal on screen: a line, or several that follow one another, alike by kind and author. */
export type JournalEntry<Row> = { readonly kind: 'line'; readonly row: Row } | { readonly kind: 'run'; readonly rows: readonly [Row, ...Row[]] };

/** From how many lines alike a run is worth opening. */
const least = 3;

/** What makes two lines alike, or null for a line that always stands alone: whatever decides, gives a reason or closes something. */
const likeness = (told: JournalTold): string | null => {
  switch (told.kind) {
    case 'prepared':
      return `${told.kind} ${told.what}`;
    case 'registered':
      return 'reason' in told.entry ? null : `${told.kind} ${told.entry.entry}`;
    case 'attendance':
    case 'declaration':
    case 'presence':
    case 'blockAbsence':
    case 'opinionsRevealed':
      return told.kind;
    default:
      return null;
  }
};

/** Gathers the lines that follow one another and are alike; none is lost, and their order stays. */
export const gatherLines = <Row extends { readonly line: JournalLine }>(rows: readonly Row[]): JournalEntry<Row>[] => {
  const runs: [Row, ...Row[]][] = [];
  let last: string | null = null;
  for (const row of rows) {
    const { told, who } = row.line;
    const like = likeness(told);
    const key = like === null ? null : `${like} ${who.kind} ${who.name}`;
    const run = runs.at(-1);
    if (run !== undefined && key !== null && key === last) run.push(row);
    else runs.push([row]);
    last = key;
  }
  return runs.flatMap((run): JournalEntry<Row>[] => (run.length < least ? run.map((row) => ({ kind: 'line', row })) : [{ kind: 'run', rows: run }]));
};
