import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { goAfter, openCrowds } from './after.ts';
import { expectFocus, expectNoFault, pressOn, tabTo } from './keyboard.ts';
import { answerDialogs } from './launch.ts';
import { ask, keep } from './room.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const keysOf = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/<cpf:idTechnique>([^<]+)</g)].map(([, key]) => key ?? '');
const accepting = (keys: readonly string[], refused: readonly string[] = []): string =>
  `<?xml version="1.0"?><rapport><PassagesOK>${keys.map((key) => `<idTechnique>${key}</idTechnique>`).join('')}</PassagesOK><PassagesKO>${refused
    .map((key) => `<passage><idTechnique>${key}</idTechnique><messageErreur>Le titulaire n’a pas été reconnu.</messageErreur></passage>`)
    .join('')}</PassagesKO></rapport>`;

test('the holders after a rectification are declared by the keyboard: identities, a suppression then a creation, reports; then three hundred', async () => {
  test.setTimeout(300_000);
  const { app, page, folder, sessions, close } = await openCrowds([12, 300]);
  const [file, gone, report] = [join(folder, 'declaration.xml'), join(folder, 'suppression.xml'), join(folder, 'rapport.xml')];
  const [sessionId] = sessions;
  if (!sessionId) throw new Error('a session');
  try {
    await test.step('home tells the deadline quietly, and leads there', async () => {
      await expect(page.getByRole('list', { name: 'Déclaration des titulaires' })).toContainText('FOULE-12');
      await expectNoFault(page, 'home with its reminder');
      await keep(page, '90-rappel-accueil');
      await goAfter(page, 'Jury de 12 candidats', 'Déclaration des titulaires');
      await expect(page.getByRole('button', { name: /^Écrire le fichier de déclaration/ })).toBeDisabled();
      await expect(page.getByRole('row', { name: /Gaëlle Girouette-Fusain/ })).toContainText('Une rectification a retiré la certification complète');
      await expectNoFault(page, 'the holders');
      await keep(page, '91-titulaires-a-completer');
    });

    await test.step('the organism’s identifiers have their length', async () => {
      await pressOn(page, /button "Renseigner…"/);
      const dialog = page.getByRole('dialog');
      await expectFocus(page, /textbox "Identifiant client de l’émetteur/);
      await page.keyboard.type('1234567');
      await page.keyboard.press('Enter');
      await expectFocus(page, /textbox "Identifiant client de l’émetteur/);
      await expectNoFault(page, 'the identifiers');
      await keep(page, '92-identifiants');
      await dialog.getByLabel('Identifiant client de l’émetteur').fill('00FICTIF');
      await dialog.getByLabel('Identifiant client du certificateur').fill('00EXEMPL');
      await dialog.getByLabel('Numéro de contrat').fill('MCFCER000000');
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expect(page.getByText('MCFCER000000')).toBeVisible();
    });

    await test.step('an identity is completed by the keyboard, and a social security number is refused', async () => {
      await pressOn(page, /button "Identité de Fabrice/);
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByLabel('Nom de naissance')).toHaveValue('Fusain-Imaginaire');
      await tabTo(page, /textbox "Deuxième prénom/);
      await page.keyboard.type('2010431555123');
      await tabTo(page, /radio "Féminin/);
      await page.keyboard.press('ArrowRight');
      await expect(dialog.getByLabel('Masculin')).toBeChecked();
      await tabTo(page, /radio "En France/);
      await page.keyboard.press('Space');
      await dialog.getByLabel('Code INSEE de la commune').fill('31555');
      await dialog.getByLabel('Commune de naissance', { exact: true }).fill('Toulouse');
      await pressOn(page, /button "Enregistrer l’identité"/);
      await expect(dialog.getByText(/Deuxième prénom.*ressemble à un numéro de sécurité sociale/)).toBeVisible();
      await expectNoFault(page, 'an identity');
      await keep(page, '93-identite');
      await dialog.getByLabel('Deuxième prénom').fill('');
      await dialog.getByLabel('Deuxième prénom').press('Enter');
      await expect(dialog).toBeHidden();
      await expectFocus(page, /button "Identité de Fabrice/);
      await page.keyboard.press('Enter');
      const sizes = await dialog
        .locator('form')
        .evaluate((form) => ({ needed: form.parentElement?.scrollHeight ?? 0, given: form.parentElement?.clientHeight ?? 0 }));
      expect(sizes.needed).toBeLessThanOrEqual(sizes.given);
      await keep(page, '93b-identite-entiere');
      await page.keyboard.press('Escape');
      await expectFocus(page, /button "Identité de Fabrice/);
      await page.getByRole('heading', { name: 'Avant d’écrire le fichier' }).evaluate((head) => head.scrollIntoView());
      await keep(page, '94-avant-le-fichier');
    });

    await test.step('identities come from a spreadsheet: the focus stays in the dialog, rows that replace are not ticked, a column of numbers is refused', async () => {
      const table = join(folder, 'identites.csv');
      writeFileSync(
        table,
        [
          'N°;Nom de naissance;Prénoms;Date de naissance;Sexe;Code INSEE;Commune de naissance;NIR;Téléphone',
          'C-008;Imaginaire-Jonquille;Inès;18/09/1998;F;31555;Toulouse;2980931555123;0100000000',
          'C-002;Clavecin-Horloge;Clémence;12/03/1992;F;31555;Blagnac;;',
          'C-011;Boussole-Aquarelle;Loïc;01/01/1970;M;01053;Bourg;;',
          'C-000;Aquarelle-Dentelle;Aline;;F;;;;',
          'C-003;Tout-Autre;Personne;;F;;;;',
        ].join('\r\n'),
      );
      await pressOn(page, /button "Importer les identités…"/);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoFault(page, 'before a file of identities');
      await keep(page, '93c-importer');
      await answerDialogs(app, { open: [table] });
      await pressOn(page, /button "Choisir un fichier…"/);
      await expect(page.getByRole('dialog').getByText(/La colonne.*NIR.*n’a pas été lue/)).toBeVisible();
      await expect(page.getByRole('dialog').getByRole('checkbox', { checked: true })).toHaveCount(1);
      await expectNoFault(page, 'a file of identities');
      await keep(page, '93d-importer-apercu');
      await pressOn(page, /button "Enregistrer 1.identité"/);
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByText(/1.identité enregistrée depuis le fichier/)).toBeVisible();
      await expectFocus(page, /button "Importer les identités…"/);
    });

    await test.step('a suppression is written for the award that a rectification took, and its report is adopted', async () => {
      await answerDialogs(app, { save: gone });
      await pressOn(page, /button "Écrire le fichier de suppression/);
      await expectNoFault(page, 'writing the suppression');
      await keep(page, '94b-suppression');
      await pressOn(page, /button "Écrire le fichier…"/);
      await expect(page.getByRole('dialog')).toBeHidden();
      writeFileSync(report, accepting(keysOf(gone)));
      await answerDialogs(app, { open: [report] });
      await pressOn(page, /button "Lire le compte rendu du lot 2"/);
      await pressOn(page, /button "Adopter ce compte rendu"/);
      // Until the report's own list is closed, it names her too.
      await expect(page.getByRole('row', { name: /Gaëlle Girouette-Fusain/ }).filter({ hasText: 'Supprimée' })).toBeVisible();
    });

    await test.step('the file is written, and its report is shown before it is adopted', async () => {
      await answerDialogs(app, { save: file });
      await pressOn(page, /button "Écrire le fichier de déclaration/);
      await expectNoFault(page, 'writing the file');
      await keep(page, '95-ecrire');
      await pressOn(page, /button "Écrire le fichier…"/);
      await expect(page.getByRole('dialog')).toBeHidden();
      const [first, ...others] = keysOf(file);
      writeFileSync(report, accepting(others, first === undefined ? [] : [first]));
      await answerDialogs(app, { open: [report] });
      await pressOn(page, /button "Lire le compte rendu du lot 3"/);
      await expect(page.getByRole('dialog')).toContainText('n’a pas été reconnu');
      await expectNoFault(page, 'the report');
      await keep(page, '96-compte-rendu');
      await page.keyboard.press('Escape');
      await expectFocus(page, /button "Lire le compte rendu du lot 3"/);
      await page.keyboard.press('Enter');
      await pressOn(page, /button "Adopter ce compte rendu"/);
      await expect(page.getByRole('dialog')).toBeHidden();
      await expectNoFault(page, 'the statuses');
      await keep(page, '97-statuts');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByRole('heading', { name: 'Fichiers écrits' }).evaluate((head) => head.scrollIntoView());
      await keep(page, '98-statuts-sombre');
      const { batches } = await ask(page, 'holder.list', { sessionId });
      expect(batches.map(({ action, answered, lines }) => [action, answered, lines])).toEqual([
        ['CREATION', 5, 6],
        ['SUPPRESSION', 1, 1],
        ['CREATION', 3, 3],
      ]);
      await page.emulateMedia({ colorScheme: 'light' });
    });

    await test.step('three hundred candidates: searched, counted, read by page', async () => {
      await press(page, /^Accueil|Délibéré/);
      await goAfter(page, 'Jury de 300 candidats', 'Déclaration des titulaires');
      await expect(page.getByRole('tab', { name: /^À faire/ }).first()).toBeVisible();
      await expectNoFault(page, 'the holders of three hundred');
      await keep(page, '99a-titulaires-300');
      await page.getByRole('heading', { name: 'Avant d’écrire le fichier' }).evaluate((head) => head.scrollIntoView());
      await keep(page, '99b-avant-300');
      await press(page, /^Écrire le fichier de suppression/);
      await keep(page, '99c-ecrire-300');
    });
  } finally {
    await close();
  }
});
