import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { contactsOf } from '../../scripts/network/net-log.ts';
import { readableUnder } from '../fixtures/traces/files.ts';
import { openDemonstrationSession } from './bridge.ts';
import { launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const repository = join(import.meta.dirname, '..', '..');
test.skip(
  !existsSync(join(repository, 'dist', 'resources', 'spelling')),
  'this machine has no converter of dictionaries: the program was built without spelling (scripts/spelling.ts)',
);

type Drawn = { readonly labels: readonly string[]; readonly byKey: boolean; readonly word: string };

/** From now on the menu of a field is noted instead of drawn, which would wait for a hand. */
const noteMenus = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow, Menu }) => {
    const noted: { menu?: Electron.Menu; byKey?: boolean; word?: string } = {};
    Object.assign(globalThis, { noted });
    Menu.prototype.popup = function popup(options) {
      Object.assign(noted, { menu: this, byKey: options?.sourceType === 'keyboard' && options.x !== undefined });
    };
    BrowserWindow.getAllWindows()[0]?.webContents.prependListener('context-menu', (_event, { misspelledWord }) => {
      Object.assign(noted, { menu: undefined, word: misspelledWord });
    });
  });

const noted = (app: ElectronApplication): Promise<Drawn | null> =>
  app.evaluate(() => {
    const { menu, byKey, word } = (globalThis as unknown as { noted: { menu?: Electron.Menu; byKey?: boolean; word?: string } }).noted;
    return menu === undefined
      ? null
      : { labels: menu.items.map((item) => (item.type === 'separator' ? '—' : item.label)), byKey: byKey === true, word: word ?? '' };
  });

const choose = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate((_electron, chosen) => {
    const { menu } = (globalThis as unknown as { noted: { menu?: Electron.Menu } }).noted;
    menu?.items.find((item) => item.label === chosen)?.click();
  }, label);

/** Right clicks a word of a field until Chromium has looked at its spelling, which it does a moment after the typing. */
const menuOf = async (app: ElectronApplication, field: Locator, word: string): Promise<Drawn> => {
  let drawn: Drawn | null = null;
  await expect(async () => {
    await field.click({ button: 'right', position: { x: 24, y: 18 } });
    drawn = await noted(app);
    expect(drawn?.word).toBe(word);
  }).toPass({ timeout: 20_000 });
  if (drawn === null) throw new Error(word);
  return drawn;
};

const clear = async (page: Page, field: Locator): Promise<void> => {
  await field.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
};

test('spelling in French: a misspelt word offers its suggestions by a click or a key, codes and names are left alone, and nothing typed reaches the disk or the network', async () => {
  const root = mkdtempSync(join(tmpdir(), 'delibere-spelling-'));
  const [userData, netLog] = [join(root, 'profile'), join(root, 'net.json')];
  const { app, page } = await launchApp({ userData, netLog });
  const typed = 'kwxqzvbkjq';
  try {
    await noteMenus(app);
    await test.step('a passphrase is looked at by no dictionary', async () => {
      const phrase = page.locator('input[type=password]').first();
      if ((await phrase.count()) === 0)
        await page
          .getByRole('button', { name: /espace de travail/i })
          .first()
          .click();
      await expect(phrase).toHaveAttribute('spellcheck', 'false');
    });
    await page.reload();
    await page.getByRole('button', { name: /^Découvrir avec la session de démonstration/ }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 60_000 });
    const people = await openDemonstrationSession(page);
    await ask(page, 'sitting.presence', { sessionId: people.sessionId, candidateId: people.candidate('D-01'), presence: 'present', note: '' });
    await page.reload();
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page.getByRole('button', { name: /^Délibérer/ }).click();
    await page.getByRole('button', { name: new RegExp(`^Passer l’ordinateur à .*${people.juror('J1').name}`) }).click();
    await expect(page.getByLabel('Votre code personnel')).toHaveAttribute('spellcheck', 'false');
    await page.getByLabel('Votre code personnel').fill(people.juror('J1').pin);
    await page.getByRole('button', { name: 'Commencer' }).click();
    const note = page.getByLabel(/^Note de travail/);

    await test.step('by a right click, in the page that replaced the first one', async () => {
      await note.pressSequentially('Évaluattion juste');
      const { labels } = await menuOf(app, note, 'Évaluattion');
      expect(labels).toEqual(['Évaluation', '—', 'Couper', 'Copier', 'Coller', '—', 'Tout sélectionner']);
      await keep(page, 'spelling-underlined');
      await choose(app, 'Évaluation');
      await expect(note).toHaveValue('Évaluation juste');
    });
    await test.step('by the key of menus, where the eye is', async () => {
      await clear(page, note);
      await note.pressSequentially('compétances');
      await menuOf(app, note, 'compétances');
      await note.press('ArrowLeft');
      await page.keyboard.press('ContextMenu');
      await expect.poll(async () => (await noted(app))?.byKey).toBe(true);
      const drawn = await noted(app);
      expect(drawn?.labels).toContain('compétences');
      await choose(app, 'compétences');
      await expect(note).toHaveValue('compétences');
    });
    await test.step('the words of the trade and of French are known; the elided ones too', async () => {
      for (const word of ['BC03', 'RNCP', 'recevabilité', 'certificatrice', 'l’accompagnateur', 'œuvre', 'aujourd’hui']) {
        await clear(page, note);
        await note.pressSequentially(`${word} `);
        await note.click({ button: 'right', position: { x: 24, y: 18 } });
        expect((await noted(app))?.word, word).toBe('');
      }
    });
    await test.step('a word with no suggestion says so', async () => {
      await clear(page, note);
      await note.pressSequentially(`${typed} `);
      expect((await menuOf(app, note, typed)).labels.slice(0, 2)).toEqual(['Aucune proposition', '—']);
    });
    await expect(page.getByText(/^Brouillon (gardé|conservé|enregistré)/)).toBeVisible();
  } finally {
    await app.close();
  }
  const files = readdirSync(userData, { recursive: true }).map(String);
  expect(files).toContain(join('Dictionaries', 'fr-FR-3-0.bdic'));
  expect(files.filter((path) => /Custom Dictionary|\.bdic\./.test(path))).toEqual([]);
  expect(readableUnder([userData], [typed, 'compétances'])).toEqual([]);
  expect(contactsOf(readFileSync(netLog, 'utf8'))).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});
