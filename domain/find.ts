import { foldWords } from './name-key.ts';

/** Whether a line of a list answers what is typed in its search: each word typed begins a word of the line, whatever the accents, the case and the order. */
export const answersFind = (line: string, typed: string): boolean => {
  const words = foldWords(line);
  return foldWords(typed).every((wanted) => words.some((word) => word.startsWith(wanted)));
};

/** Fewer lines than this are read at a glance: nothing stands between a person and them. */
export const fewLines = 15;
