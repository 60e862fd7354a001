import { z } from 'zod';

/** To whom an encrypted file is closed: a passphrase, or the public key (age1…) of a person or a service. */
export const ageLock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(12).max(400) }),
  z.strictObject({ kind: z.literal('recipient'), recipient: z.string().min(1).max(200) }),
]);
/** To whom an encrypted file is closed. */
export type AgeLockGiven = z.infer<typeof ageLock>;
