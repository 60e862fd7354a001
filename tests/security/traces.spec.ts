import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { readableUnder } from '../fixtures/traces/files.ts';
import { ask, openDemonstrationSession } from '../journeys/bridge.ts';
import { answerDialogs, launchApp, type Launched } from '../journeys/launch.ts';

const root = mkdtempSync(join(tmpdir(), 'delibere-window-traces-'));
const userData = join(root, 'profile');
const given = join(root, 'given');
/** Every folder where this program, or Chromium, may write for the one who runs it. */
const own = { TMPDIR: 'tmp', XDG_CONFIG_HOME: 'config', XDG_CACHE_HOME: 'cache', XDG_DATA_HOME: 'data', XDG_STATE_HOME: 'state', HOME: 'home' } as const;
const before = { ...process.env };
const folders = [userData, ...Object.values(own).map((name) => join(root, name))];

/** What is typed through the window, what a file that is shown holds, and what the screens show of the people of the day. */
const typed = {
  phrase: 'zibeline oseille fabrique 47',
  candidate: 'Zibeline-Candidate',
  recorded: 'Zibeline-avis-rendu trop juste',
  unrecorded: 'Zibeline-avis-jamais-rendu',
  unsaved: 'Zibeline-motif-en-cours',
  searched: 'zibeline-cherchée',
  piece: 'Zibeline-contenu-de-la-pièce',
  pieceName: 'Zibeline-nom-de-pièce',
} as const;
const people = ['Imaginaire', 'Spécimen', 'Prototype', 'Échantillon', 'Témoin-Factice', 'Figurant', 'ines.imaginaire@exemple.invalid'];
const planted = [...Object.values(typed), ...people, 'démonstration sans secret'];

let launched: Launched;
const page = (): Page => launched.page;
const press = (name: string | RegExp): Promise<void> => page().getByRole('button', { name }).first().click();
const start = async (): Promise<void> => {
  launched = await launchApp({ userData });
  page().setDefaultTimeout(30_000);
};
/** The files are searched in a copy: those of a running program change under the reader. */
const readable = (moment: string): string[] => {
  const copy = join(root, `copy-${moment}`);
  for (const folder of folders)
    cpSync(folder, join(copy, folder.slice(root.length)), { recursive: true, filter: (path) => !/Singleton(?:Lock|Cookie|Socket)$|\.X\d+-lock/.test(path) });
  const found = readableUnder([copy], planted);
  if (found.length === 0) rmSync(copy, { recursive: true, force: true });
  return found;
};
const written = (): string[] => readdirSync(userData, { recursive: true }).map(String);

test.beforeAll(() => {
  for (const [name, folder] of Object.entries(own)) {
    mkdirSync(join(root, folder), { recursive: true });
    process.env[name] = join(root, folder);
  }
  for (const folder of [userData, given]) mkdirSync(folder, { recursive: true });
});
test.afterAll(async () => {
  await launched?.app.close().catch(() => undefined);
  for (const name of Object.keys(own)) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  rmSync(root, { recursive: true, force: true });
});

test('a day typed through the window leaves nothing readable in any folder of the program, while it runs, after a crash of either process, after its end', async () => {
  test.setTimeout(240_000);
  await start();
  await test.step('a passphrase is typed, and left', async () => {
    const field = page().locator('input[type=password]').first();
    if ((await field.count()) === 0) await press(/espace de travail/i);
    await field.fill(typed.phrase).catch(() => undefined);
    await page().reload();
  });
  await press(/^Découvrir avec la session de démonstration/);
  await expect(page().getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 60_000 });
  writeFileSync(join(given, `${typed.pieceName}.txt`), `${typed.piece}\n`.repeat(60));
  await answerDialogs(launched.app, { open: [join(given, `${typed.pieceName}.txt`)] });
  const [session] = await ask(page(), 'session.list', {});
  if (!session) throw new Error('no session');
  const [first] = await ask(page(), 'candidate.list', { sessionId: session.id });
  if (!first) throw new Error('nobody');
  const { work } = await ask(page(), 'piece.add', { sessionId: session.id, candidateId: first.id, kind: 'other' });
  await expect.poll(async () => (await ask(page(), 'work.get', { work })).kind).not.toBe('running');

  await test.step('a piece is read', async () => {
    await page().getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page().getByText('Dossiers', { exact: true }).first().click();
    await press(`Consulter ${typed.pieceName}`);
    const reader = page().frameLocator('iframe');
    await expect(reader.getByText(typed.piece).first()).toBeVisible();
    await page().keyboard.press('Control+f');
    await reader.getByRole('searchbox').fill(typed.searched);
    expect(readable('reader')).toEqual([]);
    await page().keyboard.press('Escape');
    await page().getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).last().click();
  });

  await test.step('opinions are typed, one given and one not', async () => {
    const cast = await openDemonstrationSession(page());
    await ask(page(), 'sitting.presence', { sessionId: cast.sessionId, candidateId: cast.candidate('D-01'), presence: 'present', note: '' });
    await page().reload();
    await press(/^Délibérer/);
    for (const [key, note] of [
      ['J1', typed.recorded],
      ['J2', typed.unrecorded],
    ] as const) {
      // After the first opinion the laptop is already being passed to the next member.
      if (key === 'J1') await press(new RegExp(`^Passer l’ordinateur à .*${cast.juror(key).name}`));
      await page().getByLabel('Votre code personnel').fill(cast.juror(key).pin);
      await press('Commencer');
      await page()
        .getByLabel(/^Note de travail/)
        .pressSequentially(note);
      await expect(page().getByText(/^Brouillon (gardé|conservé|enregistré)/)).toBeVisible();
      if (key === 'J2') continue;
      await page().getByText('Valider', { exact: true }).click();
      await press(/^Enregistrer mon avis/);
    }
  });
  expect(readable('typing')).toEqual([]);

  await test.step('the page is killed', async () => {
    await launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents) process.kill(contents.getOSProcessId(), 'SIGKILL');
    });
    await setTimeout(500);
    expect(readable('page-killed')).toEqual([]);
  });

  await test.step('the whole program is killed', async () => {
    const program = launched.app.process();
    const gone = once(program, 'exit');
    if (program.pid) process.kill(program.pid, 'SIGKILL');
    await gone;
    expect(readable('killed')).toEqual([]);
  });

  await test.step('it is started again, locked and ended', async () => {
    await start();
    await press(/^Découvrir avec la session de démonstration/);
    // The sitting under way is the screen that comes back.
    await expect(page().getByRole('list', { name: 'Blocs' })).toBeVisible({ timeout: 60_000 });
    await ask(page(), 'store.lock', {});
    await launched.app.close();
    expect(readable('ended')).toEqual([]);
  });
});

