// The French dictionary in the form that Chromium reads, made at build time from the words of others and a few of the trade.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from '../domain/dictionary.ts';
import { runtimeWords } from '../words/runtime.ts';
import { keepFolder } from './runtime/cache.ts';
import { has, run } from './runtime/command.ts';
import { debianConverter } from './runtime/debian.ts';

const repository = join(import.meta.dirname, '..');
const others = join(repository, 'node_modules', 'dictionary-fr');

/** What goes into the dictionary, by the names that the converter looks for. */
const sources = {
  'fr.dic': join(others, 'index.dic'),
  'fr.aff': join(others, 'index.aff'),
  'fr.dic_delta': join(repository, 'assets', 'spelling', 'trade-words.txt'),
} as const;

/** The converter of this machine, or null: it comes with Qt, and on Debian with the package that `debian.ts` names. */
const converter = (): string | null =>
  existsSync(debianConverter) ? debianConverter : process.platform !== 'win32' && has('qwebengine_convert_dict') ? 'qwebengine_convert_dict' : null;

/** Lays the dictionary and its licence in a folder; without the converter, says in one line that the program will not spell. */
export async function laySpelling(folder: string): Promise<boolean> {
  const program = converter();
  if (program === null) {
    console.error(runtimeWords.noSpelling);
    return false;
  }
  const digest = createHash('sha256');
  for (const path of Object.values(sources)) digest.update(readFileSync(path));
  const made = await keepFolder(`spelling-${digest.digest('hex').slice(0, 16)}`, async (temporary) => {
    for (const [name, path] of Object.entries(sources)) copyFileSync(path, join(temporary, name));
    run(program, ['fr.dic', dictionary.file], { cwd: temporary });
  });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(made, dictionary.file), join(folder, dictionary.file));
  // The words are under the MPL 2.0, and so is what is made of them.
  copyFileSync(join(others, 'license'), join(folder, 'LICENCE.txt'));
  return true;
}
