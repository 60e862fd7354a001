import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { crashWords } from '../../words/crash.ts';
import { givenWords } from '../../words/given.ts';
import { menuSaid } from '../../words/menu.ts';
import { shortcutWords } from '../../words/shortcuts.ts';
import { openDemonstrationSession } from './bridge.ts';
import { axeFaults } from './keyboard.ts';
import { launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const program = process.env['DELIBERE_ELECTRON'] ?? '';
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const root = join(import.meta.dirname, '..', '..');

/** Every item of the menus by its path, "Fichier › Verrouiller", with whether it can be pressed. */
const menus = (app: ElectronApplication): Promise<Record<string, boolean>> =>
  app.evaluate(({ Menu }) => {
    const found: Record<string, boolean> = {};
    const walk = (items: readonly Electron.MenuItem[], path: string): void => {
      for (const item of items) {
        if (item.type === 'separator' || !item.visible) continue;
        found[`${path}${item.label}`] = item.enabled;
        if (item.submenu) walk(item.submenu.items, `${path}${item.label} › `);
      }
    };
    walk(Menu.getApplicationMenu()?.items ?? [], '');
    return found;
  });

const press = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ Menu }, labels) => {
    let items = Menu.getApplicationMenu()?.items ?? [];
    let item: Electron.MenuItem | undefined;
    for (const label of labels) {
      item = items.find((each) => each.label === label);
      items = item?.submenu?.items ?? [];
    }
    item?.click();
  }, path.split(' › '));

/** What a person drops, told to the machine as its own preload does: a path that the page never sees. */
const drop = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(async ({ BrowserWindow, ipcMain }, dropped) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, path: string, more: number) => Promise<void>> })._invokeHandlers;
    await handlers.get('drop')?.({ sender: contents, senderFrame: contents?.mainFrame }, dropped, 0);
  }, path);

const openFromOutside = async (userData: string, path: string): Promise<void> => {
  const again = spawn(program, [...asRoot, `--user-data-dir=${userData}`, root, path], { stdio: 'ignore' });
  await once(again, 'exit');
};

const judge = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await axeFaults(page)).map(({ id }) => id)).toEqual([]);
    await keep(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
};

