import type { rules } from '../../words/verdict.ts';

/** A rule of the closed list; words/verdict.ts holds one sentence for each. */
export type Rule = keyof typeof rules;
