import type { Run } from './book.ts';

/** Text made comparable: no case, accent, ligature, hyphen or line break; and for each of its characters the run and the place it comes from. */
export type Folded = { readonly text: string; readonly runs: readonly number[]; readonly places: readonly number[] };
/** Where a word was found: from one place of a run to another, the last excluded. */
export type Found = { readonly from: readonly [run: number, place: number]; readonly to: readonly [run: number, place: number] };

const letters: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', '’': "'", '‘': "'", '«': '"', '»': '"', '“': '"', '”': '"' };
const left = /[\p{M}\u00ad\u2010\u2011-]/u;

const foldCharacter = (character: string): string =>
  [...character.normalize('NFKD').toLowerCase()]
    .filter((part) => !left.test(part))
    .map((part) => letters[part] ?? part)
    .join('');

/** Folds runs of text. A hyphen is left out with the end of its line, so that a word cut in two is found. */
export const fold = (runs: readonly Run[]): Folded => {
  let text = '';
  const [from, places]: [number[], number[]] = [[], []];
  const add = (folded: string, run: number, place: number): void => {
    for (const part of folded) {
      if (part === ' ' && (text === '' || text.endsWith(' '))) continue;
      text += part;
      for (let unit = 0; unit < part.length; unit += 1) {
        from.push(run);
        places.push(place);
      }
    }
  };
  for (const [run, { text: written, ends }] of runs.entries()) {
    let place = 0;
    for (const character of written) {
      add(/\s/u.test(character) ? ' ' : foldCharacter(character), run, place);
      place += character.length;
    }
    if (ends && !/[\u00ad\u2010-]\s*$/u.test(written)) add(' ', run, written.length);
  }
  return { text, runs: from, places };
};

/** What is searched, folded the same way. */
export const foldQuery = (query: string): string => fold([{ text: query, ends: false }]).text.trimEnd();

/** How many times a word occurs. */
export const countOf = (text: string, word: string): number => {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
};

/** Where a word occurs, in the runs that were folded. */
export const find = ({ text, runs, places }: Folded, word: string): readonly Found[] => {
  const found: Found[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const last = at + word.length - 1;
    found.push({ from: [runs[at] ?? 0, places[at] ?? 0], to: [runs[last] ?? 0, (places[last] ?? 0) + 1] });
  }
  return found;
};
