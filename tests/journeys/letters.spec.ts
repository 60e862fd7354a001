import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { pagesOf } from '../fixtures/readers.ts';
import { goAfter, openCrowds } from './after.ts';
import { expectFocus, expectNoFault, pressOn, tabTo } from './keyboard.ts';
import { answerDialogs } from './launch.ts';
import { ask, keep, printed } from './room.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const top = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name }).evaluate((heading) => heading.scrollIntoView());

test('the letters after a rectification, by the keyboard: read one, save all, note that they left, put right, name who accompanied; then three hundred', async () => {
  test.setTimeout(300_000);
  const { app, page, folder, sessions, close } = await openCrowds([12, 300]);
  const zip = join(folder, 'courriers.zip');
  try {
    await test.step('three hundred candidates are searched by the usual key, from the menu that has it', async () => {
      await page.getByText('Jury de 300 candidats').first().click();
      await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Préparer').first().click();
      await page
        .getByRole('button', { name: /^Candidats/ })
        .first()
        .click();
      await expect(page.getByRole('heading', { name: /^Candidats \(300\)/ })).toBeVisible();
      await app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
          .find(({ label }) => label === 'Rechercher…')
          ?.click(),
      );
      await expectFocus(page, /^textbox "Chercher un candidat"/);
      await page.keyboard.type('boussole');
      await expect(page.getByRole('status').filter({ hasText: /sur 300/ })).toBeVisible();
      await expect(page.getByRole('row', { name: /Boussole/ }).first()).toBeVisible();
    });

    await test.step('a list of three hundred rows, of which the screen lays some, is printed whole', async () => {
      await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Relire').first().click();
      const [sessionId] = sessions.slice(-1);
      if (sessionId === undefined) throw new Error('two crowds');
      const { candidates } = await ask(page, 'sitting.get', { sessionId });
      expect(candidates).toHaveLength(300);
      const rows = page.getByRole('main').getByRole('row');
      await expect(rows.filter({ hasText: candidates[0]?.name ?? '' }).first()).toBeVisible();
      expect(await rows.count()).toBeLessThan(100);
      const paper = await app.evaluate(async ({ BrowserWindow }) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('base64'),
      );
      const pdf = Buffer.from(paper ?? '', 'base64');
      writeFileSync(join(printed(), 'relire-300.pdf'), pdf);
      // A name is cut where its column ends: neither its spaces nor its hyphens count.
      const whole = (text: string): string => text.replaceAll(/[\s-]/gu, '');
      const sheets = whole(pagesOf(pdf).join(' '));
      const names = candidates.map(({ name }) => whole(name));
      const missing = [...new Set(names)].filter((name) => sheets.split(name).length - 1 < names.filter((each) => each === name).length);
      expect(missing).toEqual([]);
      // The paper once made, the screen lays what it shows alone.
      await expect.poll(() => rows.count()).toBeLessThan(100);
      await page.getByRole('button', { name: 'Délibéré, Accueil' }).click();
    });

    await goAfter(page, 'Jury de 12 candidats', 'Lettres et résultats');
    await test.step('which letters go again is said, with the minute that each followed', async () => {
      await expect(page.getByText('3 lettres sont à envoyer de nouveau')).toBeVisible();
      await expect(page.getByRole('row', { name: /Basile Boussole-Aquarelle-Rectifié/ })).toContainText('d’après le procès-verbal initial');
      await expect(page.getByRole('row', { name: /Aline Aquarelle-Dentelle/ })).toContainText(/accompagnateur\s: en retard/);
      await expectNoFault(page, 'the letters');
      await keep(page, '90-lettres');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await top(page, 'À notifier');
      await keep(page, '91-lettres-1280');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
    });

    await test.step('every letter is saved in one file', async () => {
      await answerDialogs(app, { save: zip });
      await press(page, 'Enregistrer tous les courriers…');
      await expect(page.getByText(/^Courriers enregistrés/)).toBeVisible({ timeout: 60_000 });
      expect(existsSync(zip) && readFileSync(zip).subarray(0, 2).toString()).toBe('PK');
    });

    await test.step('the follow-up of a candidate: the focus comes in, stays, and comes back where it was', async () => {
      await pressOn(page, /"Ouvrir le suivi d’Éloïse Équerre-Boussole/);
      await expect(page.getByRole('dialog')).toBeVisible();
      await pressOn(page, /button "Indiquer l’accompagnateur…"/);
      await expectFocus(page, /textbox "Nom"/);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Le nom manque.')).toBeVisible();
      await expectFocus(page, /textbox "Nom"/);
      await expectNoFault(page, 'who accompanied a VAE');
      await page.keyboard.type('Camille Boussole');
      await keep(page, '93-accompagnateur');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Camille Boussole')).toBeVisible();
      await expectNoFault(page, 'the letters of a candidate');
      await keep(page, '92-lettres-candidat');
      await pressOn(page, /button "Consulter : Notification"/);
      await page.waitForTimeout(1500);
      await keep(page, '94-lire-une-lettre');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expectFocus(page, /"Ouvrir le suivi d’Éloïse Équerre-Boussole/);
    });

    await test.step('nothing is chosen beforehand of a sending, and Escape notes nothing', async () => {
      await pressOn(page, /button "Choisir ceux qui attendent/);
      await pressOn(page, /button "Noter l’envoi…"/);
      await expect(page.getByRole('dialog').getByRole('radio', { checked: true })).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expectFocus(page, /button "Noter l’envoi…"/);
      await page.keyboard.press('Enter');
      await pressOn(page, /button "Noter"/);
      for (const missing of ['Choisissez le destinataire.', 'Indiquez la date.', 'Choisissez le moyen.']) await expect(page.getByText(missing)).toBeVisible();
      await expectFocus(page, /radio "Candidat/);
      await expectNoFault(page, 'noting letters');
      await keep(page, '95-noter-envoi');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.type('20032026');
      await tabTo(page, /radio "Courrier/);
      await page.keyboard.press('ArrowDown');
      await expectFocus(page, /radio "Courriel/);
      await keep(page, '95b-noter-envoi-rempli');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByRole('row', { name: /Basile Boussole/ })).toContainText('Le 20/03/2026, courriel');
      await expectFocus(page, /button "Choisir ceux qui attendent/);
    });

    await test.step('what was noted is put right with its reason', async () => {
      await pressOn(page, /"Ouvrir le suivi de Basile Boussole/);
      await page.getByRole('dialog').getByRole('button', { name: 'Corriger…' }).last().focus();
      await page.keyboard.press('Enter');
      await pressOn(page, /button "Corriger"/);
      await expect(page.getByText('Choisissez la correction.')).toBeVisible();
      await expectNoFault(page, 'putting a sending right');
      await keep(page, '95c-corriger');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /textbox "Motif/);
      await page.keyboard.type('Revenue par la poste');
      await pressOn(page, /button "Corriger"/);
      await expect(page.getByText(/envoi retiré/)).toBeVisible();
      await keep(page, '95d-historique');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    });

    await test.step('three hundred candidates are searched, counted and read by page', async () => {
      await press(page, /^Accueil|Délibéré/);
      await goAfter(page, 'Jury de 300 candidats', 'Lettres et résultats');
      await expect(page.getByRole('tab', { name: /^Tous \(300\)/ })).toBeVisible();
      await top(page, 'À notifier');
      await expectNoFault(page, 'three hundred letters');
      await keep(page, '96a-lettres-300');
      await page.getByRole('tab', { name: /^À envoyer de nouveau/ }).click();
      await expect(page.getByRole('row', { name: /d’après le procès-verbal initial/ })).toHaveCount(3);
      await page.getByLabel('Chercher un candidat').fill('fabrice fusain');
      await expect(page.getByRole('row', { name: /Fabrice Fusain/ })).toHaveCount(1);
      await page.getByLabel('Chercher un candidat').fill('');
      await page.getByRole('tab', { name: /^Tous/ }).click();
      await press(page, 'Page suivante');
      await page.emulateMedia({ colorScheme: 'dark' });
      await keep(page, '96-lettres-sombre');
      await expectNoFault(page, 'the letters in the dark');
    });
  } finally {
    await close();
  }
});
