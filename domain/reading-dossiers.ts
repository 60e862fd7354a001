import { z } from 'zod';
import { pieceKind } from './dossier.ts';
import { verdictView } from './verdict.ts';

const text = z.string();

/** One piece of the bag of the dossiers, as its index names it. */
export const bagPiece = z.strictObject({
  path: text,
  /** The number of the candidate, as the archive gives it. */
  candidate: text,
  kind: pieceKind,
  title: text,
  fileName: text,
  bytes: z.number(),
  /** Whether the reader can show it: a PDF, a picture or a text that fits the memory. */
  shown: z.boolean(),
});
/** One piece of the bag of the dossiers. */
export type BagPiece = z.infer<typeof bagPiece>;

/** The bag of the dossiers beside an archive that is read: not opened, refused with a verdict and nothing of it shown, or open. */
export const dossiersRead = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('refused'), handle: text, verdict: verdictView }),
  z.strictObject({ kind: z.literal('open'), fileName: text, keptUntil: text, pieces: z.array(bagPiece) }),
]);
/** The bag of the dossiers beside an archive that is read. */
export type DossiersRead = z.infer<typeof dossiersRead>;
