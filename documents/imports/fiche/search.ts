import type { IndexLine } from './flux.ts';

/** A text without accents, capitals or signs, for a search. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .toLocaleLowerCase('fr')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a fiche answers what was typed: its code or the figures of it, or every word in its title, accents and capitals apart. Nothing typed finds all. */
export const matches = (query: string): ((line: Pick<IndexLine, 'code' | 'title'>) => boolean) => {
  const words = fold(query).split(' ');
  return ({ code, title }) => {
    const [known, said] = [fold(code), fold(title)];
    return words.every((word) => said.includes(word) || known.includes(word));
  };
};
