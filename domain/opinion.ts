import { z } from 'zod';

/** What one member thinks of one block, alone: the value of a sealed opinion. */
export const opinionValue = z.enum(['validate', 'refuse', 'abstain']);
/** What one member thinks of one block, alone. */
export type OpinionValue = z.infer<typeof opinionValue>;

/** The count of a revealed round. It names everyone in a jury of three: for the jury's own screen, never the record. */
export interface Count {
  readonly validate: number;
  readonly refuse: number;
  readonly abstain: number;
}

/** Counts the opinions of a revealed round. */
export const countOpinions = (values: readonly OpinionValue[]): Count => ({
  validate: values.filter((value) => value === 'validate').length,
  refuse: values.filter((value) => value === 'refuse').length,
  abstain: values.filter((value) => value === 'abstain').length,
});

/** What the count alone gives: an outcome, a casting vote that made it, or nothing (a tie, or no opinion expressed: another round is needed). */
export type CountResult =
  | { readonly kind: 'majority'; readonly value: 'validate' | 'refuse' }
  | { readonly kind: 'castingVote'; readonly value: 'validate' | 'refuse' }
  | { readonly kind: 'tieRefused'; readonly value: 'refuse' }
  | { readonly kind: 'tie' }
  | { readonly kind: 'noneExpressed' };

/**
 * What the count of the final round gives under the tie rule.
 * Most expressed opinions win; on a tie the president's own opinion decides where the rule says so (VAE: D6412-6), if it was expressed.
 * Where nobody expressed an opinion there is no tie to break: the count gives nothing, and above all no refusal.
 */
export const resultOfCount = (count: Count, tie: 'presidentCasts' | 'refusal' | 'anotherRound', presidentOpinion: OpinionValue | null): CountResult => {
  if (count.validate + count.refuse === 0) return { kind: 'noneExpressed' };
  if (count.validate > count.refuse) return { kind: 'majority', value: 'validate' };
  if (count.refuse > count.validate) return { kind: 'majority', value: 'refuse' };
  switch (tie) {
    case 'presidentCasts':
      return presidentOpinion === 'validate' || presidentOpinion === 'refuse' ? { kind: 'castingVote', value: presidentOpinion } : { kind: 'tie' };
    case 'refusal':
      return { kind: 'tieRefused', value: 'refuse' };
    case 'anotherRound':
      return { kind: 'tie' };
  }
};
