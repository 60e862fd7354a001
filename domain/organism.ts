import { z } from 'zod';
import { instant } from './time.ts';

/** The organism's root as a screen shows it: not made yet (it is on first use), or kept, saved outside the store or not. */
export const organismView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('absent'), organism: z.string() }),
  z.strictObject({ kind: z.literal('kept'), organism: z.string(), fingerprint: z.string(), createdAt: instant, backedUpAt: instant.nullable() }),
]);
/** The organism's root as a screen shows it. */
export type OrganismView = z.infer<typeof organismView>;

/** What a backup of a root says in clear, before its code is typed. */
export const rootBackupView = z.strictObject({ handle: z.string(), fileName: z.string(), organism: z.string(), fingerprint: z.string(), createdAt: instant });
/** What a backup of a root says in clear. */
export type RootBackupView = z.infer<typeof rootBackupView>;
