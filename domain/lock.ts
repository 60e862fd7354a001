import { z } from 'zod';
import { sessionId } from './ids.ts';
import { day, instant } from './time.ts';

/** Why the store was locked: nobody touched it, the machine went to sleep, its screen was locked, or a person asked. */
export const lockCause = z.enum(['idle', 'suspend', 'screen', 'person']);
/** Why the store was locked. */
export type LockCause = z.infer<typeof lockCause>;

/** The minutes without a key or a pointer after which the store locks itself. */
export const idleMinutes = z.union([z.literal(2), z.literal(5), z.literal(10), z.literal(15), z.literal(30)]);
/** The minutes without a key or a pointer after which the store locks itself. */
export type IdleMinutes = z.infer<typeof idleMinutes>;

/** What a store waits when nobody has chosen. */
export const usualIdleMinutes: IdleMinutes = 10;

/** What the locked screen may say: when and why, and which session waits, with nobody's name. */
export const lockView = z.strictObject({ at: instant, cause: lockCause, session: z.strictObject({ number: z.string(), heldOn: day }).nullable() }).nullable();
/** What the locked screen may say. */
export type LockView = z.infer<typeof lockView>;

/** Where the window was, in its own words, kept in memory alone: it names no person. */
export const keptPlace = z.strictObject({ text: z.string().max(1000), sessionId: sessionId.nullable() });
