import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actOnFile } from '../domain/given-file.ts';

const pathOf = (word: string, folder: string): string | null => {
  if (word.startsWith('-')) return null;
  if (!word.startsWith('file:')) return isAbsolute(word) ? word : resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
};

/** The file that a command line asks to open: the first of its words, the program's own left out, that names a document or a session of ours. */
export const fileOf = (words: readonly string[], folder: string): string | null =>
  words
    .slice(1)
    .map((word) => pathOf(word, folder))
    .find((path) => path !== null && actOnFile(path) !== null) ?? null;

/** What waits to be opened: the last file given, until whoever may take it does. */
export interface Waiting {
  readonly give: (path: string | null) => void;
  readonly take: () => string | null;
}

/** Keeps the file that waits, and nudges the window when there is one. */
export const openWaiting = (nudge: () => void): Waiting => {
  let waiting: string | null = null;
  return {
    give: (path) => {
      if (path === null) return;
      waiting = path;
      nudge();
    },
    take: () => {
      const taken = waiting;
      waiting = null;
      return taken;
    },
  };
};
