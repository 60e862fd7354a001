import { app, BrowserWindow, nativeTheme } from 'electron';
import { preferencesOf } from './guard/preferences.ts';
import { home, places } from './place.ts';
import { paperOf, readTheme } from './theme.ts';

/** Opens the one window: sandboxed, isolated, shown when its first paint is ready. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    useContentSize: true,
    show: false,
    title: 'Délibéré',
    backgroundColor: paperOf(readTheme(app.getPath('userData')), nativeTheme.shouldUseDarkColors),
    webPreferences: preferencesOf(places.preload),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(home);
  return window;
}
