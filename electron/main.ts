// THE MACHINE: what happens from start to end, as a list of verbs. Each guard is one rule in electron/guard.
import { url as inspectorAddress } from 'node:inspector';
import { app, session, shell, webFrameMain, type BrowserWindow } from 'electron';
import { watchCrashes } from './crash.ts';
import { closeDesk, serveDesk, serveTheme, viewing } from './desk.ts';
import { refuseCapture } from './guard/capture.ts';
import { refuseCertificates } from './guard/certificates.ts';
import { refuseCredentials } from './guard/credentials.ts';
import { refuseDevices } from './guard/devices.ts';
import { refuseDownloads } from './guard/downloads.ts';
import { refuseExternal } from './guard/external.ts';
import { refuseNavigation } from './guard/navigation.ts';
import { switchNetworkOff } from './guard/network.ts';
import { refuseOpenings } from './guard/opening.ts';
import { refusePermissions } from './guard/permissions.ts';
import { cancelRequests } from './guard/requests.ts';
import { refuseSpelling } from './guard/spelling.ts';
import { refuseSwitches } from './guard/switches.ts';
import { memorySession } from './guard/storage.ts';
import { refuseUnloadDelays } from './guard/unload.ts';
import { kennelOf, watchReader } from './guard/watchdog.ts';
import { refuseWebviews } from './guard/webview.ts';
import { refuseWindows } from './guard/window-open.ts';
import { takeLock } from './lock.ts';
import { noteUncaught } from './log.ts';
import { declareSchemes, serveSchemes } from './scheme.ts';
import { fileOf, openWaiting } from './opened-file.ts';
import { openSpelling } from './spelling.ts';
import { openWindow } from './window.ts';

let window: BrowserWindow | null = null;
const current = (): BrowserWindow | null => window;

// Chromium cannot sandbox root, who says so on the command line; enableSandbox would silently take that word back and loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
refuseSwitches(app.commandLine, process.argv, inspectorAddress() !== undefined);
switchNetworkOff(app);
noteUncaught();
declareSchemes();
const waiting = openWaiting(() => window?.webContents.send('file-given', null));
if (!takeLock(current, (words, folder) => waiting.give(fileOf(words, folder)))) app.quit();
else start();

function start(): void {
  refuseExternal(shell);
  refuseOpenings(app, (path) => waiting.give(fileOf(['', path], '/')));
  waiting.give(fileOf(process.argv, process.cwd()));
  refuseCredentials(app);
  app.on('session-created', (created) => {
    cancelRequests(created);
    refuseCertificates(created);
    refusePermissions(created);
    refuseDevices(created);
    refuseCapture(created);
    refuseSpelling(created);
    refuseDownloads(created);
  });
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    refuseWindows(contents);
    refuseWebviews(contents);
    refuseUnloadDelays(contents);
    watchReader(contents, kennelOf({ frames: webFrameMain, processes: app }));
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', closeDesk);
  void app.whenReady().then(onReady);
}

async function onReady(): Promise<void> {
  const pages = memorySession(session);
  serveSchemes(pages, viewing);
  serveTheme(current);
  await openSpelling(pages);
  window = openWindow();
  window.on('closed', () => (window = null));
  watchCrashes(window);
  serveDesk(current, waiting.take);
}
