import { z } from 'zod';
import { candidateId, pieceId } from './ids.ts';

/** What a file of a dossier is. */
export const pieceKind = z.enum([
  'report',
  'deliverable',
  'support',
  'grid',
  'cv',
  'motivation',
  'diploma',
  'attestation',
  'positioning',
  'english',
  'french',
  'validationFile',
  'recevability',
  'evidence',
  'other',
]);
/** What a file of a dossier is. */
export type PieceKind = z.infer<typeof pieceKind>;

/** A file of a dossier: kept as it was given, with its digest, even when no page of it can be read. */
export const piece = z.strictObject({
  id: pieceId,
  candidateId,
  kind: pieceKind,
  title: z.string().trim().min(1).max(200),
  fileName: z.string().max(255),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How it can be shown: page by page, as a picture, as text, or not at all. */
  reading: z.enum(['pdf', 'image', 'text', 'unreadable']),
});
/** A file of a dossier. */
export type Piece = z.infer<typeof piece>;

/** Largest piece accepted, in bytes: files are streamed, so that only the disk bounds them. */
export const largestPiece = 4 * 1024 ** 3;
