import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const largest = 256 * 1024 * 1024;

/** How often a text lies in the readable memory of a process, in UTF-8 and in UTF-16; null where no such process is left to read. */
export const occurrences = (pid: number, text: string): number | null => {
  let maps: string;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
  } catch {
    return null;
  }
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const sought = (['utf8', 'utf16le'] as const).map((encoding) => Buffer.from(text, encoding));
  let found = 0;
  try {
    for (const line of maps.split('\n')) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) rw.. \S+ \S+ \S+ *(\S*)/.exec(line);
      if (!region) continue;
      const [from, to] = [Number.parseInt(region[1] ?? '', 16), Number.parseInt(region[2] ?? '', 16)];
      if (to - from > largest) continue;
      const bytes = Buffer.alloc(to - from);
      try {
        readSync(memory, bytes, 0, bytes.length, from);
      } catch {
        continue;
      }
      for (const needle of sought) for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found += 1;
    }
  } finally {
    closeSync(memory);
  }
  return found;
};
