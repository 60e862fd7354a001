import { app } from 'electron';
import { appendLog, linesOf } from './bug.ts';
import { places } from './place.ts';

/** Notes a bug in the log by the request's name and the places in the code; never its message, which may hold a person's name. */
export function noteBug(where: string, error: unknown): void {
  try {
    appendLog(app.getPath('logs'), linesOf(new Date().toISOString(), where, error, places.built));
  } catch {
    // A log that cannot be written must not stop a jury.
  }
}

/**
 * Takes in hand what nothing caught: noted without its message, where Node would print it whole on the error output, which many desktops keep in a journal of their own.
 * The packaged program prints nothing at all.
 */
export function noteUncaught(): void {
  process.on('uncaughtException', (error) => noteBug('uncaught', error));
  process.on('unhandledRejection', (reason) => noteBug('rejected', reason));
  if (!app.isPackaged) return;
  process.removeAllListeners('warning');
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const) console[name] = () => undefined;
}
