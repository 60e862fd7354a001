import { expect, test, type Page } from '@playwright/test';
import { expectFocus, expectFocusHeld, expectNoFault, pressOn, tabTo } from './keyboard.ts';
import { launchApp } from './launch.ts';
import { keep, openRoom } from './room.ts';

type Opinion = 'Valider' | 'Ne pas valider';
type Turn = { readonly name: RegExp; readonly pin: string; readonly opinion: Opinion };

/** One member's turn from the pass screen, whose code already has the focus, to the next screen. */
const takeTurn = async (page: Page, { name, pin, opinion }: Turn): Promise<void> => {
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expectFocus(page, /^textbox "Votre code personnel"/);
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await expectFocus(page, /^heading "Votre avis/);
  await tabTo(page, /^radio/);
  await page.keyboard.press('Space');
  if (opinion === 'Ne pas valider') await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: opinion, exact: false }).and(page.locator(':checked'))).toBeVisible();
  await page.keyboard.press('Control+Enter');
};

const takeTurns = async (page: Page, turns: readonly Turn[]): Promise<void> => {
  for (const turn of turns) await takeTurn(page, turn);
};

test('a jury deliberates by the keyboard alone, and the focus is never lost', async () => {
  test.setTimeout(240_000);
  const { page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await pressOn(page, /^button "Découvrir avec la session de démonstration"/);
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    await expectFocusHeld(page);
    const { scenario, member } = await openRoom(page);
    const seats = (['J1', 'J2', 'J3'] as const).map((key) => ({
      name: new RegExp(`^Passez l’ordinateur à .*${member(key).fields.familyName}`),
      pin: member(key).pin,
    }));
    const turns = (opinions: readonly Opinion[]): Turn[] => seats.map((seat, rank) => ({ ...seat, opinion: opinions[rank] ?? 'Valider' }));
    const status = page.getByRole('status');

    await test.step('the session is reached, and the first candidate is here', async () => {
      await pressOn(page, /^button ".*Jury de démonstration du 17 mars 2026/);
      await expectFocusHeld(page);
      await pressOn(page, /^button "Délibérer/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoFault(page, 'arriving');
      await pressOn(page, /^button "Noter la présence"/);
      await expectFocus(page, /^button "Passer l’ordinateur à/);
      await expectNoFault(page, 'before the opinions');
    });

    await test.step('three turns, each with its own code', async () => {
      await page.keyboard.press('Enter');
      await expectFocus(page, /^textbox "Votre code personnel"/);
      await expectNoFault(page, 'passing the laptop');
      await keep(page, '40-clavier-passer');
      await takeTurns(page, turns(['Valider', 'Ne pas valider', 'Valider']));
      await expect(page.getByText('3/3 enregistrés')).toBeVisible();
      // Nothing of the three opinions shows, not in the seats, not in the title of the window, not in what is read aloud.
      await expect(page.getByRole('list', { name: 'Avis individuels' })).not.toContainText(/valider/i);
      expect(await page.title()).toBe('Délibéré');
      for (const region of await status.all()) await expect(region).not.toContainText(/valider|contre/i);
      await expectFocus(page, /^button "Révéler les avis"/);
      await expectNoFault(page, 'sealed');
    });

    await test.step('the reveal takes the focus to what the three opinions give, and says it', async () => {
      await page.keyboard.press('Enter');
      await expectFocus(page, /Avis divergents/);
      await expect(page.getByText('2 pour valider, 1 contre')).toBeVisible();
      await expect(status.filter({ hasText: /^Avis révélés/ })).toContainText(
        'Mme Figurant, valider ; M. Personnage, ne pas valider ; Mme Factice, valider.'
          .replace(/ ;/g, '\u202f;')
          .replaceAll('Mme ', 'Mme\u00a0')
          .replaceAll('M. ', 'M.\u00a0'),
      );
      await expectNoFault(page, 'revealed');
      await keep(page, '41-clavier-reveles');
    });

    await test.step('another round is opened with its reason, and the three give their opinions again', async () => {
      await pressOn(page, /^button "Deuxième tour"/);
      await expectFocus(page, /^textbox "Motif/);
      await page.keyboard.type('Le plan de tests a été relu ensemble.');
      await expectNoFault(page, 'asking for another round');
      await pressOn(page, /^button "Ouvrir le tour"/);
      await expectFocus(page, /^button "Passer l’ordinateur à/);
      await page.keyboard.press('Enter');
      await takeTurns(page, turns(['Ne pas valider', 'Ne pas valider', 'Valider']));
      await expectFocus(page, /^button "Révéler les avis"/);
      await page.keyboard.press('r');
      await expectFocus(page, /Avis divergents/);
      await expect(page.getByText('1 pour valider, 2 contre')).toBeVisible();
    });

    await test.step('the refusal cites its competencies, recommends, and the consequence is read before it is recorded', async () => {
      await tabTo(page, /^radio "Bloc validé"/);
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+Enter');
      await expectFocus(page, /^(checkbox|textbox)/);
      await tabTo(page, /^checkbox "C1/);
      await page.keyboard.press('Space');
      await tabTo(page, /^checkbox "C4/);
      await page.keyboard.press('Space');
      await tabTo(page, /^textbox "Motif du refus"/);
      await page.keyboard.type('Le besoin des utilisateurs n’est pas établi.');
      await tabTo(page, /^textbox "Recommandation au candidat"/);
      await page.keyboard.type('Reprendre les entretiens avec le public.');
      await expect(page.getByText('Si ce bloc n’est pas validé')).toBeVisible();
      await expectNoFault(page, 'writing a refusal');
      await keep(page, '42-clavier-refus');
      await page.keyboard.press('Control+Enter');
      await expectFocus(page, /Non validé/);
      await expect(page.getByText(/C1, C4/).first()).toBeVisible();
      await expect(page.getByText(/BC02, BC03 à décider/).last()).toBeVisible();
      await expectNoFault(page, 'decided');
    });

    await test.step('the decision is reopened with the code of the member who presides for this candidate, then the block is validated', async () => {
      await pressOn(page, /^button "Rouvrir"/);
      await expectFocus(page, /^textbox "Motif de la réouverture"/);
      await expect(page.getByRole('dialog')).toContainText('Personnage, qui préside pour ce candidat');
      await page.keyboard.type('Une pièce déposée n’avait pas été lue.');
      await tabTo(page, /^textbox "Code personnel de M\..*Personnage"/);
      await page.keyboard.type(member(scenario.president).pin);
      await expectNoFault(page, 'reopening');
      await keep(page, '43-clavier-rouvrir');
      await page.keyboard.press('Enter');
      await expectFocus(page, /^button "Enregistrer la décision/);
      // Going back into an unanswered choice lands on its last card.
      await tabTo(page, /^radio "Bloc non validé"/, 'Shift+Tab');
      await page.keyboard.press('ArrowUp');
      await expect(page.getByText('Si ce bloc est validé')).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expectFocus(page, /Validé/);
      await pressOn(page, /Décisions remplacées/);
      await expect(page.getByText(/rouvert à .* par M\..*Personnage/)).toBeVisible();
      await expectNoFault(page, 'decided again');
      await keep(page, '44-clavier-decide');
    });

    await test.step('the matrix comes and goes by its key', async () => {
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog', { name: 'Candidats et blocs' })).toBeVisible();
      await expectNoFault(page, 'matrix');
      await keep(page, '45-clavier-matrice');
      await tabTo(page, /^button ".*BC01/);
      await page.keyboard.press('Control+End');
      await page.keyboard.press('ArrowLeft');
      await expectFocus(page, /^button ".*BC03/);
      await page.keyboard.press('Home');
      await expectFocus(page, /^rowheader/);
      // The table is one stop: Tab goes round the dialog, and comes back to the cell that one left.
      await page.keyboard.press('Tab');
      await expectFocus(page, /^button "Fermer"/);
      await page.keyboard.press('Tab');
      await expectFocus(page, /^rowheader/);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expectFocusHeld(page);
    });

    await test.step('the decision is postponed, then the postponement lifted', async () => {
      await pressOn(page, /^button "Reporter la décision"/);
      await tabTo(page, /^radio "Une pièce/);
      await page.keyboard.press('Space');
      await tabTo(page, /^textbox "Explication/);
      await page.keyboard.type('Une attestation est attendue.');
      await expectNoFault(page, 'postponing');
      await pressOn(page, /^button "Reporter la décision"/);
      await expectFocus(page, /^button "Candidat suivant/);
      await expect(page.getByText('Décision reportée').first()).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('heading', { name: /^BC02/ })).toBeVisible();
      await expectNoFault(page, 'postponed');
      await keep(page, '46-clavier-reporte');
      await pressOn(page, /^button "Lever le report"/);
      await expectFocus(page, /^textbox "Motif/);
      await page.keyboard.type('L’attestation est arrivée.');
      await pressOn(page, /^button "Lever le report"/);
      await expectFocus(page, /^button "Passer l’ordinateur à/);
      await expectNoFault(page, 'lifted');
    });
  } finally {
    await close();
  }
});
