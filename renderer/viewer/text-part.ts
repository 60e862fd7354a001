import type { Source } from './source.ts';

/** Bytes of one part: about twenty printed pages. */
const part = 65_536;
/** Bytes read beyond a part, so that a letter is never cut. */
const beyond = 4;

const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** The text of one part of a file in UTF-8: a letter cut between two parts belongs to the first. */
export async function readPart(source: Pick<Source, 'size' | 'read'>, rank: number): Promise<string> {
  const start = (rank - 1) * part;
  const bytes = await source.read(start, start + part + beyond);
  let from = 0;
  while (start > 0 && from < beyond && continues(bytes[from])) from += 1;
  let to = Math.min(part, bytes.length);
  while (to < bytes.length && continues(bytes[to])) to += 1;
  return new TextDecoder('utf-8', { ignoreBOM: start > 0 }).decode(bytes.subarray(from, to));
}

/** How many parts a text of so many bytes has. */
export const partCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / part));
