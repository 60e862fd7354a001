import { readFileSync } from 'node:fs';

/** The bytes of a file, or null when it cannot be read. */
export const readFile = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
};

/** Says on the error stream why nothing could be done, and gives the exit code of it. */
export const complain = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`);
  return 2;
};
