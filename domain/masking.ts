/** The counts under which a figure is masked on a public export, unless another is given. */
export const smallCount = 5;

/** A table of counts, each row of one length. */
export type Counts = readonly (readonly number[])[];
/** The same table with its totals (last column, last row); null is masked. */
export type MaskedCounts = readonly (readonly (number | null)[])[];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A table with the total of each row at its end, and the totals of the columns under it. */
export const withTotals = (counts: Counts): number[][] => {
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 0;
  return [...rows, Array.from({ length: width }, (_, place) => sum(rows.map((row) => row[place] ?? 0)))];
};

/** Reduces equations over the masked cells; whatever row is left with one unknown alone tells it. */
const reduce = (equations: readonly (readonly number[])[], unknowns: number): number[][] => {
  const rows = equations.map((row) => [...row]);
  let pivot = 0;
  for (let column = 0; column < unknowns && pivot < rows.length; column += 1) {
    const found = rows.findIndex((row, place) => place >= pivot && Math.abs(row[column] ?? 0) > 1e-9);
    if (found === -1) continue;
    const [held] = rows.splice(found, 1);
    const lead = held?.[column] ?? 1;
    const unit = (held ?? []).map((value) => value / lead);
    for (const row of rows) {
      const by = row[column] ?? 0;
      if (by !== 0) for (const [place, value] of unit.entries()) row[place] = (row[place] ?? 0) - by * value;
    }
    rows.splice(pivot, 0, unit);
    pivot += 1;
  }
  return rows;
};

/** The least and the most that each masked cell may be, a count being never negative: what each equation allows, drawn closer until nothing changes. */
const boundsOf = (equations: readonly (readonly number[])[], unknowns: number): (readonly [number, number])[] => {
  const bounds = Array.from({ length: unknowns }, (): [number, number] => [0, Infinity]);
  const terms = equations.map((row) => row.slice(0, unknowns).flatMap((by, place) => (Math.abs(by) > 1e-9 ? [{ by, place }] : [])));
  const reach = ({ by, place }: { readonly by: number; readonly place: number }): readonly [number, number] => {
    const [least, most] = bounds[place] ?? [0, 0];
    return by > 0 ? [by * least, by * most] : [by * most, by * least];
  };
  for (let turn = 0, moved = true; moved && turn < 60; turn += 1) {
    moved = false;
    for (const [at, row] of terms.entries())
      for (const term of row) {
        const rest = equations[at]?.[unknowns] ?? 0;
        const others = row.filter((each) => each !== term).map(reach);
        const ends = [rest - sum(others.map(([, most]) => most)), rest - sum(others.map(([least]) => least))].map((end) => end / term.by);
        const [least, most] = [Math.ceil(Math.min(...ends) - 1e-6), Math.floor(Math.max(...ends) + 1e-6)];
        const known = bounds[term.place];
        if (known === undefined || (least <= known[0] && most >= known[1])) continue;
        bounds[term.place] = [Math.max(known[0], least), Math.min(known[1], most)];
        moved = true;
      }
  }
  return bounds;
};

/** The masked cells that the published ones and the totals still tell, be it since no count is negative, as [row, column]. */
export const toldCells = (masked: MaskedCounts): readonly (readonly [number, number])[] => {
  const cells = masked.flatMap((row, line) => row.flatMap((value, column) => (value === null ? [[line, column] as const] : [])));
  const height = masked.length;
  const width = masked[0]?.length ?? 0;
  const equation = (keep: (line: number, column: number) => boolean, isTotal: (line: number, column: number) => boolean): number[] => {
    const sign = (line: number, column: number): number => (keep(line, column) ? (isTotal(line, column) ? -1 : 1) : 0);
    const published = masked.flatMap((row, line) => row.map((value, column) => sign(line, column) * (value ?? 0)));
    return [...cells.map(([line, column]) => sign(line, column)), -sum(published)];
  };
  const equations = [
    ...Array.from({ length: height }, (_, of) =>
      equation(
        (line) => line === of,
        (_line, column) => column === width - 1,
      ),
    ),
    ...Array.from({ length: width }, (_, of) =>
      equation(
        (_line, column) => column === of,
        (line) => line === height - 1,
      ),
    ),
  ];
  const reduced = reduce(equations, cells.length);
  const alone = new Set(
    reduced.flatMap((row) => {
      const set = row.slice(0, cells.length).flatMap((value, place) => (Math.abs(value) > 1e-9 ? [place] : []));
      return set.length === 1 ? set : [];
    }),
  );
  const bounds = boundsOf([...equations, ...reduced], cells.length);
  return cells.filter((_, place) => alone.has(place) || bounds[place]?.[0] === bounds[place]?.[1]);
};

/**
 * Masks every count under the threshold, totals included, then masks others, the smallest first, until no masked cell follows from the published ones.
 * Where one row or one column leaves nothing else to mask, its total goes too.
 */
export const maskCounts = (counts: Counts, threshold = smallCount): MaskedCounts => {
  const full = withTotals(counts);
  const masked: (number | null)[][] = full.map((row) => row.map((value) => (value < threshold ? null : value)));
  for (;;) {
    const [told] = toldCells(masked);
    if (told === undefined) return masked;
    const [line, column] = told;
    const beside = masked.flatMap((row, at) =>
      row.flatMap((value, place) => (value !== null && (at === line || place === column) ? [[at, place, value] as const] : [])),
    );
    const inner = beside.filter(([at, place]) => at < masked.length - 1 && place < (masked[0]?.length ?? 0) - 1);
    const [next] = (inner.length > 0 ? inner : beside).sort((one, other) => one[2] - other[2]);
    const row = next === undefined ? undefined : masked[next[0]];
    if (next === undefined || row === undefined) return masked.map((each) => each.map(() => null));
    row[next[1]] = null;
  }
};
