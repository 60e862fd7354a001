import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts that can be read in the bytes of any file of a folder: none should be. */
export const readableIn = (folder: string, texts: readonly string[]): string[] => {
  const planted = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')].map((bytes) => ({ text, bytes })));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return planted.filter((each) => bytes.includes(each.bytes)).map((each) => `${entry.name}: ${each.text}`);
    });
};
