import { app, type BrowserWindow } from 'electron';

/** Takes the lock of this person's folder; false when the program already runs, which then shows its window. */
export function takeLock(window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const shown = window();
    if (!shown) return;
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  return true;
}
