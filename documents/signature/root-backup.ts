import { z } from 'zod';
import { done, failed, type Result } from '../../domain/errors.ts';
import type { RecoveryCode } from '../recovery/code.ts';
import { openContent, parseJson, sealContent, sealedParts } from '../sealed/seal.ts';
import { certificatesOf, pemOf, readRoot, type Root } from './certificate.ts';
import { readKey } from './keys.ts';
import { attempt } from './refusal.ts';

const backupFile = z.strictObject({
  format: z.literal('delibere-root'),
  version: z.literal(1),
  organism: z.string().max(400),
  certificate: z.string().max(8000),
  ...sealedParts,
});

/** Largest backup that is read: one is about 2 kB. */
const largest = 64 * 1024;

/** A backup of the organism's root: its certificate in clear, its private key under a recovery code (scrypt N = 2^16, AES-256-GCM). */
export const sealRoot = (root: Root, code: RecoveryCode): Uint8Array => {
  const head = { format: 'delibere-root', version: 1, organism: readRoot(root.certificate).organism, certificate: pemOf(root.certificate) } as const;
  const file: z.infer<typeof backupFile> = { ...head, ...sealContent(head, root.privateKey, code) };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8');
};

/** What a backup says in clear, certificate checked. Error: root-backup-unreadable. */
export const readRootBackup = (bytes: Uint8Array): Result<{ readonly file: z.infer<typeof backupFile>; readonly certificate: Buffer }> => {
  const read = bytes.length > largest ? null : backupFile.safeParse(parseJson(Buffer.from(bytes).toString('utf8')));
  if (!read?.success) return failed('root-backup-unreadable');
  const certificate = certificatesOf(read.data.certificate)[0] ?? Buffer.alloc(0);
  const facts = attempt(() => readRoot(certificate), 'root-shape');
  const whole = facts.ok && facts.value.organism === read.data.organism && pemOf(certificate) === read.data.certificate;
  return whole ? done({ file: read.data, certificate }) : failed('root-backup-unreadable');
};

/** Opens a backup with its recovery code: the root it holds, its key checked against its certificate. Errors: root-backup-unreadable, recovery-code-wrong. */
export const openRootBackup = (bytes: Uint8Array, code: RecoveryCode): Result<Root> => {
  const read = readRootBackup(bytes);
  if (!read.ok) return read;
  const { kdf, cipher, data, ...head } = read.value.file;
  const privateKey = openContent(head, { kdf, cipher, data }, code);
  if (privateKey === 'malformed') return failed('root-backup-unreadable');
  if (privateKey === 'refused') return failed('recovery-code-wrong');
  const { certificate } = read.value;
  const pair = attempt(() => readKey(privateKey), 'unexpected');
  return pair.ok && pair.value.point.equals(readRoot(certificate).point) ? done({ certificate, privateKey }) : failed('root-backup-unreadable');
};
