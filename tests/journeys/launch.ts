// How a journey starts the program:
//
//   const { app, page, close } = await launchApp();                 a fresh store, thrown away by close()
//   const again = await launchApp({ userData: folder });            the same store twice; the folder is then yours to remove
//   await answerDialogs(app, { open: ['/tmp/a.csv'], save: '/tmp/minute.pdf' });   what the system's dialogs will give
//
// Run through `npm test`, which prepares Electron, its build and a screen; the window is 1366×768.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ownScreen } from './own-screen.ts';

/** A running program: Electron's own side, its window's page, and its end. */
export type Launched = { readonly app: ElectronApplication; readonly page: Page; readonly userData: string; readonly close: () => Promise<void> };

/** Starts the built program on a folder of its own, or on `userData`; `packaged` is a packaged program to start instead, `netLog` where Chromium writes what it asks of the network. */
export async function launchApp(options: { readonly userData?: string; readonly packaged?: string; readonly netLog?: string } = {}): Promise<Launched> {
  const program = options.packaged ?? process.env['DELIBERE_ELECTRON'];
  if (!program) throw new Error('run through `npm test`, which says where Electron is');
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'delibere-journey-'));
  const logged = process.env['DELIBERE_NETLOG'];
  const netLog = options.netLog ?? (logged === undefined ? undefined : join(logged, `${randomUUID()}.json`));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await launchOnce(0, {
    executablePath: program,
    args: [
      ...asRoot,
      `--user-data-dir=${userData}`,
      ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`]),
      ...(options.packaged ? [] : [join(import.meta.dirname, '..', '..')]),
    ],
    env: { ...(process.env as Record<string, string>), ...(await ownScreen()), TZ: 'Europe/Paris' },
    timeout: 25_000,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  const close = async (): Promise<void> => {
    await app.close();
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
  };
  return { app, page, userData, close };
}

/** On a machine without a graphics card a first start now and then never answers: it is tried again, twice at most. */
async function launchOnce(failures: number, options: NonNullable<Parameters<typeof _electron.launch>[0]>): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    if (failures === 2) throw error;
    return launchOnce(failures + 1, options);
  }
}

/** Decides what the system's dialogs give from now on: files to open, a place to save; null cancels. */
export const answerDialogs = (app: ElectronApplication, answers: { readonly open?: readonly string[]; readonly save?: string | null }): Promise<void> =>
  answerOnce(app, answers, 0);

/** A machine that collects its memory while the answer is on its way loses it: the same answers are then given again, twice at most. */
async function answerOnce(app: ElectronApplication, answers: Parameters<typeof answerDialogs>[1], failures: number): Promise<void> {
  try {
    await app.evaluate(({ dialog }, given) => {
      dialog.showOpenDialog = async () => ({ canceled: !given.open?.length, filePaths: [...(given.open ?? [])] });
      dialog.showSaveDialog = async () => ({ canceled: !given.save, filePath: given.save ?? '' });
    }, answers);
  } catch (error) {
    if (failures === 2 || !String(error).includes('garbage collected')) throw error;
    await answerOnce(app, answers, failures + 1);
  }
}
