import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dictionary } from '../domain/dictionary.ts';
import { writeWhole } from './whole-file.ts';

/** Puts the dictionary of the program where Chromium reads it, when none is there or another one; false, and never an error, when it cannot. */
export async function layDictionary(from: string, folder: string): Promise<boolean> {
  try {
    const ours = await readFile(from);
    const to = join(folder, dictionary.file);
    const there = await readFile(to).catch(() => null);
    if (there?.equals(ours)) return true;
    await mkdir(folder, { recursive: true });
    await writeWhole(to, ours);
    return true;
  } catch {
    return false;
  }
}
