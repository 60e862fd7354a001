import type { Juror } from './jury.ts';

/** How many women and men hold a titular seat, by the civility that was given; `unsaid` gave none, and no first name is read for it. */
export interface Balance {
  readonly women: number;
  readonly men: number;
  readonly unsaid: number;
}

/** The women and men among the titular members. */
export const balanceOf = (jurors: readonly Pick<Juror, 'civility' | 'seat'>[]): Balance => {
  const titulars = jurors.filter((juror) => juror.seat === 'titular');
  const count = (civility: Juror['civility']): number => titulars.filter((juror) => juror.civility === civility).length;
  return { women: count('Mme'), men: count('M.'), unsaid: count('') };
};

/**
 * Whether the balance sought is surely not reached: two seats or more apart even if all who said nothing were of the smaller number.
 * Sought, never required. Source: Code du travail D6412-6.
 */
export const isUnbalanced = ({ women, men, unsaid }: Balance): boolean => Math.max(women, men) - Math.min(women, men) - unsaid > 1;
