import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The most bytes of one log file; one earlier file is kept beside it. */
export const largestLog = 256 * 1024;
const mostFrames = 16;

const placeIn = (line: string): { readonly file: string; readonly at: string } | null => {
  const [, file, at] = /^\s+at (?:.*\(|async )?((?:file:\/\/|node:)?[^()]+?):(\d+:\d+)\)?$/.exec(line) ?? [];
  if (file === undefined || at === undefined) return null;
  try {
    return { file: (file.startsWith('file://') ? fileURLToPath(file) : file).replaceAll('\\', '/'), at };
  } catch {
    return null;
  }
};

/** The places of a stack that lie in the program itself or in Node, from the program's folder down: neither names of functions, nor where a person installed it. */
const framesOf = (error: unknown, root: string): string[] => {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return [];
  // What precedes the frames is the message, which may have lines of its own.
  const head = [`${error.name}: ${error.message}`, error.message].find((text) => error.stack?.startsWith(text)) ?? '';
  const base = `${root.replaceAll('\\', '/')}/`;
  return error.stack
    .slice(head.length)
    .split('\n')
    .flatMap((line) => {
      const place = placeIn(line);
      if (place === null) return [];
      if (/^node:[\w/]{1,60}$/.test(place.file)) return [`  ${place.file}:${place.at}`];
      return place.file.startsWith(base) && !place.file.includes('/../') ? [`  ${place.file.slice(base.length)}:${place.at}`] : [];
    })
    .slice(0, mostFrames);
};

const word = (text: unknown, form: RegExp, otherwise: string): string => (typeof text === 'string' && form.test(text) ? text : otherwise);

/**
 * What the log keeps of a bug: when, in which request, the kind and code of the error, and the places in the program under `root`. Never a message, a cause, a name of a
 * function or a path outside the program: each may be, or quote, what a person typed.
 */
export const linesOf = (at: string, where: string, error: unknown, root: string): string => {
  const { name, code } = error instanceof Error ? (error as Error & { readonly code?: unknown }) : { name: typeof error, code: undefined };
  const kind = word(name, /^(?:[A-Z][A-Za-z]{0,34})?Error$/, 'Error');
  const known = typeof code === 'string' && Object.hasOwn(constants.errno, code) ? code : word(code, /^(?:SQLITE|ERR)_[A-Z_0-9]{2,40}$/, '');
  const request = word(where, /^[a-zA-Z]{1,30}(?:\.[a-zA-Z]{1,30})?$/, 'unknown');
  return [`${at} ${request} ${kind}${known === '' ? '' : ` ${known}`}`, ...framesOf(error, root), ''].join('\n');
};

/** Adds lines to the log of a folder, readable by its owner alone; a full one becomes the earlier one, which takes the place of the one before. */
export const appendLog = (folder: string, lines: string): void => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'delibere.log');
  if (existsSync(path) && statSync(path).size + Buffer.byteLength(lines) > largestLog) renameSync(path, join(folder, 'delibere-1.log'));
  appendFileSync(path, lines, { mode: 0o600 });
};
