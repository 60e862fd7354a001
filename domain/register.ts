import { z } from 'zod';
import { sessionId } from './ids.ts';
import { instant } from './time.ts';

const text = (most: number) => z.string().trim().max(most);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Every entry of the store's register: what the pedagogical lead did with a session's papers, outside the acts of the jury. Entries are only ever added.
 * They name sessions and candidates by their identity alone, never by a person's name: an entry outlives the data that it speaks of.
 */
export const registerEntry = z.discriminatedUnion('kind', [
  /** A file left the program. */
  z.strictObject({ kind: z.literal('exported'), sessionId: sessionId.nullable(), what: text(80), fileName: text(400), sha256: sha256.nullable() }),
]);
/** One entry of the store's register. */
export type RegisterEntry = z.infer<typeof registerEntry>;

/** What is written of an entry: the instant and the entry. */
export const registerContent = z.strictObject({ at: instant, entry: registerEntry });

/** An entry as the register keeps it. */
export interface RegisteredEntry {
  readonly seq: number;
  readonly at: z.infer<typeof instant>;
  readonly entry: RegisterEntry;
}
