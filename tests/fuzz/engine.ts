import { blindMutations, type Mutation } from './bytes.ts';
import type { Coverage } from './coverage.ts';
import { Random } from './random.ts';
import { Broken, type Corpus, type Judge, type Target } from './target.ts';

/** A promise that an input broke: where it was seen, and the input. */
export interface Finding {
  readonly target: string;
  readonly said: string;
  readonly input: Buffer;
}

/** What a run of one target did. */
export interface Tally {
  readonly target: string;
  readonly inputs: number;
  readonly edges: number;
  readonly kept: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/** When a run ends, and how it says which input is being tried. */
export interface Course {
  readonly seed: number;
  readonly isOver: (inputs: number) => boolean;
  readonly trying: (input: Buffer) => void;
}

const mostFindings = 20;

/** Where an exception comes from, so that one cause is told once. */
const placeOf = (error: unknown): string => {
  if (error instanceof Broken) return error.message;
  if (!(error instanceof Error)) return String(error);
  const line = (error.stack ?? '').split('\n').find((each) => /^\s+at .*(?:documents|domain|db|requests|node_modules)\//.test(each)) ?? '';
  return `${error.name}: ${error.message.replaceAll(/\d+/g, '0').slice(0, 200)}${line.replace(/^\s+at /, ' at ').replace(/\(?file:\/\/.*\/(?=(?:documents|domain|db|requests|node_modules)\/)/, '')}`;
};

/** Runs a target: inputs grow from the honest files by mutation, and those that run code that none ran before are grown from in their turn. */
export const runTarget = async (target: Target, corpus: Corpus, judge: Judge, coverage: Coverage, course: Course): Promise<Tally> => {
  const random = new Random(course.seed);
  const kept: Buffer[] = [...corpus.seeds];
  const outcomes: Record<string, number> = {};
  const findings = new Map<string, Finding>();
  let inputs = 0;
  const attempt = async (input: Buffer): Promise<void> => {
    course.trying(input);
    inputs += 1;
    let outcome: string;
    try {
      outcome = await judge(input);
    } catch (error) {
      outcome = 'broken';
      const said = placeOf(error);
      if (!findings.has(said) && findings.size < mostFindings) findings.set(said, { target: target.name, said, input });
    }
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };

  coverage.take(true);
  const started = performance.now();
  for (const seed of corpus.seeds) await attempt(seed);
  const pace = (performance.now() - started) / Math.max(1, corpus.seeds.length);
  const taking = performance.now();
  coverage.take(true);
  // Asking V8 what ran costs some ten milliseconds: where an input costs less, several are tried before asking.
  const size = Math.max(1, Math.min(64, Math.round((3 * (performance.now() - taking)) / Math.max(0.05, pace))));
  const fresh = kept.length;

  const choose = (): Buffer => (kept.length > fresh && random.once(2) ? (kept[fresh + random.below(kept.length - fresh)] as Buffer) : random.pick(kept));
  const grow = (): Buffer => {
    let input = choose();
    for (let turns = random.once(2) ? 1 : 1 + random.below(4); turns > 0; turns -= 1) {
      const mutation: Mutation =
        random.once(3) && target.mutations.length > 0
          ? random.pick(blindMutations)
          : random.pick(target.mutations.length > 0 ? target.mutations : blindMutations);
      const grown = mutation(input, random, choose);
      if (grown.length <= target.most) input = grown;
    }
    return input;
  };

  while (!course.isOver(inputs)) {
    const batch = Array.from({ length: size }, grow);
    for (const input of batch) await attempt(input);
    if (size === 1 ? coverage.take(true) > 0 : coverage.take(false) > 0) {
      if (size === 1) kept.push(...batch);
      // Something of the batch is new: each is tried again alone, to know which.
      else
        for (const input of batch) {
          await attempt(input);
          if (coverage.take(true) > 0) kept.push(input);
        }
    }
  }
  return { target: target.name, inputs, edges: coverage.edges, kept: kept.length, outcomes, findings: [...findings.values()] };
};
