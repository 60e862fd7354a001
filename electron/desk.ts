import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { app, ipcMain, nativeTheme, type BrowserWindow } from 'electron';
import type { Desk } from '../requests/desk.ts';
import type { View } from '../requests/viewing.ts';
import { watchLock } from './auto-lock.ts';
import { keepTheme, paperOf, readTheme } from './theme.ts';
import { openDialogs } from './dialogs.ts';
import { takeDrops } from './drop.ts';
import { isPlainMessage } from './guard/message.ts';
import { isOurWindow } from './guard/sender.ts';
import { noteBug } from './log.ts';
import { watchMenu } from './menu.ts';
import type { MenuWatch } from './menu-watch.ts';
import { home, places, stoppedPages } from './place.ts';
import { renewPage } from './renew.ts';

let desk: Promise<Desk> | null = null;
let opened: Desk | null = null;
let menus: MenuWatch | null = null;

/** Opens the desk beside the window's first paint, and answers the window's requests through it alone; `takeOpened` gives the file opened from the file manager, once. */
export function serveDesk(window: () => BrowserWindow | null, takeOpened: () => string | null): void {
  menus = watchMenu(window, () => opened);
  desk = open(window, takeOpened);
  ipcMain.handle('ask', async (event, name: unknown, input: unknown) => {
    const contents = window()?.webContents;
    if (!contents || !isOurWindow(event, contents) || typeof name !== 'string') return { ok: false, error: { code: 'forbidden', facts: {} } };
    if (!isPlainMessage(input)) return { ok: false, error: { code: 'request-malformed', facts: { fields: [] } } };
    try {
      const answer = await (await desk)?.answer(name, input);
      menus?.heard(name, input, answer);
      return answer;
    } catch (error) {
      noteBug(name, error);
      throw new Error('bug');
    }
  });
}

const dressed = [home, stoppedPages.once, stoppedPages.again];

/** Says to each new page of ours, before its first paint, how the window is shown; to any other, nothing that was chosen. */
export function serveTheme(window: () => BrowserWindow | null): void {
  ipcMain.on('theme', (event) => {
    const contents = window()?.webContents;
    event.returnValue = contents && isOurWindow(event, contents, dressed) ? readTheme(app.getPath('userData')) : 'system';
  });
}

/** What is shown to the reader under a token, or null. */
export async function viewing(token: string): Promise<View | null> {
  return (await desk)?.view(token) ?? null;
}

/** Closes the store, at once, before the program ends. */
export function closeDesk(): void {
  opened?.close();
  [desk, opened] = [null, null];
}

async function open(window: () => BrowserWindow | null, takeOpened: () => string | null): Promise<Desk> {
  const [{ openDesk }, { instantFrom }] = await Promise.all([import('../requests/desk.ts'), import('../domain/time.ts')]);
  const folder = app.getPath('userData');
  const dialogs = openDialogs(window);
  takeDrops(window, dialogs.keepPath);
  opened = openDesk({
    clock: { now: () => instantFrom(Date.now()) },
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder: join(folder, 'store'),
    demonstrationFolder: join(folder, 'demonstration'),
    resourcesFolder: places.resources,
    dialogs,
    takeGiven: () => {
      const path = takeOpened();
      return path === null ? null : { handle: dialogs.keepPath(path), name: basename(path) };
    },
    released: () => {
      menus?.look();
      renewPage(window());
    },
    keepTheme: (theme) => {
      window()?.setBackgroundColor(paperOf(theme, nativeTheme.shouldUseDarkColors));
      return keepTheme(folder, theme);
    },
  });
  // A page that is loaded again, or whose process died, is nobody's turn.
  const contents = window()?.webContents;
  const takeBack = (): void => {
    opened?.takeBack();
    menus?.look();
  };
  contents?.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => isMainFrame && !isSameDocument && takeBack());
  contents?.on('render-process-gone', takeBack);
  watchLock(window, opened);
  return opened;
}
