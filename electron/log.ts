import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Notes a bug in the log by the request's name and the places in the code; never its message, which may hold a person's name. */
export function noteBug(where: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  try {
    const folder = app.getPath('logs');
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, 'delibere.log'), [`${new Date().toISOString()} ${where} ${kind}`, ...frames, ''].join('\n'));
  } catch {
    // A log that cannot be written must not stop a jury.
  }
}
