import { z } from 'zod';

/** What a long work is doing now; the sentence is in words/work.ts. */
export const workStep = z.enum(['reading', 'opening', 'searching', 'checking', 'copying', 'writing']);
/** What a long work is doing now. */
export type WorkStep = z.infer<typeof workStep>;

/** A long work as its screen sees it: how far it is (`total` is null while unknown), or how it ended. What it gave is asked for by the request that names it. */
export const workView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running'), step: workStep, unit: z.enum(['rows', 'files', 'bytes']), done: z.number(), total: z.number().nullable() }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('failed'), error: z.strictObject({ code: z.string(), facts: z.record(z.string(), z.unknown()) }) }),
]);
/** A long work as its screen sees it. */
export type WorkView = z.infer<typeof workView>;
/** How far a long work is. */
export type WorkProgress = Omit<Extract<WorkView, { kind: 'running' }>, 'kind'>;

/** The name of a long work, given by the request that starts it. */
export const workHandle = z.string().min(1).max(120);
/** What a request that starts a long work answers at once. */
export const workStarted = z.strictObject({ work: workHandle });
