import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { theme, type Theme } from '../domain/theme.ts';
import { writeWhole } from './whole-file.ts';

const name = 'theme.json';

/** How the person chose that the window is shown; as the system asks when nothing readable was kept. */
export function readTheme(folder: string): Theme {
  try {
    return theme.parse((JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly theme?: unknown } | null)?.theme);
  } catch {
    return 'system';
  }
}

/** Keeps it in the program's folder, whose browser storage is in memory only. */
export async function keepTheme(folder: string, chosen: Theme): Promise<void> {
  await writeWhole(join(folder, name), Buffer.from(JSON.stringify({ theme: chosen })));
}

/** The colour of the window where no page is painted yet, that of the page itself: one that takes the place of another shows no flash. */
export function paperOf(chosen: Theme, isDark: boolean): string {
  if (chosen === 'contrast') return '#ffffff';
  return chosen === 'dark' || (chosen === 'system' && isDark) ? '#16181d' : '#faf8f5';
}