test('menus by who holds the laptop, a file opened from outside that waits for the end of a turn, a file dropped where it belongs, the window and its zoom kept', async () => {
  test.setTimeout(300_000);
  const files = mkdtempSync(join(tmpdir(), 'delibere-given-'));
  const first = await launchApp({ userData: join(files, 'data') });
  const { app, page, userData } = first;
  try {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    expect(await menus(app)).toMatchObject({ 'Fichier › Nouvelle session…': false, 'Fichier › Vérifier un fichier…': true, 'Fichier › Verrouiller': false });
    await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 60_000 });
    const people = await openDemonstrationSession(page);
    const { sessionId } = people;
    const recent = Object.keys(await menus(app)).filter((path) => path.startsWith('Fichier › Sessions récentes › '));
    expect(recent).toHaveLength(1);
    for (const name of people.names) expect(recent[0]).not.toContain(name);

    await test.step('the menus lead: the keys, a place, a session, and nothing while a question is open', async () => {
      await press(app, 'Aide › Raccourcis clavier');
      await expect(page.getByRole('dialog', { name: shortcutWords.sheet })).toBeVisible();
      await judge(page, '373-raccourcis');
      await press(app, 'Aller › Statistiques');
      await expect(page.getByText(menuSaid.closeFirst)).toBeVisible();
      await page.keyboard.press('Escape');
      await press(app, 'Aller › Membres de jury');
      await expect(page.getByRole('heading', { level: 1, name: 'Membres de jury' })).toBeVisible();
      await press(app, 'Fichier › Nouvelle session…');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await press(app, recent[0] ?? '');
      await expect(page.getByRole('list', { name: 'Blocs' })).toBeVisible({ timeout: 30_000 });
      // In a dossier, the search is the document’s own, even asked before the document is drawn.
      await expect(page.locator('iframe')).toBeVisible();
      await press(app, 'Édition › Rechercher…');
      await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
      await expect(page.frameLocator('iframe').locator('input:focus')).toBeVisible({ timeout: 30_000 });
    });

    const foreign = join(files, 'note étrangère.pdf');
    writeFileSync(foreign, '%PDF-1.4\n%%EOF\n');
    await test.step('during a turn the menus keep to writing, and a file opened from outside waits, then is said', async () => {
      const candidateId = people.candidate('D-01');
      await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
      const begun = await ask(page, 'turn.begin', {
        sessionId,
        candidateId,
        block: people.block(1),
        jurorId: people.juror('J1').id,
        pin: people.juror('J1').pin,
      });
      const during = await menus(app);
      expect(during).toMatchObject({
        'Fichier › Sessions récentes': false,
        'Fichier › Imprimer…': false,
        'Fichier › Verrouiller': true,
        'Affichage › Agrandir': true,
      });
      expect(Object.keys(during)).not.toContain(recent[0]);
      await openFromOutside(userData, foreign);
      await expect(page.getByText(givenWords.given('note étrangère.pdf'))).toBeHidden();
      await ask(page, 'turn.leave', { turn: begun.turn });
      await expect(page.getByText(givenWords.given('note étrangère.pdf'))).toBeVisible({ timeout: 30_000 });
      await judge(page, '374-fichier-ouvert');
      await page.getByRole('button', { name: givenWords.acts.verify }).click();
      await expect(page.getByRole('dialog').getByText('note étrangère.pdf').first()).toBeVisible({ timeout: 30_000 });
      await keep(page, '375-fichier-ouvert-verdict');
      await page.keyboard.press('Escape');
    });

    await test.step('a file carried over the window sees where it goes; one that does not belong is refused in words', async () => {
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.pdf'));
        document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
      });
      await expect(page.getByText(givenWords.target.door.title)).toBeVisible();
      await judge(page, '376-depot');
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.pdf'));
        document.body.dispatchEvent(new DragEvent('dragleave', { dataTransfer, bubbles: true }));
      });
      await expect(page.getByText(givenWords.target.door.title)).toBeHidden();
      const letter = join(files, 'lettre.docx');
      writeFileSync(letter, 'x');
      await drop(app, letter);
      await expect(page.getByText(givenWords.refused('lettre.docx'))).toBeVisible();
    });

    await test.step('a session to prepare takes a table on its candidates', async () => {
      const [certification] = await ask(page, 'session.certifications', {});
      const fields = (await ask(page, 'session.get', { sessionId })).fields;
      const created = await ask(page, 'session.create', { ...fields, number: 'S-NEUVE', title: '', certification: certification?.code ?? '' });
      await expect.poll(async () => Object.keys(await menus(app)).some((path) => path.includes('S-NEUVE'))).toBe(true);
      await press(app, Object.keys(await menus(app)).find((path) => path.includes('S-NEUVE')) ?? '');
      await page
        .getByRole('button', { name: /^Candidats/ })
        .first()
        .click();
      const table = join(files, 'candidats.csv');
      writeFileSync(table, 'Numéro;Nom;Prénom\n1;Imaginaire;Inès\n');
      await drop(app, table);
      await expect(page.getByRole('dialog').getByText('candidats.csv').first()).toBeVisible({ timeout: 30_000 });
      await keep(page, '377-tableau-depose');
      await page.keyboard.press('Escape');
      expect(await ask(page, 'candidate.list', { sessionId: created.sessionId })).toEqual([]);
      await drop(app, foreign);
      await expect(page.getByText(givenWords.refusedBy.candidates('note étrangère.pdf'))).toBeVisible();
    });

    await test.step('a page that no longer answers is asked about, waiting first; the question goes when the page answers again', async () => {
      const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
        const window = BrowserWindow.getAllWindows()[0];
        const questions: { buttons: readonly string[]; defaultId: number; cancelId: number; aborted: () => boolean }[] = [];
        const answer = Promise.withResolvers<{ response: number; checkboxChecked: boolean }>();
        const kept = dialog.showMessageBox;
        dialog.showMessageBox = ((_window: unknown, options: Electron.MessageBoxOptions) => {
          const { buttons = [], defaultId = -1, cancelId = -1, signal } = options;
          questions.push({ buttons, defaultId, cancelId, aborted: () => signal?.aborted === true });
          return answer.promise;
        }) as typeof dialog.showMessageBox;
        // Twice without an answer: one question.
        window?.emit('unresponsive');
        window?.emit('unresponsive');
        const before = questions.map(({ aborted }) => aborted());
        window?.emit('responsive');
        const after = questions.map(({ aborted }) => aborted());
        answer.resolve({ response: 0, checkboxChecked: false });
        dialog.showMessageBox = kept;
        return { before, after, questions: questions.map(({ buttons, defaultId, cancelId }) => ({ buttons, defaultId, cancelId })) };
      });
      expect(asked).toEqual({ before: [false], after: [true], questions: [{ buttons: [crashWords.wait, crashWords.reopen], defaultId: 0, cancelId: 0 }] });
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    });

    await press(app, 'Affichage › Agrandir');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setPosition(120, 90));
    await expect.poll(() => JSON.parse(readFileSync(join(userData, 'window.json'), 'utf8'))).toMatchObject({ zoom: 1.1 });

    await test.step('locking by the menu closes the store and names no session any more', async () => {
      await press(app, 'Fichier › Verrouiller');
      await expect.poll(async () => (await menus(app))['Fichier › Verrouiller']).toBe(false);
      expect(Object.keys(await menus(app)).filter((path) => path.startsWith('Fichier › Sessions récentes › '))).toEqual([]);
    });
    await first.close();

    const second = await launchApp({ userData });
    await second.page.waitForLoadState('load');
    const shown = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
    expect(shown).toBeCloseTo(1.1);
    await second.close();
  } finally {
    await first.close().catch(() => undefined);
    rmSync(files, { recursive: true, force: true });
  }
});
