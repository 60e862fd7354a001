import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type Launched } from '../journeys/launch.ts';

let launched: Launched;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(async () => launched?.close());

test('the window is sandboxed, isolated, and holds nothing of Node', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag: Boolean(webviewTag) };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
  const globals = await launched.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis));
  expect(globals).toEqual([]);
});

test('the page comes from our own scheme under a policy that starts from nothing', async () => {
  expect(launched.page.url()).toBe('app://delibere/index.html');
  const policy = await launched.page.evaluate(async () => {
    const answered = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.originalPolicy), { once: true }),
    );
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = true';
    document.head.append(script);
    return answered;
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(await launched.page.evaluate(() => 'intruder' in globalThis)).toBe(false);
});

test('the screens load although the name of the program has accents', async () => {
  await expect(launched.page.locator('#root > *').first()).toBeVisible();
});

test('the bridge has two functions and no more', async () => {
  expect(await launched.page.evaluate(() => Object.keys(window.delibere).sort())).toEqual(['ask', 'on']);
});

test('a name that the contract lacks is refused as a value', async () => {
  const answer = await launched.page.evaluate(() => window.delibere.ask('store.destroy' as 'store.status', {}));
  expect(answer).toMatchObject({ ok: false, error: { code: 'request-unknown' } });
});

test('a name that the preload would let through is still refused by the desk', async () => {
  const answer = await launched.page.evaluate(() => window.delibere.ask('constructor' as 'store.status', {}));
  expect(answer).toMatchObject({ ok: false, error: { code: 'request-unknown' } });
});

test('an input that does not fit the schema is refused, an unknown field included', async () => {
  for (const input of [null, 'x', { passphrase: 12 }, { passphrase: 'short' }, { passphrase: 'long enough for all', extra: 1 }]) {
    const answer = await launched.page.evaluate((given) => window.delibere.ask('store.create', given), input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'request-malformed' } });
  }
});

test('a message from another window, or another page, is refused', async () => {
  const answer = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, preload } });
    await stranger.loadURL('app://delibere/index.html');
    const answered: unknown = await stranger.webContents.executeJavaScript("window.delibere.ask('store.status', {})");
    stranger.destroy();
    return answered;
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('the window leaves its page neither by itself nor by a link, and opens no other', async () => {
  const { app, page } = launched;
  for (const address of ['https://example.org/', 'file:///etc/passwd', 'app://delibere/other.html', 'viewer://reader/index.html', 'data:text/html,x']) {
    await page
      .evaluate((to) => {
        location.href = to;
      }, address)
      .catch(() => undefined);
    await page.waitForTimeout(150);
    expect(page.url()).toBe('app://delibere/index.html');
  }
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no permission is granted, asked for or merely checked', async () => {
  const states = await launched.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  expect(
    await launched.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  expect(await launched.page.evaluate(() => Notification.requestPermission())).toBe('denied');
});

test('no request leaves the machine, from a page or from the main process', async () => {
  const { app, page } = launched;
  expect(
    await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  for (const address of ['https://example.org/', 'http://127.0.0.1:9/', 'http://localhost:9/']) {
    const failure = await app.evaluate(
      ({ net }, to) =>
        net.fetch(to).then(
          () => 'sent',
          (error: Error) => error.message,
        ),
      address,
    );
    expect(failure).toContain('ERR_BLOCKED_BY_CLIENT');
  }
  const proxy = await app.evaluate(({ session }) => session.defaultSession.resolveProxy('https://example.org/'));
  expect(proxy).not.toContain('DIRECT');
});

test('our scheme answers GET on its own host for the files of the build, and nothing else', async () => {
  const statuses = await launched.app.evaluate(async ({ net }) => {
    const ask = async (address: string, method = 'GET'): Promise<number> => (await net.fetch(address, { method })).status;
    return [
      await ask('app://delibere/index.html'),
      await ask('app://delibere/index.html', 'POST'),
      await ask('app://elsewhere/index.html'),
      await ask('app://delibere/../main/main.js'),
      await ask('app://delibere/%2e%2e/main/main.js'),
      await ask('app://delibere/package.json'),
      await ask('viewer://reader/bytes/unknown-token'),
      await ask('viewer://other/index.html'),
    ];
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404]);
});

test('a download is refused', async () => {
  const state = await launched.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return 'no window';
    const refused = new Promise<string>((resolve) =>
      contents.session.once('will-download', (event) => resolve(event.defaultPrevented ? 'refused' : 'allowed')),
    );
    contents.downloadURL('app://delibere/index.html');
    return refused;
  });
  expect(state).toBe('refused');
});

test('a second start on the same folder gives its place to the first', async () => {
  // Started as the system would, not through the tests' own connection: a program that ends at once may leave that one hanging.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(process.env['DELIBERE_ELECTRON'] ?? '', [...root, `--user-data-dir=${launched.userData}`, join(import.meta.dirname, '..', '..')], {
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isDestroyed()))).toEqual([false]);
});
