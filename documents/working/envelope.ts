import { z } from 'zod';
import { failed, done, type Result } from '../../domain/errors.ts';
import { workingPart, type WorkingPart } from '../../domain/working.ts';
import { openContent, parseJson, sealContent, sealedParts } from '../sealed/seal.ts';

const envelope = z.strictObject({
  format: z.literal('delibere-working-sealed'),
  version: z.literal(1),
  number: z.string().max(60),
  ...sealedParts,
});
type Envelope = z.infer<typeof envelope>;

/** The working part encrypted under a passphrase: scrypt (N = 2^16), AES-256-GCM, as JSON text. Only the session's number is in clear. */
export const sealWorking = (part: WorkingPart, passphrase: string): string => {
  const head = { format: 'delibere-working-sealed', version: 1, number: part.session.number } as const;
  const sealed: Envelope = { ...head, ...sealContent(head, Buffer.from(JSON.stringify(workingPart.parse(part)), 'utf8'), passphrase) };
  return `${JSON.stringify(sealed, null, 2)}\n`;
};

/** Opens a sealed working part. Errors: file-unreadable (not one of ours, or damaged content), passphrase-wrong (or a byte changed: the cipher cannot tell). */
export const openWorking = (text: string, passphrase: string): Result<WorkingPart> => {
  const read = envelope.safeParse(parseJson(text));
  if (!read.success) return failed('file-unreadable', { what: 'working' });
  const { kdf, cipher, data, ...head } = read.data;
  const plain = openContent(head, { kdf, cipher, data }, passphrase);
  if (plain === 'malformed') return failed('file-unreadable', { what: 'working' });
  if (plain === 'refused') return failed('passphrase-wrong');
  const part = workingPart.safeParse(parseJson(plain.toString('utf8')));
  return part.success ? done(part.data) : failed('file-unreadable', { what: 'working' });
};
