import { z } from 'zod';

/** Line separators of Unicode, which are ends of lines here. */
const separators = /[\u2028\u2029\u0085]/g;
/** What nobody sees and what turns the direction of writing; joiners and variation selectors stay, which scripts and pictures need. */
const hidden = /(?![\t\n\r])\p{Cc}|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** More marks on one letter than any language writes: they would run over the lines above and below. */
const flood = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;
const plain = /^[\t\n\r\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u202F\u20AC]*$/;

/** A text that marks no eye sees cannot turn round, and whose letters carry four marks at most: what is around it stays as it was written. */
export const harmless = (text: string): string => (plain.test(text) ? text : text.replaceAll(separators, '\n').replaceAll(hidden, '').replaceAll(flood, '$1'));

/** The same on one line, for a name. */
export const harmlessLine = (text: string): string => harmless(text).replaceAll(/\s*[\r\n]+\s*/g, ' ');

/** A value with every text in it made harmless; bytes stay as they are. */
export const harmlessAll = (value: unknown): unknown => {
  if (typeof value === 'string') return harmless(value);
  if (Array.isArray(value)) return value.map(harmlessAll);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, harmlessAll(inside)]));
};

/** A name: harmless, of one line, of so many characters at most; one that held the end of a line would write the next line of a document. */
export const oneLine = (most: number) => z.string().overwrite(harmlessLine).trim().max(most);
