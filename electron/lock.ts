import { app, type BrowserWindow } from 'electron';

/** Takes the lock of this person's folder; false when the program already runs, which then shows its window and is told of the command line. */
export function takeLock(window: () => BrowserWindow | null, launched: (words: readonly string[], folder: string) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, words, folder) => {
    launched(words, folder);
    const shown = window();
    if (!shown) return;
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  return true;
}
