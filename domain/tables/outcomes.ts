/**
 * The five states in which a block may end: b brought from before, v validated today, r refused today, x absent on the block, n not presented;
 * and what each is worth. A block acquired is acquired for good; nothing compensates a block that is not.
 */
export const blockEnds = [
  // state, acquired, acquired today, remains to acquire
  ['b', true, false, false],
  ['v', true, true, false],
  ['r', false, false, true],
  ['x', false, false, true],
  ['n', false, false, true],
] as const;

/** The outcome of a candidate who came, and how many of the 125 combinations of three blocks give it. */
export const outcomeRules = [
  // some block validated today, some block remains, outcome, combinations
  [false, false, 'full', 1], // bbb
  [true, false, 'full', 7], // b or v everywhere, 2 × 2 × 2, but bbb
  [true, true, 'partial', 54], // 125 less the 64 without v, less the 7 above
  [false, true, 'none', 63], // b, r, x or n everywhere, 4 × 4 × 4, but bbb
] as const;

/** A candidate who has one block from before and presents the two others, by presence. */
export const presenceTable = [
  // presence, an opinion, the two blocks presented, outcome, the session closes
  ['expected', 'candidate-not-present', { kind: 'pending' }, 'undecided', false],
  ['present', 'accepted', { kind: 'pending' }, 'undecided', false],
  ['absent', 'candidate-not-present', { kind: 'absent', scope: 'candidate' }, 'absent', true],
  ['excused', 'candidate-not-present', { kind: 'absent', scope: 'candidate' }, 'excused', true],
] as const;

/** Whether a candidate may be postponed, by cause and by what stands in the way. */
export const postponementTable = [
  // cause, nothing stands in the way, the entry is outside the registration, the composition is not valid
  ['composition', false, false, true],
  ['entry', false, true, false],
  ['dossier', true, true, true],
  ['other', true, true, true],
] as const;

/** Days of entry around the registration of the seed, 29-09-2022 to 29-09-2025, both included. */
export const entryDays = ['2022-09-28', '2022-09-29', '2024-03-15', '2025-09-29', '2025-09-30'] as const;

/** Whether the candidate is entitled, for each day of entry. */
export const entryTable = [
  // limit of delivery, session held on, day before, first day, inside, last day, day after
  [null, '2026-03-17', false, true, true, true, false],
  ['2027-09-29', '2027-09-28', false, true, true, true, false],
  ['2027-09-29', '2027-09-29', false, true, true, true, false],
  ['2027-09-29', '2027-09-30', false, false, false, false, false],
] as const;

/** Whether a candidate may still be noted absent or excused, by what the jury has done on one block. */
export const begunTable = [
  ['nothing', true],
  ['one opinion, still sealed', true],
  ['a decision', false],
  ['a decision reopened', false],
] as const;
