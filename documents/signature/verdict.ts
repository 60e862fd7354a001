import type { MinuteName } from '../../domain/rectification.ts';
import type { kinds, levels, steps, unknowables } from '../../words/verdict.ts';
import type { Capacity } from './certificate.ts';
import type { Algorithm } from './imported.ts';
import type { Facts, Refusal } from './refusal.ts';
import type { Rule } from './rule.ts';

/** One thing checked: passed, failed, or not checked for want of something (null). */
export interface Check {
  readonly step: keyof typeof steps;
  readonly passed: boolean | null;
  /** The digest recomputed, for a person to compare with paper. */
  readonly digest?: string;
}

/** One rule broken, with what its sentence needs. */
export interface Fault {
  readonly rule: Rule;
  readonly facts: Facts;
}

/** One signature found good: who, by the certificate, and when by the clock of the computer that signed. */
export interface VerifiedSigner {
  readonly field: string;
  readonly name: string;
  readonly capacity: Capacity;
  readonly quality: string;
  readonly claimedAt: string;
  readonly fingerprint: string;
  /** Issued for this signature by the organism's root, or made elsewhere and brought by the member, its issuer unchecked. */
  readonly certificate:
    | { readonly kind: 'organism' }
    | {
        readonly kind: 'imported';
        readonly subject: string;
        readonly issuer: string;
        readonly from: string;
        readonly to: string;
        readonly algorithm: Algorithm;
      };
}

/** What nobody can conclude from the file. */
export type Unknowable = keyof typeof unknowables;

/** The conclusion on a file: what was checked, in order, what is wrong, who signed, what cannot be known. */
export interface Verdict {
  readonly kind: keyof typeof kinds;
  readonly level: keyof typeof levels;
  readonly sha256: string;
  readonly number: string | null;
  /** The minute that this one rectifies, by its number and the digest of its signed file; null for a first minute. */
  readonly rectifies: MinuteName | null;
  /** The root that the signatures come from, recognised or not. */
  readonly root: { readonly organism: string; readonly fingerprint: string } | null;
  readonly checks: readonly Check[];
  readonly faults: readonly Fault[];
  readonly signers: readonly VerifiedSigner[];
  readonly unknowable: readonly Unknowable[];
}

/** The fault that a refusal is. */
export const faultOf = ({ rule, facts }: Refusal): Fault => ({ rule, facts });

/** A verdict on something that is not ours or cannot be read. */
export const unreadable = (kind: Verdict['kind'], sha256: string, faults: readonly Fault[], checks: readonly Check[]): Verdict => ({
  kind,
  level: 'unreadable',
  sha256,
  number: null,
  rectifies: null,
  root: null,
  checks,
  faults,
  signers: [],
  unknowable: [],
});
