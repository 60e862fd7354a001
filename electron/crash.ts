import { dialog, type BrowserWindow } from 'electron';
import { crashWords as words } from '../words/crash.ts';
import { openCrashWatch } from './crash-watch.ts';
import { noteBug } from './log.ts';
import { home, stoppedPages } from './place.ts';

/** Replaces a page whose process died by a calm one, and offers to reopen one that no longer answers; the log keeps the reason alone. */
export function watchCrashes(window: BrowserWindow): void {
  const pages = { ...stoppedPages, home };
  const watch = openCrashWatch({
    now: () => Date.now(),
    // Once the death has been told to everybody.
    show: (page) => void setImmediate(() => window.isDestroyed() || void window.loadURL(pages[page]).catch(() => undefined)),
    note: (reason) => noteBug('page', Object.assign(new Error(), { code: `ERR_PAGE_${reason.toUpperCase().replaceAll('-', '_')}` })),
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => watch.gone(reason));
  let asking: AbortController | null = null;
  const answered = (): void => {
    asking?.abort();
    asking = null;
  };
  window.on('unresponsive', () => {
    if (asking !== null) return;
    const question = (asking = new AbortController());
    const asked = dialog.showMessageBox(window, {
      type: 'warning',
      title: words.slowTitle,
      message: words.slow,
      detail: words.slowDetail,
      buttons: [words.wait, words.reopen],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: question.signal,
    });
    void asked.then(({ response }) => {
      if (asking !== question) return;
      asking = null;
      if (response !== 1 || window.isDestroyed()) return;
      watch.expect();
      window.webContents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', answered);
  window.webContents.on('render-process-gone', answered);
}
