import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, openDemonstrationSession } from './bridge.ts';
import { launchApp } from './launch.ts';
import { keep } from './room.ts';

const program = process.env['DELIBERE_ELECTRON'] ?? '';
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

test('launched twice on one folder, the program opens no second window: it shows the first, and the session under way goes on', async () => {
  test.setTimeout(240_000);
  const { app, page, userData, close } = await launchApp();
  try {
    await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 60_000 });
    const { sessionId } = await openDemonstrationSession(page);
    await app.evaluate(({ app: first, BrowserWindow }) => {
      const told = globalThis as unknown as { second: number; shown: number };
      [told.second, told.shown] = [0, 0];
      first.on('second-instance', () => (told.second += 1));
      const [window] = BrowserWindow.getAllWindows();
      if (window) {
        const focus = window.focus.bind(window);
        window.focus = () => {
          told.shown += 1;
          focus();
        };
      }
    });
    const again = spawn(program, [...asRoot, `--user-data-dir=${userData}`, join(import.meta.dirname, '..', '..')], { stdio: 'ignore' });
    const [code] = await once(again, 'exit');
    expect(code).toBe(0);
    const seen = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) => {
        const { second, shown } = globalThis as unknown as { second: number; shown: number };
        return { second, shown, windows: BrowserWindow.getAllWindows().length };
      });
    await expect.poll(seen).toEqual({ second: 1, shown: 1, windows: 1 });
    expect(await ask(page, 'session.get', { sessionId })).toMatchObject({ phase: 'open', clockBehind: null });
    await keep(page, '219-second-lancement');
  } finally {
    await close();
  }
});
