import { ipcMain, powerMonitor, type BrowserWindow } from 'electron';
import type { Desk } from '../requests/desk.ts';
import { isOurWindow } from './guard/sender.ts';
import { openLockWatch } from './lock-watch.ts';

/** Milliseconds left to the drafts under way to reach the disk before a lock. */
export const settling = 450;

/** Locks the store when nobody touches the window, when the machine goes to sleep and when its screen is locked. */
export function watchLock(window: () => BrowserWindow | null, desk: Desk): void {
  const watch = openLockWatch({
    now: () => Date.now(),
    watched: () => desk.watched(),
    warn: (seconds) => window()?.webContents.send('lock', { seconds }),
    lock: (cause) => void setTimeout(() => desk.lock(cause), settling),
  });
  ipcMain.on('active', (event) => {
    const contents = window()?.webContents;
    if (contents && isOurWindow(event, contents)) watch.active();
  });
  powerMonitor.on('suspend', () => watch.left('suspend'));
  powerMonitor.on('lock-screen', () => watch.left('screen'));
  setInterval(() => watch.tick(), 1000);
}
