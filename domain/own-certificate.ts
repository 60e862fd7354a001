import { z } from 'zod';
import { instant } from './time.ts';

/** A member's own certificate as chosen: a file, not yet opened. */
export const chosenCertificate = z.strictObject({ handle: z.string(), fileName: z.string() });

/** A file chosen and the passphrase that opens it; neither is kept. */
export const ownCertificate = z.strictObject({ handle: z.string().min(1).max(120), passphrase: z.string().max(400) });
/** A file chosen and the passphrase that opens it. */
export type OwnCertificateInput = z.infer<typeof ownCertificate>;

/** What a member's own certificate says, shown before it signs; its issuer is named, never checked. */
export const certificateView = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  from: instant,
  to: instant,
  fingerprint: z.string(),
  algorithm: z.string(),
});
/** What a member's own certificate says, shown before it signs. */
export type CertificateView = z.infer<typeof certificateView>;
