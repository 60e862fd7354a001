/** A failure said to a person: what happened, what is safe, what to do next. */
export interface FailureWords {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

/** The sentence of a failure. */
export const errorWords = (code: string, _facts: Readonly<Record<string, unknown>>): FailureWords => ({ happened: code, safe: '', next: '' });
