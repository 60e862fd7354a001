/**
 * Who sits, who presides and what the composition lacks, typed by hand from the rules, for a candidate of continuing training (three members, two of them
 * outside IT professionals, and somebody to preside).
 *
 * People: P the president and A, both outside IT professionals; L the pedagogical lead, from inside; S the substitute, an outside IT professional. All are here and have declared.
 * Sits: the seats of P, A and L in this order, '-' for an empty one.
 * Cells: who presides, '-' for nobody, then what is lacking: m members, e outside members, p somebody to preside; nothing after the colon is a valid jury.
 */
export const roomTable = [
  // recused, substitute named for the seat of, sits, no deputy, deputy A, deputy S
  ['', '', 'PAL', 'P:', 'P:', 'P:'],
  ['', 'P', 'PAL', 'P:', 'P:', 'P:'],

  ['P', '', '-AL', '-:mep', 'A:me', '-:mep'],
  ['P', 'P', 'SAL', '-:p', 'A:', 'S:'],
  ['P', 'A', '-AL', '-:mep', 'A:me', '-:mep'],

  ['A', '', 'P-L', 'P:me', 'P:me', 'P:me'],
  ['A', 'A', 'PSL', 'P:', 'P:', 'P:'],
  ['A', 'P', 'P-L', 'P:me', 'P:me', 'P:me'],

  ['L', '', 'PA-', 'P:m', 'P:m', 'P:m'],
  ['L', 'L', 'PAS', 'P:', 'P:', 'P:'],

  ['PA', '', '--L', '-:mep', '-:mep', '-:mep'],
  ['PA', 'P', 'S-L', '-:mep', '-:mep', 'S:me'],
  ['PA', 'A', '-SL', '-:mep', '-:mep', 'S:me'],

  ['PL', '', '-A-', '-:mep', 'A:me', '-:mep'],
  ['PL', 'P', 'SA-', '-:mp', 'A:m', 'S:m'],
  ['PL', 'L', '-AS', '-:mp', 'A:m', 'S:m'],

  ['AL', '', 'P--', 'P:me', 'P:me', 'P:me'],
  ['AL', 'A', 'PS-', 'P:m', 'P:m', 'P:m'],
  ['AL', 'L', 'P-S', 'P:m', 'P:m', 'P:m'],

  ['PAL', '', '---', '-:mep', '-:mep', '-:mep'],
  ['PAL', 'P', 'S--', '-:mep', '-:mep', 'S:me'],
  ['PAL', 'A', '-S-', '-:mep', '-:mep', 'S:me'],
  ['PAL', 'L', '--S', '-:mep', '-:mep', 'S:me'],
] as const;

/** The deputies, in the order of the table's columns. */
export const deputies = ['', 'A', 'S'] as const;

/** The orders in which the three seats are laid: the president's first, second, third. */
export const seatOrders = ['PAL', 'APL', 'ALP'] as const;

/** The letters of what a composition lacks, spelt out. */
export const gapOf = { m: 'members', e: 'externals', p: 'president', l: 'lead', q: 'qualified', c: 'closedPath' } as const;

/** Whether one person may sit for one candidate: here, declared, and not recused, all three. */
export const seatConditions = [
  // here, declared, recused, may sit
  [true, true, false, true],
  [true, true, true, false],
  [true, false, false, false],
  [true, false, true, false],
  [false, true, false, false],
  [false, true, true, false],
  [false, false, false, false],
  [false, false, true, false],
] as const;

/** Who takes the seat of A. */
export const seatTable = [
  // A may sit, S may sit, S is named for the seat of A, who sits
  [true, true, true, 'A'],
  [true, true, false, 'A'],
  [true, false, true, 'A'],
  [true, false, false, 'A'],
  [false, true, true, 'S'],
  [false, true, false, '-'],
  [false, false, true, '-'],
  [false, false, false, '-'],
] as const;

/** A substitute named for several seats takes one of them: who is missing, and who sits in all, in the order of the alphabet. */
export const namedTwice = [
  // recused, named for the seats of, sits
  ['PA', 'PA', 'LS'],
  ['PL', 'PL', 'AS'],
  ['AL', 'AL', 'PS'],
  ['PAL', 'PAL', 'S'],
] as const;

/**
 * What the jury lacks by access path.
 * Members: x outside, IT, qualified; y outside, IT, not qualified; o outside, another trade, not qualified; l inside, the pedagogical lead, not qualified; i inside, qualified.
 * Lacking: m members, e outside members, l the pedagogical lead, q a qualified member, c the path is closed.
 */
export const pathTable = [
  // members, FI, CA and FC and CQ, VAE, CL
  ['xxl', '', '', '', 'c'],
  ['xxi', 'l', '', '', 'c'],
  ['xxx', 'l', '', '', 'c'],
  ['xyl', '', '', '', 'c'],
  ['yyl', '', '', 'q', 'c'],
  ['yyi', 'l', '', '', 'c'],
  ['yyy', 'l', '', 'q', 'c'],
  ['xol', '', 'e', 'e', 'c'],
  ['yol', '', 'e', 'eq', 'c'],
  ['ool', '', 'e', 'eq', 'c'],
  ['xil', 'e', 'e', 'e', 'c'],
  ['yil', 'e', 'e', 'e', 'c'],
  ['xii', 'el', 'e', 'e', 'c'],
  ['xx', 'ml', 'm', 'm', 'c'],
  ['yy', 'ml', 'm', 'mq', 'c'],
  ['xl', 'me', 'me', 'me', 'c'],
  ['yl', 'me', 'me', 'meq', 'c'],
] as const;