test('the control: a text that Chromium does keep is found in the same folders', async () => {
  await start();
  await page().evaluate((text) => localStorage.setItem('control', text), 'Zibeline-témoin');
  const persistent = await launched.app.evaluate(({ BrowserWindow }) => {
    const kept = BrowserWindow.getAllWindows()[0]?.webContents.session;
    kept?.flushStorageData();
    return kept?.isPersistent() ?? false;
  });
  await launched.app.close();
  writeFileSync(join(root, 'tmp', 'left.bin'), Buffer.from('Zibeline-témoin', 'utf16le'));
  const found = readableUnder(folders, ['Zibeline-témoin']);
  expect(found).toContain('left.bin: Zibeline-témoin (UTF-16LE)');
  expect(found.some((each) => each.includes('Local Storage'))).toBe(persistent);
});

test('no crash is reported nor kept, nothing is remembered of recent files, and no title, argument or file of the profile names anybody', async () => {
  await start();
  const told = await launched.app.evaluate(({ app, BrowserWindow, crashReporter }) => ({
    uploads: crashReporter.getUploadToServer(),
    breakpad: app.commandLine.hasSwitch('disable-breakpad'),
    titles: BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    argv: process.argv.join(' '),
  }));
  expect(told).toMatchObject({ uploads: false, breakpad: true, titles: ['Délibéré'] });
  // The system is asked, at every dialog, not to list what it opens or saves.
  await launched.app.evaluate(({ dialog }) => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    const see = async (_owner: unknown, options: unknown) => {
      seen.push(options);
      return { canceled: true, filePaths: [], filePath: '' };
    };
    Object.assign(dialog, { showOpenDialog: see, showSaveDialog: see });
  });
  await ask(page(), 'document.chooseRoot', {}).catch(() => undefined);
  await ask(page(), 'rehearsal.choose', {}).catch(() => undefined);
  const options = await launched.app.evaluate(() => (globalThis as unknown as { seen: { properties: string[] }[] }).seen);
  expect(options.length).toBeGreaterThan(0);
  for (const { properties } of options) expect(properties).toContain('dontAddToRecent');
  for (const text of planted) expect(told.argv).not.toContain(text);
  await launched.app.close();
  expect(written().filter((path) => /\.dmp$|Custom Dictionary|Web Data|History/i.test(path))).toEqual([]);
});

test('an error that quotes a candidate leaves neither the name nor a line on any output: the log holds its kind, and the program goes on', async () => {
  await start();
  let printed = '';
  for (const output of [launched.app.process().stdout, launched.app.process().stderr]) output?.on('data', (part: Buffer) => (printed += part.toString('utf8')));
  await launched.app.evaluate((_electron, name) => {
    globalThis.setTimeout(() => {
      throw Object.assign(new RangeError(`the dossier of ${name}`, { cause: name }), { candidate: name });
    }, 0);
    void Promise.reject(new Error(name));
  }, typed.candidate);
  const folder = await launched.app.evaluate(({ app }) => app.getPath('logs'));
  const log = join(folder, 'delibere.log');
  await expect.poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : '')).toMatch(/uncaught RangeError[\s\S]*|rejected Error/);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await launched.app.close();
  expect(readableUnder([folder], [typed.candidate, 'Zibeline'])).toEqual([]);
  expect(printed).not.toContain(typed.candidate);
});
