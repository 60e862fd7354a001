import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readScenario } from '../../requests/scenario.ts';
import { expectFocus, expectNoFault, pressOn } from './keyboard.ts';
import { launchApp } from './launch.ts';
import { ask, keep, openRoom } from './room.ts';

const scenario = readScenario(join(import.meta.dirname, '..', '..', 'dist', 'resources'));
const part = (page: Page, name: string) => page.getByRole('navigation', { name: 'Parties de la préparation' }).getByRole('button', { name }).click();
const stage = (page: Page, name: string) => page.getByRole('navigation', { name: 'Étapes de la session' }).getByText(name).first().click();

test('the day is put in order by the keyboard and printed; the officer sees that it holds; the timer and the review say no more than they may', async () => {
  test.setTimeout(240_000);
  const { page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click({ timeout: 30_000 });

    await test.step('the order moves by its arrows, and the focus goes along', async () => {
      await part(page, 'Déroulé');
      await expect(page.getByRole('textbox', { name: 'Nom' }).nth(2)).toHaveValue('Salle 103');
      await page.getByRole('button', { name: 'Ajouter une salle' }).click();
      await page.getByRole('button', { name: 'Répartir entre les salles' }).click();
      await expect(page.getByText(/Créneau.: 1.h 15.min/)).toBeVisible();
      await keep(page, '13-deroule');
      await pressOn(page, /^button "Reculer Inès Imaginaire"/);
      await expectFocus(page, /^button "Reculer Inès Imaginaire"/);
      await expect(page.getByRole('status').filter({ hasText: 'Inès Imaginaire, place 2' })).toHaveCount(1);
      await expectNoFault(page, 'the schedule');
      await keep(page, '14-deroule');
      await page.getByRole('button', { name: 'Enregistrer le déroulé' }).click();
      await expect(page.getByText('Le déroulé est enregistré.')).toBeVisible();
    });

    await test.step('its sheet is read before it is printed', async () => {
      await page.getByRole('button', { name: 'Voir la feuille de la porte' }).click();
      await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
      await expectNoFault(page, 'the sheet of the door');
      await keep(page, '15-feuille-porte');
      await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).first().click();
    });

    await test.step('the officer reads what applies, whether the slot holds, and who came to the records', async () => {
      await part(page, 'Aménagements');
      await page.getByLabel('Code personnel du référent handicap').fill(scenario.officer.pin);
      await page.keyboard.press('Enter');
      const card = page.getByRole('article', { name: 'Maÿlis Exemple' });
      await expect(card.getByText(/30.min prévues, 40.min appliquées/)).toBeVisible();
      await expect(card.getByText(/suffit/)).toBeVisible();
      await page.getByRole('button', { name: 'Voir le journal des accès' }).click();
      await expect(page.getByRole('row', { name: /Lecture de la fiche Maÿlis Exemple/ }).first()).toBeVisible();
      await expectNoFault(page, 'the officer’s records and log');
      await page.getByRole('button', { name: 'Modifier Maÿlis Exemple' }).click();
      await page.getByRole('dialog').getByText('Consentement retiré', { exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByText('La date manque.')).toBeVisible();
      await expectNoFault(page, 'a withdrawal without its date and proof');
      await keep(page, '17-retrait');
      await page.keyboard.press('Escape');
      await keep(page, '16-amenagements');
    });

    // Leaving the officer's room gives the laptop back: its page is replaced.
    await page.getByRole('button', { name: 'Candidats', exact: true }).click();
    await expect
      .poll(() =>
        page
          .evaluate(() => window.delibere.ask('session.list', {}))
          .then(
            ({ ok }) => ok,
            () => false,
          ),
      )
      .toBe(true);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const { sessionId, candidate } = await openRoom(page);
    await test.step('the timer counts down what applies, and says why it was interrupted', async () => {
      const candidateId = candidate('D-03');
      await ask(page, 'sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
      await page.reload();
      await page.getByRole('button', { name: /^Délibérer/ }).click();
      await page
        .getByRole('button', { name: /Maÿlis Exemple/ })
        .first()
        .click();
      await page.getByRole('tab', { name: 'Soutenance' }).click();
      await expect(page.getByText(/soutenance de 40.min au lieu de 30.min, pauses non décomptées/)).toBeVisible();
      await expect(page.getByRole('timer').first()).toHaveText('reste 00:40:00 sur 00:40:00');
      await page
        .getByRole('button', { name: /^Démarrer,/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^Suspendre,/ })
        .first()
        .click();
      await page.getByLabel(/Motif de l’interruption/).fill('Malaise, appel d’un médecin');
      await expect(page.getByText(/est-ce la santé ou le handicap/)).toBeVisible();
      await expectNoFault(page, 'the timer interrupted');
      await keep(page, '34-interruption');
      await page
        .getByRole('button', { name: /^Reprendre,/ })
        .first()
        .click();
      await expect(page.getByText(/^de .* · Malaise, appel d’un médecin$/)).toBeVisible();
    });

    await test.step('what may speak of health is asked about before closing', async () => {
      await ask(page, 'sitting.incident', { sessionId, text: 'Un candidat a évoqué son handicap ; rien d’autre.' });
      await stage(page, 'Relire');
      await page.getByRole('heading', { name: 'Textes à relire' }).scrollIntoViewIfNeeded();
      await expect(page.getByText('Un candidat a évoqué son handicap ; rien d’autre.').first()).toBeVisible();
      await page.getByText('Un candidat a évoqué son handicap ; rien d’autre.').first().scrollIntoViewIfNeeded();
      await expectNoFault(page, 'the review with texts to read again');
      await keep(page, '44-textes-a-relire');
    });
  } finally {
    await close();
  }
});
