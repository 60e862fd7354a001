import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { encryptFile } from '../../documents/age/age.ts';
import { verifyFile } from '../../documents/archive/verify-file.ts';
import { layPlayed } from '../fixtures/played-store.ts';
import { drop } from './drop.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep, reloadHome } from './room.ts';

const phrase = 'huit marées sous la lampe';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

test('the dossiers then the archive are written, each encrypted as asked, and Debian’s age opens them', async () => {
  test.setTimeout(360_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-archive-'));
  const userData = join(folder, 'data');
  mkdirSync(userData);
  const { scenario } = await layPlayed(join(userData, 'store'), 'signed');
  const identity = join(folder, 'cle.txt');
  execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
  const opened = (name: string): Buffer => execFileSync('age', ['--decrypt', '-i', identity, join(folder, name)], { maxBuffer: 2 ** 28 });
  const { app, page, close } = await launchApp({ userData });
  page.setDefaultTimeout(30_000);
  try {
    await page.getByLabel('Phrase de passe').first().fill(scenario.passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click({ timeout: 30_000 });
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Archiver/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'L’archive permanente' })).toBeVisible();
    await expectNoFault(page, 'the archive before anything is written');
    await keep(page, '180-archiver');

    await test.step('the dossiers ask for a lock, with its faults in place, and Escape writes nothing', async () => {
      await press(page, 'Écrire les dossiers…');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Chiffrer et enregistrer' }).click();
      await expect(dialog.getByText('La phrase de passe compte douze caractères au moins.')).toBeVisible();
      await expectNoFault(page, 'the lock');
      await keep(page, '181-dossiers');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await press(page, 'Écrire les dossiers…');
      await dialog.getByText('Une clé publique').click();
      await dialog.getByLabel('Clé publique du destinataire').fill('age1');
      await dialog.getByRole('button', { name: 'Chiffrer et enregistrer' }).click();
      await expect(dialog.getByText(/Recopiez la clé entière/)).toBeVisible();
      await dialog.getByLabel('Clé publique du destinataire').fill(recipient);
      await keep(page, '182-dossiers-cle');
      await answerDialogs(app, { save: join(folder, 'dossiers.zip.age') });
      await page.keyboard.press('Enter');
      await expect(page.getByText(/^Dossiers écrits et relus/)).toBeVisible({ timeout: 60_000 });
      expect(opened('dossiers.zip.age').toString('latin1', 0, 2)).toBe('PK');
      await keep(page, '183-dossiers-ecrits');
    });

    await test.step('the whole archive is encrypted to a key, and is the one that verifies once opened', async () => {
      await page.getByRole('checkbox', { name: 'Chiffrer toute l’archive' }).check();
      await page.getByText('Une clé publique').first().click();
      await page.getByLabel('Clé publique du destinataire').fill(recipient);
      await expectNoFault(page, 'an encrypted archive');
      await keep(page, '184-chiffrer');
      await answerDialogs(app, { save: join(folder, 'archive.zip.age') });
      await press(page, /^Écrire l’archive/);
      await expect(page.getByText('Archive écrite et vérifiée')).toBeVisible({ timeout: 60_000 });
      await expectNoFault(page, 'the verdict');
      await keep(page, '185-archive-ecrite');
      expect((await verifyFile(opened('archive.zip.age'), { name: 'archive.zip' })).level).toBe('whole');
      expect(existsSync(join(folder, 'archive.zip'))).toBe(false);
    });

    await test.step('in the dark, at 1280 × 720, and in the clear', async () => {
      await page.getByRole('checkbox', { name: 'Chiffrer toute l’archive' }).uncheck();
      await answerDialogs(app, { save: join(folder, 'archive.zip') });
      await press(page, /^Écrire un autre exemplaire…/);
      await expect(page.getByText('Archive écrite et vérifiée')).toBeVisible({ timeout: 60_000 });
      expect((await verifyFile(readFileSync(join(folder, 'archive.zip')), { name: 'archive.zip' })).level).toBe('whole');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      await expectNoFault(page, 'the archive in the dark');
      await keep(page, '186-archiver-sombre');
      await page.getByRole('heading', { name: 'Ce qu’il faut garder' }).scrollIntoViewIfNeeded();
      await keep(page, '187-archiver-sombre-bas');
      await page.emulateMedia({ colorScheme: 'light' });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
    });

    await test.step('a restore is rehearsed with the encrypted copy and its dossiers: every point agrees, and the day is kept', async () => {
      const title = page.getByRole('heading', { name: 'Répétition de restauration' });
      await title.scrollIntoViewIfNeeded();
      await expect(page.getByText('Aucune répétition n’a encore été faite.')).toBeVisible();
      await keep(page, '400-repetition-jamais');
      await answerDialogs(app, { open: [join(folder, 'archive.zip.age')] });
      await press(page, 'Répéter avec un fichier…');
      const dialog = page.getByRole('dialog');
      await answerDialogs(app, { open: [join(folder, 'dossiers.zip.age')] });
      await dialog.getByRole('button', { name: 'Ajouter le fichier des dossiers…' }).click();
      await dialog.getByLabel('Phrase ou clé qui ouvre l’archive').fill('une autre phrase secrète');
      await dialog.getByRole('button', { name: 'Répéter', exact: true }).click();
      await expect(dialog.getByText('Donnez la phrase de passe ou la clé secrète de ce fichier.')).toBeVisible();
      await expectNoFault(page, 'the rehearsal asked for');
      await keep(page, '401-repetition-demandee');
      const secret = /AGE-SECRET-KEY-\S+/.exec(readFileSync(identity, 'utf8'))?.[0] ?? '';
      await dialog.getByLabel('Phrase ou clé qui ouvre les dossiers').fill(secret);
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('alert')).toBeVisible({ timeout: 60_000 });
      await keep(page, '402-repetition-phrase');
      await dialog.getByLabel('Phrase ou clé qui ouvre l’archive').fill(secret);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Cette archive pourrait remplacer ce qui est ici')).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText(/^Dernière répétition/)).toBeVisible();
      await expectNoFault(page, 'a rehearsal that conforms');
      await title.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await keep(page, '403-repetition-conforme');
      await page.getByText(/^La dernière sauvegarde automatique/).scrollIntoViewIfNeeded();
      await keep(page, '404-repetition-conforme-bas');
    });

    await test.step('a damaged copy is told in the dark, with what to do', async () => {
      const bytes = readFileSync(join(folder, 'archive.zip'));
      const at = bytes.indexOf('%PDF-') + 2000;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(join(folder, 'abimee.zip'), bytes);
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await page.emulateMedia({ colorScheme: 'dark' });
      await answerDialogs(app, { open: [join(folder, 'abimee.zip')] });
      await press(page, 'Répéter avec un fichier…');
      await keep(page, '405-repetition-sombre');
      await page.getByRole('dialog').getByRole('button', { name: 'Répéter', exact: true }).click();
      await expect(page.getByText('Ce fichier n’est pas intact')).toBeVisible({ timeout: 60_000 });
      await expectNoFault(page, 'a damaged copy in the dark');
      await page.getByRole('heading', { name: 'Répétition de restauration' }).evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await keep(page, '406-repetition-abimee');
    });

    const sized = (width: number, height: number): Promise<void> =>
      app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [width, height] as const);
    const inBoth = async (name: string): Promise<void> => {
      await expectNoFault(page, name);
      await keep(page, `${name}-sombre`);
      await page.emulateMedia({ colorScheme: 'light' });
      await sized(1366, 768);
      await expectNoFault(page, `${name}, light`);
      await keep(page, name);
      await page.emulateMedia({ colorScheme: 'dark' });
      await sized(1280, 720);
    };
    const dialog = page.getByRole('dialog', { name: 'Vérification d’un document' });
    const secret = dialog.getByLabel(/^Phrase secrète ou clé secrète/);

    await test.step('locked, without a store, an encrypted archive asks what opens it until it is given', async () => {
      await writeFile(join(folder, 'phrase.zip.age'), encryptFile(createReadStream(join(folder, 'archive.zip')), { kind: 'passphrase', passphrase: phrase }));
      await reloadHome(page);
      await press(page, 'Verrouiller');
      await expect(page.getByText('Espace de travail verrouillé')).toBeVisible();
      await drop(page, [join(folder, 'phrase.zip.age')]);
      await expect(dialog.getByText('Ce fichier est chiffré', { exact: true })).toBeVisible();
      await expect(secret).toBeFocused();
      await inBoth('188-chiffre');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('Saisissez la phrase secrète ou la clé secrète.')).toBeVisible();
      await secret.fill('une autre phrase');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('Ce fichier reste fermé')).toBeVisible({ timeout: 30_000 });
      await expect(secret).toHaveValue('');
      await expect(secret).toHaveAttribute('aria-invalid', 'true');
      await inBoth('189-reste-ferme');
      await secret.fill(phrase);
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('Intact, mais son origine n’est pas établie ici')).toBeVisible({ timeout: 30_000 });
      await inBoth('190-archive-ouverte');
    });

    await test.step('the dossiers are checked with their archive, opened by the secret key', async () => {
      await answerDialogs(app, { open: [join(folder, 'dossiers.zip.age')] });
      await dialog.getByRole('button', { name: 'Vérifier aussi le paquet des dossiers…' }).click();
      await expect(secret).toBeVisible({ timeout: 30_000 });
      await expect(dialog.getByText('Intact, mais son origine n’est pas établie ici')).toBeVisible();
      await secret.scrollIntoViewIfNeeded();
      await inBoth('191-dossiers-a-ouvrir');
      await secret.fill(phrase);
      await page.keyboard.press('Enter');
      await expect(dialog.getByText(/ne s’ouvre pas par ce moyen/)).toBeVisible({ timeout: 30_000 });
      await secret.fill(
        readFileSync(identity, 'utf8')
          .split('\n')
          .find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? '',
      );
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('Le sac des dossiers est entier, et c’est celui que nomme l’archive.')).toBeVisible({ timeout: 30_000 });
      await dialog.getByText('Le sac des dossiers est entier').scrollIntoViewIfNeeded();
      await inBoth('192-dossiers-verifies');
    });

    await test.step('a large file says how far it is, and is stopped; of two files dropped, one is verified and it is said', async () => {
      writeFileSync(join(folder, 'grand.zip'), 'PK');
      truncateSync(join(folder, 'grand.zip'), 40 * 1024 ** 3);
      await drop(page, [join(folder, 'grand.zip'), join(folder, 'archive.zip')]);
      await expect(dialog.getByText(/^Un fichier à la fois/)).toBeVisible();
      await expect(dialog.getByRole('progressbar', { name: 'Lecture' })).toContainText(' sur 40');
      await inBoth('193-grand-fichier');
      await dialog.getByRole('button', { name: 'Interrompre' }).click();
      await expect(dialog.getByText('Vérification interrompue')).toBeVisible();
      await inBoth('194-interrompue');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
