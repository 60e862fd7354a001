import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { crashWords } from '../../words/crash.ts';
import { interruptedWords } from '../../words/screens.ts';
import { openDemonstrationSession } from './bridge.ts';
import { axeFaults } from './keyboard.ts';
import { launchApp, type Launched } from './launch.ts';
import { keep } from './room.ts';

const pages = { home: 'app://delibere/index.html', once: 'app://delibere/stopped.html', again: 'app://delibere/stopped-again.html' } as const;

const crash = ({ app }: Launched): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());

/** Where the window is and what it shows, asked from the machine: Playwright lost the page with its process. */
const shown = ({ app }: Launched): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return 'not yet';
    // A page that is taken away meanwhile never answers.
    const late = new Promise((resolve) => setTimeout(() => resolve('not yet'), 2000));
    return `${contents.getURL()} ${String(await Promise.race([contents.executeJavaScript('document.body.innerText'), late]))}`;
  });

const pressEnter = ({ app }: Launched): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.focus();
    for (const type of ['keyDown', 'char', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode: 'Return' });
  });

const judge = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await axeFaults(page)).map(({ id }) => id)).toEqual([]);
    await keep(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
};

test('a screen that fails or whose process dies says what is safe, reopens where it was, and reopens no more in a loop; the log has no name', async () => {
  test.setTimeout(240_000);
  const launched = await launchApp();
  const { app, page, close } = launched;
  try {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 60_000 });
    const people = await openDemonstrationSession(page);

    await test.step('an error of the screen itself is said, and the screen reopened', async () => {
      // What the screen of the directory reads is answered once by something that it cannot draw.
      await app.evaluate(({ ipcMain }) => {
        type Answer = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;
        const answer = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers.get('ask') as Answer;
        let broken = false;
        ipcMain.removeHandler('ask');
        ipcMain.handle('ask', (event, name, input) => {
          if (broken || name !== 'jurorFile.list') return answer(event, name, input);
          broken = true;
          return { ok: true, value: null };
        });
      });
      await page.getByRole('button', { name: /^Membres de jury/ }).click();
      await expect(page.getByText(interruptedWords.happened)).toBeVisible();
      await judge(page, '370-ecran-en-erreur');
      await page.getByRole('button', { name: interruptedWords.reopen }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Membres de jury' })).toBeVisible();
    });

    await test.step('the two pages of a process that died are read and looked at', async () => {
      for (const [name, address] of [
        ['371-ecran-interrompu', pages.once],
        ['372-ecran-interrompu-sans-cesse', pages.again],
      ] as const) {
        await app.evaluate(({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url), address);
        await judge(page, name);
      }
      // Neither is heard for anything but how it is dressed.
      const refused = await page.evaluate(() =>
        (window as unknown as { delibere: { ask: (name: string, input: object) => unknown } }).delibere.ask('session.list', {}),
      );
      expect(refused).toEqual({ ok: false, error: { code: 'forbidden', facts: {} } });
      await app.evaluate(({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url), pages.home);
      await expect(page.getByRole('heading', { level: 1, name: 'Membres de jury' })).toBeVisible();
    });

    await test.step('a process that dies twice comes back to the same place by one key, and the third time is said to be a loop', async () => {
      for (const _time of [1, 2]) {
        await crash(launched);
        await expect.poll(() => shown(launched)).toContain(`${pages.once} ${crashWords.title}`);
        await pressEnter(launched);
        await expect.poll(() => shown(launched), { timeout: 30_000 }).toMatch(/^app:\/\/delibere\/index\.html [\s\S]*Membres de jury[\s\S]*Nom/);
      }
      await crash(launched);
      await expect.poll(() => shown(launched)).toContain(`${pages.again} ${crashWords.againTitle}`);
      await pressEnter(launched);
      expect(await shown(launched)).toContain(pages.again);
    });

    const log = readFileSync(join(await app.evaluate(({ app: program }) => program.getPath('logs')), 'delibere.log'), 'utf8');
    expect(log.match(/page Error ERR_PAGE_(?:CRASHED|KILLED)/g)).toHaveLength(3);
    for (const name of people.names) expect(log).not.toContain(name);
  } finally {
    await close();
  }
});
