import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder, outside the repository, that keeps what is costly to fetch or to compile. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(base, 'delibere');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Gives the cached folder called `name`, made whole by `fill` under a temporary name and then renamed,
 * so that an interrupted run leaves nothing that a later one could take for finished work.
 */
export async function keepFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const final = join(cacheFolder(), name);
  if (existsSync(final)) return final;
  const temporary = mkdtempSync(join(cacheFolder(), `.${name}-`));
  try {
    await fill(temporary);
    adopt(temporary, final);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return final;
}

function adopt(temporary: string, final: string): void {
  try {
    renameSync(temporary, final);
  } catch (error) {
    // Two runs at once: the first to finish wins, the other's work is thrown away.
    if (!existsSync(final)) throw error;
  }
}
