import { instant } from '../../domain/time.ts';
import type { VerdictView } from '../../domain/verdict.ts';
import { capacityName } from '../../words/signature.ts';
import { rules, steps, unknowables, withDigest, type RuleFacts } from '../../words/verdict.ts';
import type { Fault, Verdict } from './verdict.ts';

/** The sentence of a fault. */
export const faultSentence = ({ rule, facts }: Fault): string => (rules[rule] as (facts: RuleFacts) => string)(facts);

/** A verdict in sentences, for a screen or a command line. */
export const presentVerdict = (verdict: Verdict, fileName: string): VerdictView => ({
  fileName,
  kind: verdict.kind,
  level: verdict.level,
  sha256: verdict.sha256,
  number: verdict.number,
  rectifies: verdict.rectifies,
  root: verdict.root,
  checks: verdict.checks.map(({ step, passed, digest }) => ({ passed, sentence: digest === undefined ? steps[step] : withDigest(steps[step], digest) })),
  faults: verdict.faults.map((fault) => ({ rule: fault.rule, sentence: faultSentence(fault) })),
  signers: verdict.signers.map(({ name, capacity, claimedAt }) => ({ name, capacity: capacityName[capacity], claimedAt: instant.parse(claimedAt) })),
  unknowable: verdict.unknowable.map((one) => unknowables[one]),
});
