import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { placeWindow, stepZoom, type WindowPlace } from '../domain/window.ts';
import { offerFieldMenu } from './field-menu.ts';
import { preferencesOf } from './guard/preferences.ts';
import { home, places } from './place.ts';
import { paperOf, readTheme } from './theme.ts';
import { keepWindowPlace, readWindowPlace } from './window-memory.ts';

/** Milliseconds after the last move before the place of the window is kept. */
const settled = 400;

/** Opens the one window: sandboxed, isolated, where it was and as large, shown when its first paint is ready. */
export function openWindow(): BrowserWindow {
  const kept = readWindowPlace(app.getPath('userData'));
  const main = screen.getPrimaryDisplay();
  const screens = [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea);
  const { bounds, state, minimum } = placeWindow(kept, screens);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: minimum.width,
    minHeight: minimum.height,
    show: false,
    title: 'Délibéré',
    backgroundColor: paperOf(readTheme(app.getPath('userData')), nativeTheme.shouldUseDarkColors),
    webPreferences: preferencesOf(places.preload),
  });
  window.once('ready-to-show', () => {
    if (state === 'maximised') window.maximize();
    if (state === 'fullScreen') window.setFullScreen(true);
    window.show();
  });
  rememberPlace(window, kept.zoom);
  offerFieldMenu(window);
  void window.loadURL(home);
  return window;
}

const zooms = new WeakMap<BrowserWindow, (step: 1 | -1 | 0) => void>();

/** Shows everything in the window one step larger, one smaller, or at the usual size, from now on. */
export function zoomWindow(window: BrowserWindow | null, step: 1 | -1 | 0): void {
  if (window) zooms.get(window)?.(step);
}

function rememberPlace(window: BrowserWindow, kept: number): void {
  let zoom = kept;
  let timer: NodeJS.Timeout | undefined;
  const contents = window.webContents;
  const stateOf = (): WindowPlace['state'] => (window.isFullScreen() ? 'fullScreen' : window.isMaximized() ? 'maximised' : 'normal');
  const keep = (): void => {
    clearTimeout(timer);
    // A disk that refuses it must not stop a jury.
    if (!window.isDestroyed())
      void keepWindowPlace(app.getPath('userData'), { bounds: window.getNormalBounds(), state: stateOf(), zoom }).catch(() => undefined);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, settled);
  };
  for (const event of ['resize', 'move', 'maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen'] as const) window.on(event as 'resize', later);
  window.on('close', keep);
  const step = (by: 1 | -1 | 0): void => {
    zoom = stepZoom(zoom, by);
    contents.setZoomFactor(zoom);
    later();
  };
  zooms.set(window, step);
  contents.on('zoom-changed', (_event, direction) => step(direction === 'in' ? 1 : -1));
  contents.on('did-navigate', () => contents.setZoomFactor(zoom));
}
