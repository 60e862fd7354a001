import { z } from 'zod';
import { competencyCode, pieceId } from './ids.ts';

/** What a private note is about: a piece, one of its pages, or a competency. */
export const noteSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('piece'), pieceId, page: z.number().int().min(1).max(1_000_000).nullable() }),
  z.strictObject({ kind: z.literal('competency'), competency: competencyCode }),
]);
/** What a private note is about. */
export type NoteSubject = z.infer<typeof noteSubject>;

/** A member's private note: its author alone reads it. */
export const privateNote = z.strictObject({ subject: noteSubject, text: z.string().min(1).max(10_000) });
/** A member's private note. */
export type PrivateNote = z.infer<typeof privateNote>;

/** A private note as it is typed; an empty text removes it. */
export const typedNote = privateNote.extend({ text: z.string().max(10_000) });

/** The notes that a key opens, and whether they may still be written. */
export const notesView = z.strictObject({ notes: z.array(privateNote), open: z.boolean() });
