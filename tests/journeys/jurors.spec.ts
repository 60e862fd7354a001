import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const title = 'Jury de démonstration du 17 mars 2026';
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const stage = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Étapes de la session' }).getByText(name).first().click();
const dialog = (page: Page) => page.getByRole('dialog').last();
const fill = (page: Page, label: string, value: string): Promise<void> => dialog(page).getByLabel(label, { exact: true }).first().fill(value);
const toJury = async (page: Page): Promise<void> => {
  await page.getByText(title).first().click();
  await stage(page, 'Préparer');
  await page.getByRole('navigation', { name: 'Parties de la préparation' }).getByRole('button', { name: /^Jury/ }).click();
};

test('a person of the directory joins a jury, a link is found before the day, and the summons is saved', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-letters-'));
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await press(page, /^Découvrir avec la session de démonstration/);
    await expect(page.getByText(title).first()).toBeVisible({ timeout: 30_000 });

    await test.step('somebody enters the directory, with a qualification and its proof', async () => {
      await press(page, 'Membres de jury');
      await expect(page.getByRole('heading', { level: 1, name: 'Membres de jury' })).toBeVisible();
      await expect(page.getByRole('row')).not.toHaveCount(0);
      await expectNoFault(page, 'the directory');
      await keep(page, '80-annuaire');
      await press(page, 'Ajouter une personne');
      await press(page, 'Enregistrer');
      await expect(dialog(page).getByText('Ce champ est à remplir.').first()).toBeVisible();
      await fill(page, 'Prénom', 'Zoé');
      await fill(page, 'Nom', 'Aquarelle');
      await fill(page, 'Qualité', 'Architecte logiciel');
      await fill(page, 'Employeur', 'Exemplia SAS');
      await expectNoFault(page, 'a new person');
      await dialog(page).getByRole('button', { name: 'Enregistrer' }).click();
      await expect(dialog(page)).toBeHidden();
      writeFileSync(join(folder, 'mission.txt'), 'Lettre de mission fictive.');
      await answerDialogs(app, { open: [join(folder, 'mission.txt')] });
      await press(page, 'Modifier Zoé Aquarelle');
      await dialog(page).getByRole('button', { name: 'Ajouter un fichier…' }).click();
      await expect(dialog(page).getByRole('row', { name: /mission\.txt/ })).toBeVisible();
      await dialog(page).getByRole('button', { name: 'Ajouter une certification' }).click();
      await fill(page, 'Certification (code RNCP)', 'RNCP36912');
      await fill(page, 'Depuis le', '12/03/2024');
      await dialog(page).getByLabel('Justificatif', { exact: true }).selectOption({ label: 'mission.txt' });
      await expectNoFault(page, 'a person of the directory');
      await keep(page, '81-fiche');
      await dialog(page).getByRole('button', { name: 'Enregistrer' }).click();
      await expect(dialog(page)).toBeHidden();
    });

    await test.step('the session chooses that person; the qualification is proposed, and left to confirm', async () => {
      await page.getByRole('button', { name: /^Délibéré/ }).click();
      await toJury(page);
      await press(page, 'Choisir dans l’annuaire');
      await fill(page, 'Chercher par nom, employeur ou métier', 'aqua');
      await expectNoFault(page, 'choosing in the directory');
      await keep(page, '82-choisir');
      await dialog(page).getByRole('button', { name: 'Choisir Zoé Aquarelle' }).click();
      await expect(dialog(page).getByText(/qualification RNCP36912 depuis le 12\u00a0mars\u00a02024, justificatif joint/)).toBeVisible();
      await expect(dialog(page).getByRole('checkbox', { name: /^Qualifié/ })).not.toBeChecked();
      await dialog(page).getByText('Suppléant', { exact: true }).click();
      await expectNoFault(page, 'a member from the directory');
      await keep(page, '83-membre-repris');
      await dialog(page).getByRole('button', { name: 'Enregistrer' }).click();
      await expect(dialog(page)).toBeHidden();
      await expect(page.getByRole('row', { name: /Zoé Aquarelle/ }).first()).toContainText('Suppléant');
    });

    await test.step('the employer they share is a link to check, never a declared one', async () => {
      const sessions = await ask(page, 'session.list', {});
      const sessionId = sessions[0]?.id;
      if (sessionId === undefined) throw new Error('the demonstration has a session');
      const [line] = await ask(page, 'candidate.list', { sessionId });
      if (line === undefined) throw new Error('the demonstration has candidates');
      const { id, pieces: _pieces, unproven: _unproven, ...fields } = line;
      await ask(page, 'candidate.save', { sessionId, candidateId: id, fields: { ...fields, employer: 'EXEMPLIA' } });
      await page.getByRole('button', { name: /^Délibéré/ }).click();
      await toJury(page);
      const hint = page.getByRole('listitem').filter({ hasText: 'Zoé Aquarelle et' });
      await expect(hint).toContainText('Même employeur');
      await expectNoFault(page, 'links to check');
      await hint.scrollIntoViewIfNeeded();
      await keep(page, '84-liens');
      await hint.getByRole('button', { name: /^Noter la vérification/ }).click();
      await dialog(page)
        .getByLabel(/^Ce qui en ressort/)
        .fill('Deux sites qui ne travaillent pas ensemble.');
      await dialog(page).getByRole('button', { name: 'Marquer comme vérifié' }).click();
      await expect(hint).toContainText('Deux sites qui ne travaillent pas ensemble.');
    });

    await test.step('the member finds it as a reminder where links are declared, and nothing is declared for that member', async () => {
      const [session] = await ask(page, 'session.list', {});
      if (session === undefined) throw new Error('the demonstration has a session');
      const { jurors } = await ask(page, 'session.get', { sessionId: session.id });
      const holder = jurors.find((juror) => juror.familyName === 'Aquarelle')?.id;
      if (holder === undefined) throw new Error('Zoé Aquarelle is a member');
      await ask(page, 'pin.set', { sessionId: session.id, holder, pin: '4321', current: null });
      await stage(page, 'Ouvrir');
      await press(page, /^Noter l’arrivée de Zoé Aquarelle/);
      await press(page, /^Déclarer les liens de Zoé Aquarelle/);
      await expect(dialog(page).getByText(/À vérifier.*même employeur/)).toBeVisible();
      await expect(dialog(page).getByText('Aucun lien', { exact: true }).first()).toBeAttached();
      await expectNoFault(page, 'a reminder where links are declared');
      await keep(page, '84-rappel');
      await page.keyboard.press('Escape');
      await press(page, /^Noter le départ de Zoé Aquarelle/);
      await stage(page, 'Préparer');
      await page.getByRole('navigation', { name: 'Parties de la préparation' }).getByRole('button', { name: /^Jury/ }).click();
    });

    await test.step('a summons is saved, and every one in a zip', async () => {
      await answerDialogs(app, { save: join(folder, 'convocation.pdf') });
      await press(page, 'Convocation de Zoé Aquarelle');
      await expect(page.getByText(/convocation\.pdf.*est enregistré/)).toBeVisible();
      expect(readFileSync(join(folder, 'convocation.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
      await answerDialogs(app, { save: join(folder, 'toutes.zip') });
      await press(page, /^Toutes les convocations/);
      await expect(page.getByText(/lettres sont enregistrées/)).toBeVisible();
      expect(readFileSync(join(folder, 'toutes.zip')).subarray(0, 2).toString()).toBe('PK');
      await keep(page, '85-lettres');
    });

    await test.step('a change in the directory is offered to the session in preparation', async () => {
      await page.getByRole('button', { name: /^Délibéré/ }).click();
      await press(page, 'Membres de jury');
      await press(page, 'Modifier Zoé Aquarelle');
      await fill(page, 'Employeur', 'Nouvelle Maison');
      await dialog(page).getByRole('button', { name: 'Enregistrer' }).click();
      await expect(dialog(page).getByText(/Employeur.*Exemplia SAS → Nouvelle Maison/)).toBeVisible();
      await expectNoFault(page, 'sessions to update');
      await keep(page, '86-mettre-a-jour');
      await dialog(page)
        .getByRole('button', { name: /^Mettre à jour/ })
        .click();
      await expect(dialog(page)).toBeHidden();
      await press(page, 'Modifier Zoé Aquarelle');
      await press(page, 'Retirer de l’annuaire');
      await expect(page.getByText('Zoé Aquarelle n’est plus dans l’annuaire.')).toBeVisible();
      await expectNoFault(page, 'somebody taken out');
      await keep(page, '87-retiree');
      await press(page, 'Remettre dans l’annuaire');
      await expect(page.getByRole('row', { name: /Zoé Aquarelle/ })).toContainText('Nouvelle Maison');
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
