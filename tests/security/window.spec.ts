import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type Launched } from '../journeys/launch.ts';

let launched: Launched;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(async () => launched?.close());

test('preferences: the window is sandboxed, isolated, and holds nothing of Node', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag: Boolean(webviewTag) };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
  const globals = await launched.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis));
  expect(globals).toEqual([]);
  const tools = await launched.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools({ mode: 'detach', activate: false });
    await new Promise((resolve) => setTimeout(resolve, 500));
    return contents?.isDevToolsOpened();
  });
  expect(tools).toBe(false);
});

test('headers: the page comes from our own scheme under a policy that starts from nothing', async () => {
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

test('network: the screens load although the name of the program has accents', async () => {
  await expect(launched.page.locator('#root > *').first()).toBeVisible();
});

test('preload: the bridge has two functions and no more', async () => {
  expect(await launched.page.evaluate(() => Object.keys(window.delibere).sort())).toEqual(['ask', 'on']);
});

test('preload: a name that the contract lacks is refused as a value', async () => {
  const answer = await launched.page.evaluate(() => window.delibere.ask('store.destroy' as 'store.status', {}));
  expect(answer).toMatchObject({ ok: false, error: { code: 'request-unknown' } });
});

test('desk: a name that the preload would let through is still refused by the desk', async () => {
  const answer = await launched.page.evaluate(() => window.delibere.ask('constructor' as 'store.status', {}));
  expect(answer).toMatchObject({ ok: false, error: { code: 'request-unknown' } });
});

test('desk: an input that does not fit the schema is refused, an unknown field included', async () => {
  for (const input of [null, 'x', { passphrase: 12 }, { passphrase: 'short' }, { passphrase: 'long enough for all', extra: 1 }]) {
    const answer = await launched.page.evaluate((given) => window.delibere.ask('store.create', given), input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'request-malformed' } });
  }
});

test('sender: a message from another window, or another page, is refused', async () => {
  const answer = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, preload, partition: 'delibere' } });
    await stranger.loadURL('app://delibere/index.html');
    const answered: unknown = await stranger.webContents.executeJavaScript("window.delibere.ask('store.status', {})");
    stranger.destroy();
    return answered;
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('navigation and window-open: the window leaves its page neither by itself nor by a link, and opens no other', async () => {
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

test('permissions: no permission is granted, asked for or merely checked', async () => {
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

test('requests and network: no request leaves the machine, from a page or from the main process', async () => {
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
      ({ session }, to) =>
        session
          .fromPartition('delibere')
          .fetch(to)
          .then(
            () => 'sent',
            (error: Error) => error.message,
          ),
      address,
    );
    expect(failure).toContain('ERR_BLOCKED_BY_CLIENT');
  }
  const sessions = await app.evaluate(async ({ net, session }) => {
    const both = [session.defaultSession, session.fromPartition('delibere')];
    return {
      main: await net.fetch('https://example.org/').then(
        () => 'sent',
        (error: Error) => error.message,
      ),
      proxies: await Promise.all(both.map((each) => each.resolveProxy('https://example.org/'))),
    };
  });
  expect(sessions.main).toContain('ERR_BLOCKED_BY_CLIENT');
  for (const proxy of sessions.proxies) expect(proxy).not.toContain('DIRECT');
});

test('scheme: our scheme answers GET on its own host for the files of the build, and nothing else', async () => {
  const statuses = await launched.app.evaluate(async ({ session }) => {
    const pages = session.fromPartition('delibere');
    const ask = async (address: string, method = 'GET'): Promise<number> => (await pages.fetch(address, { method })).status;
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

test('downloads: a download is refused', async () => {
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

test('lock: a second start on the same folder gives its place to the first', async () => {
  // Started as the system would, not through the tests' own connection: a program that ends at once may leave that one hanging.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(process.env['DELIBERE_ELECTRON'] ?? '', [...root, `--user-data-dir=${launched.userData}`, join(import.meta.dirname, '..', '..')], {
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isDestroyed()))).toEqual([false]);
});

test('message: what is too large, too deep or not plain data is refused before any schema reads it, and the window goes on', async () => {
  const answers = await launched.page.evaluate(async () => {
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    let deep: unknown = null;
    for (let level = 0; level < 40; level += 1) deep = [deep];
    const given = [endless, deep, { passphrase: 'x'.repeat(40 * 2 ** 20) }, new Map([[1, 2]]), { at: new Date(0) }, new Uint8Array(8)];
    const ask = window.delibere.ask as (name: string, input: unknown) => Promise<{ error?: { code: string; facts: { fields: string[] } } }>;
    // Some are already refused by the bridge, which throws.
    return Promise.all(
      given.map((input) =>
        ask('store.create', input).then(
          (answer) => answer.error?.code,
          () => 'request-malformed',
        ),
      ),
    );
  });
  expect(new Set(answers)).toEqual(new Set(['request-malformed']));
  expect(await launched.page.evaluate(() => window.delibere.ask('store.status', {}))).toMatchObject({ ok: true });
});

test('storage: pages live in memory, and what one writes in its browser never reaches the disk', async () => {
  const { app, page, userData } = launched;
  expect(
    await app.evaluate(({ BrowserWindow }) => {
      const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return { persistent: own?.isPersistent(), path: own?.getStoragePath() };
    }),
  ).toEqual({ persistent: false, path: null });
  const planted = 'une-valeur-plantee-dans-le-navigateur';
  await page.evaluate(async (value) => {
    localStorage.setItem('planted', value);
    sessionStorage.setItem('planted', value);
    await new Promise((resolve) => (indexedDB.open(value, 1).onsuccess = resolve));
    await new Blob([value.repeat(200_000)]).arrayBuffer();
  }, planted);
  await app.evaluate(({ session }) => session.fromPartition('delibere').flushStorageData());
  await page.waitForTimeout(1_000);
  const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    expect(bytes.includes(planted) || bytes.includes(Buffer.from(planted, 'utf16le')), file.name).toBe(false);
  }
});

test('external: nothing is handed to another program, by a page or by the machine', async () => {
  const answers = await launched.app.evaluate(async ({ shell }) => [
    await shell.openExternal('https://example.org/').then(
      () => 'opened',
      () => 'refused',
    ),
    await shell.openPath('/').then((fault) => (fault === '' ? 'opened' : 'refused')),
  ]);
  expect(answers).toEqual(['refused', 'refused']);
});

test('devices and capture: no page chooses a device or records the screen', async () => {
  const answers = await launched.page.evaluate(async () => {
    const devices = navigator as unknown as Record<'usb' | 'serial' | 'hid', { requestDevice(of: unknown): Promise<unknown>; requestPort(): Promise<unknown> }>;
    const asked = [
      () => devices.usb.requestDevice({ filters: [] }),
      () => devices.hid.requestDevice({ filters: [] }),
      () => devices.serial.requestPort(),
      () => navigator.mediaDevices.getDisplayMedia({ video: true }),
    ];
    return Promise.all(
      asked.map(async (ask) =>
        ask().then(
          (given) => (Array.isArray(given) && given.length === 0 ? 'refused' : 'given'),
          () => 'refused',
        ),
      ),
    );
  });
  expect(new Set(answers)).toEqual(new Set(['refused']));
});
