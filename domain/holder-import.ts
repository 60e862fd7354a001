import { z } from 'zod';
import { importDifference } from './import.ts';

/** What a row of a file of identities would do: a first identity, a change, nothing, something to look at, a fault, or nobody who is to be declared. */
export const identityState = z.enum(['added', 'changed', 'doubtful', 'faulty', 'unchanged', 'left']);
/** What a row of a file of identities would do. */
export type IdentityState = z.infer<typeof identityState>;

/** Why a row is faulty, doubtful or left. */
export const identityCause = z.enum([
  'nir',
  'unreadable',
  'too-long',
  'impossible-date',
  'unknown-sex',
  'place-contradicts',
  'number-of-another',
  'several',
  'duplicate',
  'unknown',
  'not-holder',
  'number-unknown',
  'names-differ',
  'birth-differs',
  'birth-missing',
]);
/** Why a row is faulty, doubtful or left. */
export type IdentityCause = z.infer<typeof identityCause>;

/** One row of the preview: whom it was found to be, or the name as written; never a cell that looks like a social security number. */
export const identityRow = z.strictObject({
  line: z.number(),
  number: z.string(),
  name: z.string(),
  state: identityState,
  causes: z.array(z.strictObject({ field: z.string(), cause: identityCause })),
  differences: z.array(importDifference),
  /** What would still be missing before this holder can be declared. */
  missing: z.number(),
});
/** One row of the preview. */
export type IdentityRow = z.infer<typeof identityRow>;

/** What a file of identities would change: nothing is kept before a person ticks rows. */
export const identitiesView = z.strictObject({
  handle: z.string(),
  fileName: z.string(),
  /** Titles of columns that nothing recognises, and of those that are never read since they hold social security numbers. */
  ignored: z.array(z.string()),
  refused: z.array(z.string()),
  /** Needed columns that the file has not: nothing is read then. */
  missing: z.array(z.string()),
  rows: z.array(identityRow),
});
/** What a file of identities would change. */
export type IdentitiesView = z.infer<typeof identitiesView>;
