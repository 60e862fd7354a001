import type { Rule } from './rule.ts';

/** Facts that the sentence of a refusal needs. */
export type Facts = Readonly<Record<string, string | number>>;

/** Why hostile or damaged bytes are refused: thrown by the strict readers, always caught by the verifier and the signer. */
export class Refusal extends Error {
  /** The rule that is broken. */
  readonly rule: Rule;
  /** What its sentence needs. */
  readonly facts: Facts;
  constructor(rule: Rule, facts: Facts = {}) {
    super(rule);
    this.rule = rule;
    this.facts = facts;
  }
}

/** Stops reading: the named rule is broken. */
export const refuse = (rule: Rule, facts: Facts = {}): never => {
  throw new Refusal(rule, facts);
};

/** Runs a strict reader; a refusal becomes a value, any other failure of hostile bytes becomes the rule given. */
export const attempt = <Value>(
  read: () => Value,
  otherwise: Rule,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal } => {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    return { ok: false, refusal: error instanceof Refusal ? error : new Refusal(otherwise) };
  }
};
