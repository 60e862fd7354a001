import { z } from 'zod';
import { instant } from './time.ts';

/** Nothing asked. */
export const none = z.strictObject({});
/** What every change that is saved answers. */
export const ok = z.strictObject({ savedAt: instant.nullable() });
/** A passphrase as it is given. */
export const passphrase = z.string().min(1).max(400);
/** A passphrase that is being chosen; how weak it may be is the request's to say. */
export const newPassphrase = z.string().min(12).max(400);
/** A recovery key as it is typed. */
export const recoveryCode = z.string().min(1).max(200);
/** A personal code. */
export const pin = z.string().regex(/^\d{4,8}$/);
/** What a request gave to name what it opened. */
export const token = z.string().min(1).max(120);
/** A text without blanks around it. */
export const words = (most: number) => z.string().trim().max(most);

/** A line of the contract that changes nothing. */
export const read = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) => ({ kind: 'read', in: input, out: output }) as const;
/** A line of the contract that changes something, or leaves the program. */
export const write = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) => ({ kind: 'write', in: input, out: output }) as const;
