import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { instantFrom } from '../../domain/time.ts';
import { openDesk } from '../../requests/desk.ts';
import { ScriptClock } from '../../scripts/day.ts';
import { TestDialogs } from '../fixtures/desk.ts';
import { layPlayed } from '../fixtures/played-store.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep, printed } from './room.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const tab = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click();
const dialog = (page: Page) => page.getByRole('dialog').last();

test('what falls due is purged with its proof, the second folder follows, an appeal holds the rest, and a person’s own data are saved', async () => {
  test.setTimeout(240_000);
  const userData = mkdtempSync(join(tmpdir(), 'delibere-retention-'));
  const store = join(userData, 'store');
  const { scenario, sessionId } = await layPlayed(store, 'signed');
  // What left the store before the purge.
  const desk = openDesk({
    clock: new ScriptClock(instantFrom(Date.parse('2026-03-18T08:00:00.000Z'))),
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder: store,
    demonstrationFolder: join(userData, 'demonstration'),
    resourcesFolder: join(import.meta.dirname, '..', '..', 'dist', 'resources'),
    dialogs: new TestDialogs(userData),
  });
  for (const answer of [
    await desk.ask('store.unlock', { passphrase: scenario.passphrase }),
    await desk.ask('notification.results', { sessionId, format: 'csv' }),
    await desk.ask('working.export', { sessionId, passphrase: 'douze caractères fictifs', pin: scenario.leadPin }),
  ])
    if (!answer.ok) throw new Error(answer.error.code);
  desk.close();
  const folder = mkdtempSync(join(tmpdir(), 'delibere-second-'));
  const { app, page, close } = await launchApp({ userData });
  page.setDefaultTimeout(30_000);
  try {
    await page.getByLabel('Phrase de passe').first().fill(scenario.passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });

    await test.step('home says quietly that something is due, and the calendar shows it first', async () => {
      await expect(page.getByRole('region', { name: 'Ce qui attend' }).getByText(/au terme de (sa|leur) conservation/)).toBeVisible();
      await expectNoFault(page, 'home with something due');
      await keep(page, '170-accueil-terme');
      await press(page, 'Voir le calendrier');
      await expect(page.getByRole('heading', { level: 1, name: 'Conservation' })).toBeVisible();
      await expect(page.getByRole('row', { name: /Aménagements des épreuves/ })).toContainText('À purger');
      await expectNoFault(page, 'the calendar');
      await keep(page, '171-calendrier');
    });

    await test.step('a second folder is chosen', async () => {
      await tab(page, 'Sauvegardes');
      await answerDialogs(app, { open: [folder] });
      await press(page, 'Choisir un dossier…');
      await expect(page.getByText(/à portée/)).toBeVisible();
      expect(readdirSync(folder)).toHaveLength(1);
      await expectNoFault(page, 'the backups');
      await keep(page, '178-sauvegardes');
    });

    await test.step('a purge asks for its reason and its code, with Cancel first, and leaves its proof', async () => {
      await tab(page, 'Calendrier');
      await press(page, /^Purger Aménagements/);
      await expect(dialog(page).getByRole('button', { name: 'Annuler' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
      // Nothing was destroyed: the line is still there, and has the focus back.
      await expect(page.getByRole('button', { name: /^Purger Aménagements/ })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(dialog(page).getByRole('button', { name: 'Annuler' })).toBeFocused();
      await keep(page, '172-purge');
      await dialog(page).getByRole('button', { name: 'Détruire définitivement' }).click();
      await expect(dialog(page).getByText('Écrivez le motif de cette purge.')).toBeVisible();
      await dialog(page).getByLabel('Motif', { exact: true }).fill('Délai de recours passé sans recours.');
      await dialog(page)
        .getByLabel(/^Code du responsable/)
        .fill(scenario.leadPin);
      await expectNoFault(page, 'the purge');
      await dialog(page).getByRole('button', { name: 'Détruire définitivement' }).click();
      await expect(page.getByRole('dialog')).toBeHidden({ timeout: 30_000 });
      await expect(page.getByText(/^Purge faite/)).toBeVisible();
      await keep(page, '173-purge-faite');
      await tab(page, /^Preuves de purge/);
      await answerDialogs(app, { save: join(folder, 'attestation.pdf') });
      await press(page, /^Attestation de la purge/);
      await expect(page.getByText('attestation.pdf')).toBeVisible();
      cpSync(join(folder, 'attestation.pdf'), join(printed(), 'attestation-de-destruction.pdf'));
      await expectNoFault(page, 'the proofs');
      await keep(page, '174-preuves');
    });

    await test.step('what left before the purge is listed, and a person says that it was destroyed, with Cancel first', async () => {
      const working = page.getByText(/^Partie de travail, session 2026-014-DEMO/);
      await working.scrollIntoViewIfNeeded();
      await keep(page, '179-a-detruire');
      await press(page, /^Je l’ai détruit.*Partie de travail/);
      await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Annuler' })).toBeFocused();
      await expectNoFault(page, 'the question before it is noted');
      await keep(page, '195-detruit');
      await page.keyboard.press('Escape');
      await expect(working).toBeVisible();
      await press(page, /^Je l’ai détruit.*Partie de travail/);
      await page.getByRole('alertdialog').getByRole('button', { name: 'Noter', exact: true }).click();
      await expect(working).toBeHidden();
      await expect(page.getByText(/^Résultats, session 2026-014-DEMO/)).toBeVisible();
      await expectNoFault(page, 'what is left');
    });

    await test.step('an appeal is noted, and holds every day', async () => {
      await tab(page, 'Calendrier');
      await press(page, /^Noter un recours/);
      await dialog(page).getByLabel('Motif', { exact: true }).fill('Recours gracieux 2026-7');
      await dialog(page)
        .getByLabel(/^Code du responsable/)
        .fill(scenario.leadPin);
      await expectNoFault(page, 'the appeal');
      await dialog(page).getByRole('button', { name: 'Noter le recours' }).click();
      await expect(page.getByText(/^Recours en cours.: Recours gracieux/).first()).toBeVisible();
      await keep(page, '175-recours');
    });

    await test.step('a person is found by name, and the data leave encrypted', async () => {
      await tab(page, 'Données d’une personne');
      const name = 'Imaginaire';
      await page.getByLabel('Nom du candidat').fill(name);
      await page
        .getByRole('checkbox', { name: new RegExp(name) })
        .first()
        .check();
      await page.getByLabel('Phrase de passe du fichier').fill('douze caractères fictifs');
      await page.getByLabel('Phrase de passe de vos données').fill(scenario.passphrase);
      await expectNoFault(page, 'a person’s data');
      await keep(page, '176-personne');
      await answerDialogs(app, { save: join(folder, 'donnees.zip.age') });
      await press(page, 'Préparer le fichier…');
      await expect(page.getByText(/Enregistré.: donnees\.zip\.age/)).toBeVisible({ timeout: 30_000 });
      expect(readFileSync(join(folder, 'donnees.zip.age')).toString('latin1', 0, 21)).toBe('age-encryption.org/v1');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await tab(page, 'Calendrier');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      await expectNoFault(page, 'the calendar in the dark');
      await keep(page, '177-sombre');
    });
  } finally {
    await close();
    for (const each of [userData, folder]) rmSync(each, { recursive: true, force: true });
  }
});
