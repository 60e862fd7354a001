import type { Mutation } from './bytes.ts';

/** What a target knows of its honest files: the bytes it mutates, and what its judge compares with. */
export interface Corpus {
  readonly seeds: readonly Buffer[];
  readonly facts: Readonly<Record<string, string>>;
}

/** Says what became of an input in one word or two ("accepted", the code of a refusal); throws where a promise is broken. */
export type Judge = (input: Buffer) => Promise<string> | string;

/** A reader of foreign bytes under the fuzzer. */
export interface Target {
  readonly name: string;
  /** The largest input that is tried, in bytes. */
  readonly most: number;
  /** How many inputs the bounded run of the tests tries. */
  readonly inputs: number;
  readonly mutations: readonly Mutation[];
  /** Makes the honest files, with every tool there is. */
  readonly sow: () => Promise<Corpus> | Corpus;
  /** Made once in the child, which may write in its own folder only. */
  readonly judge: (corpus: Corpus, folder: string) => Promise<Judge> | Judge;
}

/** A promise that an input broke. */
export class Broken extends Error {}

/** Says that a promise is broken unless it holds. */
export const holds = (promise: boolean, said: string): void => {
  if (!promise) throw new Broken(said);
};
