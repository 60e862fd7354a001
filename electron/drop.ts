import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ipcMain, type BrowserWindow } from 'electron';
import { isOurWindow } from './guard/sender.ts';

/** Takes a file or a folder that a person drops on the window: its path stays here, and the page is told of an opaque handle with its bare name. */
export function takeDrops(window: () => BrowserWindow | null, keep: (path: string) => string): void {
  ipcMain.handle('drop', async (event, path: unknown, more: unknown) => {
    const contents = window()?.webContents;
    if (!contents || !isOurWindow(event, contents) || typeof path !== 'string' || path === '') return;
    const kind = await stat(path).catch(() => null);
    const others = typeof more === 'number' && Number.isInteger(more) && more > 0 ? more : 0;
    if (kind?.isFile() || kind?.isDirectory()) contents.send('file-dropped', { handle: keep(path), name: basename(path), others, folder: kind.isDirectory() });
  });
}
