import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFiles } from '../documents/minute/fonts.ts';

const repository = fileURLToPath(new URL('../', import.meta.url));

/** Lays the program's resources in a folder as the build does: fonts flat, referentials, demonstration. */
export const layResources = (folder: string): string => {
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  for (const font of fontFiles) copyFileSync(join(repository, 'node_modules', font.package, font.path), join(folder, 'fonts', font.name));
  for (const name of ['referentials', 'demo']) cpSync(join(repository, 'assets', name), join(folder, name), { recursive: true });
  return folder;
};
