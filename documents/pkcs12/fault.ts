/** Why a PKCS#12 file is not read: not one, protected in a way unknown here, or not by this passphrase. */
export type Reason = 'shape' | 'protection' | 'passphrase';

/** Stops the reading of a PKCS#12 file; always caught by readPkcs12. */
export class Pkcs12Fault extends Error {
  /** Why. */
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Stops reading. */
export const stop = (reason: Reason): never => {
  throw new Pkcs12Fault(reason);
};
