import { isUtf8 } from 'node:buffer';
import type { Piece } from '../domain/dossier.ts';
import type { JurorProof } from '../domain/juror-file.ts';
import { readProofRange } from '../db/juror-file.ts';
import type { Store } from '../db/open.ts';
import { readPieceRange } from '../db/piece.ts';

/** The types of what the reader shows; anything else has no view. */
export type ViewType = 'application/pdf' | 'text/plain; charset=utf-8' | 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'application/octet-stream';

/** Something shown to the reader: its type, its size in bytes, and any range of it (`end` excluded), null when it is missing or changed there. */
export interface View {
  readonly type: ViewType;
  readonly size: () => number;
  readonly read: (start: number, end: number) => Uint8Array | null;
}

/** A view of a PDF that the program drew, whole in memory. */
export const drawnView = (bytes: () => Uint8Array | null): View => ({
  type: 'application/pdf',
  size: () => bytes()?.length ?? 0,
  read: (start, end) => bytes()?.subarray(start, end) ?? null,
});

const marks: readonly (readonly [type: ViewType, offset: number, mark: string])[] = [
  ['image/png', 0, '\x89PNG'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
];

const pictureType = (head: Uint8Array | null): ViewType => {
  const text = Buffer.from(head ?? []).toString('latin1');
  return marks.find(([, offset, mark]) => text.startsWith(mark, offset))?.[0] ?? 'application/octet-stream';
};

/** The type by which bytes in memory can be shown, told by their first bytes, or by the name of a text; null when the reader shows nothing of them. */
const typeOfBytes = (bytes: Uint8Array, fileName: string): ViewType | null => {
  const head = Buffer.from(bytes.subarray(0, 16));
  if (head.toString('latin1').startsWith('%PDF-')) return 'application/pdf';
  const picture = pictureType(head);
  if (picture !== 'application/octet-stream') return picture;
  return /\.(?:txt|md)$/i.test(fileName) && isUtf8(bytes) ? 'text/plain; charset=utf-8' : null;
};

/** A view of a file that was read whole into memory; null when the reader shows nothing of its kind. */
export const bytesView = (bytes: Uint8Array, fileName: string): View | null => {
  const type = typeOfBytes(bytes, fileName);
  return type === null ? null : { type, size: () => bytes.length, read: (start, end) => bytes.subarray(start, end) };
};

/** A view of a sealed file, by how it can be shown and what reads a range of it. */
const sealedView = ({ reading, bytes }: Pick<Piece, 'reading' | 'bytes'>, read: View['read']): View => {
  const typeOf = (): ViewType => {
    if (reading === 'image') return pictureType(read(0, 16));
    return reading === 'pdf' ? 'application/pdf' : reading === 'text' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
  };
  return { type: typeOf(), size: () => bytes, read };
};

/**
 * A view of a piece: only the sealed chunks that hold the range are opened. Each chunk is authenticated, with its rank and whether it is the last (decision 0012), so
 * that what is shown is what was copied in; the digest of the whole file is compared where a whole file is used (readPieceBytes), never for a page.
 */
export const pieceView = ({ db, folder, key }: Store, piece: Piece): View =>
  sealedView(piece, (start, end) => readPieceRange(db, folder, key, piece.id, start, end));

/** A view of a proof of a jury member, in the same way. */
export const proofView = ({ db, folder, key }: Store, proof: JurorProof): View =>
  sealedView(proof, (start, end) => readProofRange(db, folder, key, proof.id, start, end));
