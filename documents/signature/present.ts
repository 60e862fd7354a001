import { instant } from '../../domain/time.ts';
import type { VerdictView } from '../../domain/verdict.ts';
import { capacityName } from '../../words/signature.ts';
import { formatDay } from '../../words/typography.ts';
import { algorithmWords, certificateWords, rules, steps, unknowables, withDigest, type RuleFacts } from '../../words/verdict.ts';
import type { Algorithm } from './imported.ts';
import type { Fault, Verdict, VerifiedSigner } from './verdict.ts';

/** The sentence of a fault. */
export const faultSentence = ({ rule, facts }: Fault): string => (rules[rule] as (facts: RuleFacts) => string)(facts);

/** The algorithm of a key: "RSA 3072 bits", "courbe P-256". */
export const sayAlgorithm = (algorithm: Algorithm): string =>
  algorithm.kind === 'rsa' ? algorithmWords.rsa(algorithm.bits) : algorithmWords.ec(algorithm.curve);

const sayCertificate = (certificate: VerifiedSigner['certificate']): string => {
  if (certificate.kind === 'organism') return certificateWords.organism;
  const { subject, issuer, from, to, algorithm } = certificate;
  return certificateWords.imported({
    subject,
    issuer,
    from: formatDay(from.slice(0, 10)),
    to: formatDay(to.slice(0, 10)),
    algorithm: sayAlgorithm(algorithm),
  });
};

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
  signers: verdict.signers.map(({ name, capacity, claimedAt, certificate }) => ({
    name,
    capacity: capacityName[capacity],
    claimedAt: instant.parse(claimedAt),
    certificate: sayCertificate(certificate),
  })),
  unknowable: verdict.unknowable.map((one) => unknowables[one]),
});
