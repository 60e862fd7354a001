import { z } from 'zod';
import { instant } from './time.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const largestMemory = 256 * 2 ** 20;
const cost = {
  kdf: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2 ** 14)
    .max(2 ** 20)
    .refine((rounds) => Number.isInteger(Math.log2(rounds))),
  r: z.number().int().min(1).max(32),
  p: z.number().int().min(1).max(4),
};
const lockShape = { ...cost, salt: hex(16), nonce: hex(12), wrapped: hex(48) };
const isAffordable = ({ N, r }: { readonly N: number; readonly r: number }): boolean => 128 * N * r <= largestMemory;

/** The store's key wrapped with AES-256-GCM under scrypt of a secret; a file that asks for an absurd derivation is refused before any work. */
export const keyLock = z.strictObject(lockShape).refine(isAffordable);
/** One wrapping of the store's key. */
export type KeyLock = z.infer<typeof keyLock>;

/** The key file as it was before there was a recovery key. */
export const keyFileOfBefore = z.strictObject({ format: z.literal('delibere-keys'), version: z.literal(1), ...lockShape }).refine(isAffordable);

/** The version of the key file that this program writes; it reads those before. */
export const keyFileVersion = 2;

/**
 * What lies beside the store: its key wrapped under the passphrase, and under the recovery key when there is one. Useless without either.
 * `id` tells the key, and nothing of it, to who has it; null where version 1 was read. `serial` grows at each rewriting, so that an older copy is known as such.
 */
export const keyFile = z.strictObject({
  format: z.literal('delibere-keys'),
  version: z.literal(keyFileVersion),
  id: hex(16).nullable(),
  serial: z.number().int().min(0),
  passphrase: keyLock,
  recovery: z.strictObject({ lock: keyLock, madeAt: instant, confirmedAt: instant.nullable() }).nullable(),
});
/** A key file. */
export type KeyFile = z.infer<typeof keyFile>;

/** The recovery key as anybody may see it: the number of its sheet, never the key. */
export const recoveryState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('made'), sheet: z.string(), madeAt: instant, confirmed: z.boolean() }),
]);
/** The state of the recovery key. */
export type RecoveryState = z.infer<typeof recoveryState>;

/** A copy of the key file that a change could not reach, and that still opens with the secret of before. */
export const keyCopyLeft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('secondFolder'), path: z.string() }),
  z.strictObject({ kind: z.literal('formerFolder'), path: z.string() }),
  /** It is there, and could not be written, or could not be told to be of this store. */
  z.strictObject({ kind: z.literal('refused'), path: z.string() }),
]);
/** A copy left with its old key file. */
export type KeyCopyLeft = z.infer<typeof keyCopyLeft>;

/** What a change of the key file did to the copies: how many were rewritten, which were not. */
export const keysSpread = z.strictObject({ rewritten: z.number().int().min(0), left: z.array(keyCopyLeft) });
/** What a change reached. */
export type KeysSpread = z.infer<typeof keysSpread>;

const keyEvent = z.enum(['passphraseChanged', 'recoveryMade', 'recoveryConfirmed', 'openedByRecovery']);
/** What the register tells of a change of the key file. */
export type KeyEvent = z.infer<typeof keyEvent>;
/** What is written before a change of the key file: the serial of the file that it will leave, and what the register will tell. */
export const keyIntention = z.strictObject({ serial: z.number().int(), at: instant, events: z.array(keyEvent).max(4) });
