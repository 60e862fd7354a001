import { z } from 'zod';
import { minuteName } from './rectification.ts';
import { instant } from './time.ts';

/** What a full check concludes: origin established, whole in itself, not intact, or not something we know. */
export const verdictLevel = z.enum(['established', 'whole', 'notIntact', 'unreadable']);
/** What a full check concludes. */
export type VerdictLevel = z.infer<typeof verdictLevel>;

/** A root certificate: its organism and its SHA-256. */
export const rootView = z.strictObject({ organism: z.string(), fingerprint: z.string() });

/** What was checked, in order, for a person to read; sentences are made from the codes by words/verdict.ts. */
export const verdictView = z.strictObject({
  fileName: z.string(),
  kind: z.enum(['minute', 'archive', 'record', 'bag', 'dossiers', 'encrypted', 'unknown']),
  level: verdictLevel,
  sha256: z.string(),
  number: z.string().nullable(),
  rectifies: minuteName.nullable(),
  /** The root that the signatures come from, recognised or not; null where there is none. */
  root: rootView.nullable(),
  checks: z.array(z.strictObject({ passed: z.boolean().nullable(), sentence: z.string() })),
  faults: z.array(z.strictObject({ rule: z.string(), sentence: z.string() })),
  signers: z.array(z.strictObject({ name: z.string(), capacity: z.string(), claimedAt: instant.nullable(), certificate: z.string() })),
  unknowable: z.array(z.string()),
});
/** What was checked, in order, for a person to read. */
export type VerdictView = z.infer<typeof verdictView>;
