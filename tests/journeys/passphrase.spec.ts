import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { confirmSheet, takeSheet } from './creation.ts';
import { expectFocus, expectNoFault, pressOn, tabTo } from './keyboard.ts';
import { answerDialogs, launchApp, type Launched } from './launch.ts';
import { ask, keep } from './room.ts';

const [first, second, third] = ['genévrier tambour oseille', 'lanterne abricot pupitre', 'verger ardoise clarinette'];

const shades = async ({ app, page }: Pick<Launched, 'app' | 'page'>, where: string, shot: string): Promise<void> => {
  for (const [scheme, width, height, end] of [
    ['dark', 1280, 720, '-sombre'],
    ['light', 1366, 768, ''],
  ] as const) {
    await app.evaluate(({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high), [width, height] as const);
    await page.emulateMedia({ colorScheme: scheme });
    await expectNoFault(page, `${where} (${scheme})`);
    await keep(page, `${shot}${end}`);
  }
};
const typeIn = async (page: Page, field: RegExp, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.type(text);
};

test('the passphrase changes, is lost, and is replaced with the recovery key, by the keyboard alone', async () => {
  test.setTimeout(480_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-passphrase-'));
  const launched = await launchApp();
  const { app, page, close, userData } = launched;
  page.setDefaultTimeout(40_000);
  let code = '';
  try {
    await test.step('a weak passphrase is refused with its reason, then the store is made and its sheet is shown', async () => {
      await expectFocus(page, /textbox "Phrase de passe"/);
      await page.keyboard.type('azerty-123456');
      await typeIn(page, /une seconde fois/, 'azerty-123456');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Elle suit l’alphabet, les chiffres ou les touches du clavier.')).toBeVisible();
      await shades(launched, 'the creation', '400-creer');
      await page.getByLabel('Phrase de passe', { exact: true }).fill(first);
      await page.getByLabel('Phrase de passe, une seconde fois').fill(first);
      await page.keyboard.press('Enter');
      await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
      await expectFocus(page, /Enregistrer la fiche à imprimer/);
      await shades(launched, 'the sheet', '401-fiche');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeVisible();
    });

    await test.step('left unconfirmed, home says so every time, and the whole key confirms it later', async () => {
      code = await takeSheet(launched, join(folder, 'fiche.pdf'));
      await page.getByLabel('Les deux derniers groupes de la fiche').fill('ABCDE FGHJK');
      await page.keyboard.press('Enter');
      await expect(page.getByText(/ne sont pas les deux derniers/)).toBeVisible();
      await expect(page.getByText(/existe déjà sur cet ordinateur/)).toHaveCount(0);
      await keep(page, '402-groupes-refuses');
      await pressOn(page, /Confirmer plus tard/);
      await expect(page.getByText('Clé de récupération non confirmée')).toBeVisible();
      await shades(launched, 'home, unconfirmed', '403-accueil');
      await pressOn(page, /Aller à la clé de récupération/);
      await expect(page.getByRole('heading', { level: 1, name: 'Phrase de passe et clé de récupération' })).toBeVisible();
      await shades(launched, 'the keys, unconfirmed', '404-cles');
      await pressOn(page, /Confirmer la clé…/);
      await expectFocus(page, /textbox "Clé de récupération"/);
      await page.keyboard.type(code.toLowerCase());
      await keep(page, '405-confirmer');
      await expectNoFault(page, 'the confirmation');
      await page.keyboard.press('Enter');
      await expect(page.getByText('La clé de récupération est confirmée')).toBeVisible();
    });

    await test.step('the passphrase is changed', async () => {
      await pressOn(page, /Changer la phrase de passe…/);
      await expectFocus(page, /Phrase de passe actuelle/);
      await page.keyboard.type('pas celle-ci');
      await typeIn(page, /Nouvelle phrase de passe/, second);
      await typeIn(page, /une seconde fois/, second);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Cette phrase de passe n’est pas la bonne.')).toBeVisible();
      await shades(launched, 'the change', '406-changer');
      await page.getByLabel('Phrase de passe actuelle').fill(first);
      await page.keyboard.press('Enter');
      await expect(page.getByText('La phrase de passe est changée')).toBeVisible();
      await shades(launched, 'the passphrase changed', '407-changee');
    });

    await test.step('it is lost: a mistyped key says so, the right one opens under a third passphrase', async () => {
      await ask(page, 'store.lock', {});
      await expectFocus(page, /textbox "Phrase de passe"/);
      await page.keyboard.type(first);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Cette phrase de passe n’est pas la bonne.')).toBeVisible();
      await shades(launched, 'the lock', '408-verrou');
      await pressOn(page, /J’ai oublié la phrase de passe/);
      await expectFocus(page, /textbox "Clé de récupération"/);
      await page.keyboard.type(`${code.slice(0, 29)}${code.endsWith('A') ? 'B' : 'A'}`);
      await typeIn(page, /Nouvelle phrase de passe/, third);
      await typeIn(page, /une seconde fois/, third);
      await page.keyboard.press('Enter');
      await expect(page.getByText(/Cette clé est mal recopiée/)).toBeVisible();
      await shades(launched, 'the recovery', '409-recuperation');
      await page.getByLabel('Clé de récupération').fill(code.match(/.{5}/g)?.join(' ') ?? '');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Aucune session pour l’instant')).toBeVisible();
      await expect(page.getByText(/non confirmée/)).toBeHidden();
    });

    await test.step('a new key is made and confirmed, and the demonstration has none of this', async () => {
      await pressOn(page, /Phrase de passe et clé/);
      await pressOn(page, /Créer une nouvelle clé…/);
      await page.keyboard.type(third);
      await page.keyboard.press('Enter');
      await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
      const other = await takeSheet(launched, join(folder, 'fiche-2.pdf'));
      expect(other).not.toBe(code);
      await confirmSheet(page, other);
      await expect(page.getByText('La clé de récupération est confirmée')).toBeVisible();
      await shades(launched, 'the new key', '410-nouvelle-cle');
      await ask(page, 'store.openDemonstration', {});
      await page.reload();
      await pressOn(page, /Phrase de passe et clé/);
      await expect(page.getByText(/La démonstration n’a pas de clé de récupération/)).toBeVisible();
      await keep(page, '411-demonstration');
      await expectNoFault(page, 'the demonstration');
      code = `${code} ${other}`;
    });

    await test.step('no secret is in any file that the program left', async () => {
      await answerDialogs(app, {});
      const secrets = [first, second, third, ...code.split(' ').flatMap((each) => [each, each.match(/.{5}/g)?.join('-') ?? each])];
      for (const file of readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
        const bytes = readFileSync(join(file.parentPath, file.name));
        for (const secret of secrets)
          for (const written of [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le')])
            expect(bytes.includes(written), `${secret} in ${join(file.parentPath, file.name)}`).toBe(false);
      }
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
