import { z } from 'zod';
import { sessionId } from './ids.ts';
import { instant } from './time.ts';

/** The wrong codes that still make their holders wait. */
export const pinWaits = z.array(z.strictObject({ sessionId, holder: z.string().max(64), failures: z.number().int().min(1), failedAt: instant.nullable() }));
/** A holder who waits, and since when. */
export type PinWait = z.infer<typeof pinWaits>[number];
