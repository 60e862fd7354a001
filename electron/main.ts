// THE MACHINE: what happens from start to end, as a list of verbs. Each guard is one rule in electron/guard.
import { app, session, type BrowserWindow } from 'electron';
import { closeDesk, serveDesk, viewing } from './desk.ts';
import { refuseDownloads } from './guard/downloads.ts';
import { refuseNavigation } from './guard/navigation.ts';
import { cancelRequests, switchNetworkOff } from './guard/network.ts';
import { refusePermissions } from './guard/permissions.ts';
import { refuseWebviews } from './guard/webview.ts';
import { refuseWindows } from './guard/window-open.ts';
import { takeLock } from './lock.ts';
import { noteUncaught } from './log.ts';
import { setMenu } from './menu.ts';
import { declareSchemes, serveSchemes } from './scheme.ts';
import { openWindow } from './window.ts';

let window: BrowserWindow | null = null;
const current = (): BrowserWindow | null => window;

// Chromium cannot sandbox root, who says so on the command line; enableSandbox would silently take that word back and loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
switchNetworkOff(app);
noteUncaught();
declareSchemes();
if (!takeLock(current)) app.quit();
else start();

function start(): void {
  app.on('session-created', (created) => {
    cancelRequests(created);
    refusePermissions(created);
    refuseDownloads(created);
  });
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    refuseWindows(contents);
    refuseWebviews(contents);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', closeDesk);
  void app.whenReady().then(onReady);
}

function onReady(): void {
  serveSchemes(session.defaultSession, viewing);
  setMenu();
  window = openWindow();
  window.on('closed', () => (window = null));
  serveDesk(current);
}
