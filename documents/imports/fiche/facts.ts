import { day, type Day } from '../../../domain/time.ts';
import type { Node } from './tree.ts';
import { oneLine } from './text.ts';

/** The elements of this name directly in another: the same name deeper down is something else. */
export const childrenOf = (node: Node | undefined, name: string): Node[] => node?.nodes.filter((child) => child.name === name) ?? [];

/** The first element at the end of a path of names, or undefined. */
export const at = (node: Node | undefined, ...names: readonly string[]): Node | undefined => names.reduce((found, name) => childrenOf(found, name)[0], node);

/** The text of an element on one line, or null where there is none. */
export const textAt = (node: Node | undefined, ...names: readonly string[]): string | null => {
  const found = oneLine(at(node, ...names)?.text ?? '');
  return found === '' ? null : found;
};

/** Collects the dates of a fiche that cannot be read, by the names of their elements. */
export class Dates {
  readonly unreadable: string[] = [];

  /** A day written dd/MM/yyyy, with or without an hour after it; null where it is missing, or no day of the calendar. */
  read(node: Node | undefined, ...names: readonly string[]): Day | null {
    const written = textAt(node, ...names);
    if (written === null) return null;
    const [, date = '', month = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})(?:\s.*)?$/.exec(written) ?? [];
    const read = day.safeParse(`${year}-${month}-${date}`);
    if (read.success) return read.data;
    this.unreadable.push(names.at(-1) ?? '');
    return null;
  }
}

/** Oui, Non, or null. */
export const yesNo = (text: string | null): boolean | null => (/^oui$/i.test(text ?? '') ? true : /^non$/i.test(text ?? '') ? false : null);

/** Codes with their labels, as lists of the fiche give them. */
export const codesOf = (node: Node | undefined, list: string, item: string): { readonly code: string; readonly label: string }[] =>
  childrenOf(at(node, list), item).flatMap((entry) => {
    const code = textAt(entry, 'CODE');
    const label = textAt(entry, 'LIBELLE') ?? textAt(entry, 'INTITULE') ?? code;
    return code === null || label === null ? [] : [{ code: code.slice(0, 60), label: label.slice(0, 4000) }];
  });

/** A whole number, or null. */
export const wholeAt = (node: Node | undefined, name: string): number | null => {
  const text = textAt(node, name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/** A rate from 0 to 100, with a point or a comma, or null. */
export const rateAt = (node: Node | undefined, name: string): number | null => {
  const text = textAt(node, name);
  const value = text !== null && /^\d{1,3}(?:[.,]\d+)?\s*%?$/.test(text) ? Number(text.replace(',', '.').replace('%', '')) : Number.NaN;
  return value >= 0 && value <= 100 ? value : null;
};

/** A SIRET without its spaces, or null where it is missing or no SIRET. */
export const siretAt = (node: Node | undefined, name: string): string | null => {
  const digits = (textAt(node, name) ?? '').replace(/\s/g, '');
  return /^\d{14}$/.test(digits) ? digits : null;
};
