import { z } from 'zod';

/** A file or a folder that a person gave by another way than a dialog: an opaque handle, and its bare name. */
export const givenFile = z.strictObject({ handle: z.string().min(1).max(120), name: z.string().min(1).max(400) });
/** A file or a folder that a person gave by another way than a dialog. */
export type GivenFile = z.infer<typeof givenFile>;

/** What is done with a file by its ending: a document is verified, a session carried here is received; null is neither. */
export const actOnFile = (name: string): 'verify' | 'receive' | null => {
  if (/\.delibere$/i.test(name)) return 'receive';
  return /\.(?:pdf|zip|age)$/i.test(name) ? 'verify' : null;
};

/** What a screen of a preparation takes, by the ending of a dropped file. */
export const isTable = (name: string): boolean => /\.(?:csv|txt|xlsx)$/i.test(name);
/** Whether a file is a set of dossiers in one. */
export const isBag = (name: string): boolean => /\.zip$/i.test(name);
/** Whether a file can be the archive of a session, encrypted or not. */
export const isArchive = (name: string): boolean => /\.(?:zip|age)$/i.test(name);
/** Whether a file can be the flux of fiches, as it is or in its zip. */
export const isFlux = (name: string): boolean => /\.(?:xml|zip)$/i.test(name);
/** Whether a file can be a piece of a dossier. */
export const isPiece = (name: string): boolean => /\.(?:pdf|png|jpe?g|gif|webp|txt|md)$/i.test(name);
