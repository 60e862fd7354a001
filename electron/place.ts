import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The origin of our own window, and of the reader of foreign PDFs. */
export const origins = { app: 'app://delibere', viewer: 'viewer://reader' } as const;

/** The page our own window opens on. */
export const home = `${origins.app}/index.html`;

/** The pages without script that take the place of a screen that has stopped: the first offers to reopen it, the second no longer does. */
export const stoppedPages = { once: `${origins.app}/stopped.html`, again: `${origins.app}/stopped-again.html` } as const;

/** The places of the built program that the machine reads. */
export const places = { built, preload: join(built, 'preload', 'preload.cjs'), resources: join(built, 'resources') } as const;

/** For each origin, the table made at build time of the paths it serves; no path is ever computed from an address. */
export function readFileTables(): Readonly<Record<'app' | 'viewer', ReadonlyMap<string, string>>> {
  const tables: Record<'app' | 'viewer', Record<string, string>> = JSON.parse(readFileSync(join(built, 'files.json'), 'utf8'));
  const absolute = (table: Record<string, string>): Map<string, string> => new Map(Object.entries(table).map(([path, file]) => [path, join(built, file)]));
  return { app: absolute(tables.app), viewer: absolute(tables.viewer) };
}
