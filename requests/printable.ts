import { join } from 'node:path';
import type { Act } from '../domain/act.ts';
import { deliberate } from '../domain/deliberation.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { drawRecord } from '../domain/record.ts';
import { loadFonts, type MinuteFonts } from '../documents/minute/fonts.ts';
import { Letters } from '../documents/minute/letters.ts';
import { findMissingIn, findMissingLetter } from '../documents/minute/proof.ts';
import type { OpenSession, Office } from './office.ts';

let fonts: MinuteFonts | null = null;
/** The fonts of the minute, read once. */
export const fontsOf = (office: Office): MinuteFonts => (fonts ??= loadFonts(join(office.tools.resourcesFolder, 'fonts')));
let letters: Letters | null = null;
const lettersOf = (office: Office): Letters => (letters ??= new Letters(fontsOf(office)));

/** Whether the minute could print these words. Error: glyph-missing {character, codePoint, where}, told while they can still be written otherwise. */
export const checkWords = (office: Office, words: unknown): Result<true> => {
  const missing = findMissingIn([['', words]], lettersOf(office));
  return missing ? failed('glyph-missing', missing) : done(true);
};

/**
 * Whether the minute could be printed if the session were closed after these acts: what is frozen or never effaced must be printable before it is so.
 * Error: glyph-missing {character, codePoint, where}.
 */
export const checkPrintable = (office: Office, { stored, sitting, acts }: OpenSession, more: readonly Act[]): Result<true> => {
  const at = office.tools.clock.now();
  const last = acts.at(-1)?.seq ?? 0;
  const added = [...more, { kind: 'closed' } as const].map((act, rank) => ({ seq: last + rank + 1, at, author: { kind: 'lead' } as const, act }));
  const supposed = [...acts, ...added];
  const record = drawRecord({
    id: stored.id,
    fields: stored.fields,
    demonstration: office.demonstration,
    sitting,
    acts: supposed,
    state: deliberate(sitting, supposed),
    head: '0'.repeat(64),
  });
  if (!record.ok) return record;
  const missing = findMissingLetter(record.value, lettersOf(office));
  return missing ? failed('glyph-missing', missing) : done(true);
};
