import { app, BrowserWindow } from 'electron';
import { readTheme } from './theme.ts';
import { preferencesOf } from './guard/preferences.ts';
import { home, places } from './place.ts';

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
    backgroundColor: '#f7f4ee',
    webPreferences: preferencesOf(places.preload, readTheme(app.getPath('userData'))),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(home);
  return window;
}
