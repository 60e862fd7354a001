import type { Fact } from '../../../domain/errors.ts';

/** Why a flux cannot be read; the sentences are in words/fiche.ts. */
export const fluxFaults = ['xml', 'doctype', 'encoding', 'monster', 'root', 'missing', 'zip', 'zip-encrypted', 'zip-content', 'zip-bomb'] as const;
/** Why a flux cannot be read. */
export type FluxFaultReason = (typeof fluxFaults)[number];

/** A flux that cannot be read, thrown inside the reading and turned into a failure at its edge. */
export class FluxFault extends Error {
  readonly reason: FluxFaultReason;
  readonly facts: Readonly<Record<string, Fact>>;

  constructor(reason: FluxFaultReason, facts: Readonly<Record<string, Fact>> = {}) {
    super(reason);
    this.reason = reason;
    this.facts = facts;
  }
}
