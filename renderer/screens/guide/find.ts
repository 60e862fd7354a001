import { guide, textsOf } from '../../../words/guide/guide.ts';
import { spansOf, type Chapter } from '../../../words/guide/passage.ts';

/** A passage that answers a search: where it is, and what it says. */
export interface Found {
  readonly chapter: Chapter;
  /** The rank of the passage in its chapter; -1 for the title. */
  readonly rank: number;
  readonly said: string;
}

/** A text as it is compared: one letter for each letter, without accent or capital. */
const fold = (text: string): string =>
  [...text].map((letter) => (letter.length === 1 ? (letter.normalize('NFD')[0] ?? letter).toLowerCase() : letter)).join('');

const wordsOf = (query: string): readonly string[] => [...new Set(fold(query.replaceAll("'", '\u2019')).split(/\s+/).filter(Boolean))];

/** The text of a passage without the marks of its names. */
export const plainText = (text: string): string =>
  spansOf(text)
    .map((span) => span.text)
    .join('');

/** Every passage that holds all the words of a query, whatever their case and accents, in the order of the guide; none for an empty query. */
export const findPassages = (query: string): readonly Found[] => {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const holds = (text: string): boolean => words.every((word) => fold(text).includes(word));
  return guide.flatMap((chapter): readonly Found[] => [
    ...(holds(chapter.title) ? [{ chapter, rank: -1, said: chapter.lead }] : []),
    ...chapter.passages.flatMap((passage, rank) => {
      const said = textsOf(passage).map(plainText).find(holds);
      return said === undefined ? [] : [{ chapter, rank, said }];
    }),
  ]);
};

/** A text in stretches, those that hold a searched word apart. */
export const markWords = (text: string, query: string): readonly { readonly text: string; readonly marked: boolean }[] => {
  const folded = fold(text);
  const marks = new Array<boolean>(text.length).fill(false);
  for (const word of wordsOf(query))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) marks.fill(true, at, at + word.length);
  const stretches: { text: string; marked: boolean }[] = [];
  for (const [rank, letter] of text.split('').entries()) {
    const last = stretches.at(-1);
    const marked = marks[rank] === true;
    if (last?.marked === marked) last.text += letter;
    else stretches.push({ text: letter, marked });
  }
  return stretches;
};
