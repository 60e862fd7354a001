import { expect, test } from '@playwright/test';
import { hugePdf } from '../fixtures/foreign-pdf.ts';
import { keep } from '../journeys/room.ts';
import { openShelf, type Shelf } from '../journeys/shelf.ts';

let shelf: Shelf;

test.beforeAll(async () => {
  shelf = await openShelf();
  await shelf.give('huge.pdf', hugePdf());
  await shelf.enter();
});
test.afterAll(async () => shelf?.close());

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The process of our page and that of the reader. */
const processes = () =>
  shelf.launched.app.evaluate(({ BrowserWindow }) =>
    (BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree ?? []).map(({ url, osProcessId }) => ({ host: new URL(url).host, osProcessId })),
  );

test('the reader lives in a process of its own, on its own origin, without the bridge, and ends with its frame', async () => {
  await shelf.read('huge');
  await expect(shelf.painted(1, 1)).toBeVisible();
  const [ours, reader] = await processes();
  expect([ours?.host, reader?.host]).toEqual(['delibere', 'reader']);
  expect(reader?.osProcessId).not.toBe(ours?.osProcessId);
  expect(await shelf.page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-same-origin');
  const inside = await shelf.reader.locator('body').evaluate(() => ({
    bridge: 'delibere' in globalThis,
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    parent: (() => {
      try {
        return String(window.parent.document.title);
      } catch {
        return 'out of reach';
      }
    })(),
  }));
  expect(inside).toEqual({ bridge: false, node: [], parent: 'out of reach' });
  await shelf.leave();
  await expect.poll(() => isAlive(reader?.osProcessId ?? 0)).toBe(false);
});

test('a document that hangs the reader is stopped; the window answers meanwhile, says it in three parts and opens it again', async () => {
  const { app, page } = shelf.launched;
  await shelf.read('huge');
  await expect(shelf.painted(1, 1)).toBeVisible();
  const hung = (await processes())[1]?.osProcessId ?? 0;
  await app.evaluate(({ BrowserWindow }) => {
    const reader = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree[1];
    void reader?.executeJavaScript('for (;;);');
  });
  // Our own page is in another process: it answers while the reader does not.
  await page.waitForTimeout(1_000);
  expect(await page.evaluate(() => window.delibere.ask('session.list', {}))).toMatchObject({ ok: true });
  expect(isAlive(hung)).toBe(true);
  await expect(page.getByRole('alert').getByText('Ce document a bloqué le lecteur, qui a été arrêté.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^Rien n’est perdu/)).toBeVisible();
  await expect.poll(() => isAlive(hung)).toBe(false);
  await keep(page, 'reader-stopped');
  await page.getByRole('button', { name: 'Ouvrir à nouveau' }).click();
  await expect(shelf.painted(1, 1)).toBeVisible();
  expect((await processes())[1]?.osProcessId).not.toBe(hung);
  await shelf.leave();
});

test('a document that takes memory without end is stopped though its reader answers, and the window goes on', async () => {
  const { app, page } = shelf.launched;
  await shelf.read('huge');
  await expect(shelf.painted(1, 1)).toBeVisible();
  const greedy = (await processes())[1]?.osProcessId ?? 0;
  await app.evaluate(({ BrowserWindow }) => {
    const reader = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree[1];
    void reader?.executeJavaScript('globalThis.kept = []; setInterval(() => globalThis.kept.push(new Uint8Array(50_000_000).fill(1)), 60); 0');
  });
  await expect(page.getByRole('alert').getByText('Ce document a bloqué le lecteur, qui a été arrêté.')).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => isAlive(greedy)).toBe(false);
  expect(await page.evaluate(() => window.delibere.ask('session.list', {}))).toMatchObject({ ok: true });
  await shelf.leave();
});

// Last: the tests' own connection takes a process that dies for the end of the page, and no longer speaks to it.
test('a reader whose process dies is said to have stopped, and the window goes on', async () => {
  const { app } = shelf.launched;
  await shelf.read('huge');
  await expect(shelf.painted(1, 1)).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    const reader = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree[1];
    if (reader) process.kill(reader.osProcessId, 'SIGKILL');
  });
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText') as Promise<string>);
  await expect.poll(shown).toContain('Ce document a bloqué le lecteur, qui a été arrêté.');
});
