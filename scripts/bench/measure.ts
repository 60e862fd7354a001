/** The same work done two ways in the same run, in milliseconds, measure after measure. */
export interface Comparison {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** The middle of the measures: half are under it. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
};

/** How many times as long as theirs ours takes, median against median. */
export const ratioOf = ({ ours, theirs }: Comparison): number => median(ours) / median(theirs);

/** The milliseconds that a work takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** The milliseconds of processor that a work takes in this process, its threads added up: another program that wants the machine takes none of them. */
export const worked = (work: () => unknown): number => {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/**
 * Measures two works in turn, each first every other time, after `warm` rounds that do not count;
 * each work gives its own milliseconds.
 */
export const alternate = async (rounds: number, warm: number, ours: () => Promise<number>, theirs: () => Promise<number>): Promise<Comparison> => {
  const kept = { ours: [] as number[], theirs: [] as number[] };
  for (let round = -warm; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) {
      const spent = await (side === 'ours' ? ours() : theirs());
      if (round >= 0) kept[side].push(spent);
    }
  }
  return kept;
};
