/**
 * What the count of three opinions gives under each tie rule, typed by hand from the rules: most expressed opinions win; on a tie the president's own
 * expressed opinion decides, or the block is refused, or another round is needed; where nobody expressed an opinion the count gives nothing.
 *
 * Opinions, the president's first: v validates, r refuses, a abstains.
 * Results: MV, MR majority validates, refuses; CV, CR the casting vote validates, refuses; TR the tie is refused; T- a tie, another round; N- none expressed.
 */
export const opinionTable = [
  // opinions, presidentCasts, refusal, anotherRound
  ['vvv', 'MV', 'MV', 'MV'],
  ['vvr', 'MV', 'MV', 'MV'],
  ['vva', 'MV', 'MV', 'MV'],
  ['vrv', 'MV', 'MV', 'MV'],
  ['vrr', 'MR', 'MR', 'MR'],
  ['vra', 'CV', 'TR', 'T-'],
  ['vav', 'MV', 'MV', 'MV'],
  ['var', 'CV', 'TR', 'T-'],
  ['vaa', 'MV', 'MV', 'MV'],
  ['rvv', 'MV', 'MV', 'MV'],
  ['rvr', 'MR', 'MR', 'MR'],
  ['rva', 'CR', 'TR', 'T-'],
  ['rrv', 'MR', 'MR', 'MR'],
  ['rrr', 'MR', 'MR', 'MR'],
  ['rra', 'MR', 'MR', 'MR'],
  ['rav', 'CR', 'TR', 'T-'],
  ['rar', 'MR', 'MR', 'MR'],
  ['raa', 'MR', 'MR', 'MR'],
  ['avv', 'MV', 'MV', 'MV'],
  ['avr', 'T-', 'TR', 'T-'],
  ['ava', 'MV', 'MV', 'MV'],
  ['arv', 'T-', 'TR', 'T-'],
  ['arr', 'MR', 'MR', 'MR'],
  ['ara', 'MR', 'MR', 'MR'],
  ['aav', 'MV', 'MV', 'MV'],
  ['aar', 'MR', 'MR', 'MR'],
  ['aaa', 'N-', 'N-', 'N-'],
] as const;

/** The tie rules, in the order of the table's columns. */
export const tieRules = ['presidentCasts', 'refusal', 'anotherRound'] as const;

/** The codes of the table, spelt out. */
export const counted = {
  MV: { kind: 'majority', value: 'validate' },
  MR: { kind: 'majority', value: 'refuse' },
  CV: { kind: 'castingVote', value: 'validate' },
  CR: { kind: 'castingVote', value: 'refuse' },
  TR: { kind: 'tieRefused', value: 'refuse' },
  'T-': { kind: 'tie' },
  'N-': { kind: 'noneExpressed' },
} as const;

/** The letters of the opinions, spelt out. */
export const opinionOf = { v: 'validate', r: 'refuse', a: 'abstain' } as const;

/** Whether another round may be held: within the number of the regulations, or beyond it when a member who now sits gave no opinion in the last one. */
export const roundTable = [
  // most rounds, rounds revealed, the jury has changed since, another round
  [1, 1, false, false],
  [1, 1, true, true],
  [2, 1, false, true],
  [2, 1, true, true],
  [2, 2, false, false],
  [2, 2, true, true],
  [3, 2, false, true],
  [3, 3, false, false],
  [3, 3, true, true],
] as const;
