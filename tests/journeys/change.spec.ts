import { expect, test, type Page } from '@playwright/test';
import { expectNoFault } from './keyboard.ts';
import { launchApp } from './launch.ts';
import { ask, keep, openRoom } from './room.ts';

const title = 'Jury de démonstration du 17 mars 2026';
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const stage = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Étapes de la session' }).getByText(name).first().click();

/** Goes to a candidate of the list, and past the change of room that may come before. */
const goTo = async (page: Page, name: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Candidats' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  const done = page.getByRole('button', { name: 'C’est fait, continuer' });
  await expect(done.or(page.getByRole('heading', { level: 1, name }))).toBeVisible();
  if (await done.isVisible()) await done.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

const submit = async (page: Page, verb: string | RegExp): Promise<void> => {
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: verb }).last().click();
  await expect(form).toBeHidden();
};

test('the jury changes during the session: a late member, a recusal, a decision taken again, an equivalence withdrawn', async () => {
  test.setTimeout(240_000);
  const { page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await press(page, /^Découvrir avec la session de démonstration/);
    await expect(page.getByText(title).first()).toBeVisible({ timeout: 30_000 });
    const { sessionId, member, sealOpinions, playRound } = await openRoom(page, ['S1']);
    await page.getByText(title).first().click();

    await test.step('a substitute who comes late is named, and says who must declare before sitting', async () => {
      await stage(page, 'Ouvrir');
      await expect(page.getByRole('button', { name: /pour présider$/ })).toHaveCount(0);
      await expect(page.getByRole('button', { name: /^Remplacer le président/ })).toHaveCount(0);
      await press(page, /^Noter le départ de Mme Rosalie Factice/);
      await press(page, /^Désigner Mme Camille Figurant pour remplacer la présidence/);
      await expect(page.getByRole('row', { name: /Mme Camille Figurant/ }).first()).toContainText('Remplaçante');
      await press(page, /^Noter l’arrivée de Mme Rosalie Factice/);
      await press(page, /^Noter l’arrivée de M\. Basile Doublure/);
      await expect(page.getByText('M. Basile Doublure est là mais ne siège pas encore')).toBeVisible();
      await press(page, 'Faire siéger');
      await expect(page.getByText('C’est noté. M. Basile Doublure siégera dès sa déclaration de liens.')).toBeVisible();
      await expect(page.getByText('M. Basile Doublure doit déclarer ses liens.').first()).toBeVisible();
      await expectNoFault(page, 'a late member');
      await keep(page, '50-arrivee-tardive');
      await stage(page, 'Délibérer');
      await goTo(page, 'Tiago Fictif');
      await expect(page.getByText('M. Doublure est là, et doit déclarer ses liens pour siéger'.replace('M. ', 'M.\u00a0'))).toBeVisible();
      await keep(page, '51-declaration-manquante');
      await press(page, 'Faire déclarer ses liens');
      await press(page, /^Déclarer les liens de M\. Basile Doublure/);
      await page.getByLabel('Votre code personnel').fill(member('S1').pin);
      await submit(page, 'Déclarer');
      await expect(page.getByText('ne siège pas encore')).toHaveCount(0);
      await expect(page.getByRole('row', { name: /Tiago Fictif/ })).toContainText('M. Basile Doublure');
      await expect(page.getByRole('row', { name: /Tiago Fictif/ })).toContainText('Conforme');
    });

    await test.step('a member steps aside after a decision: the room changes, and closing asks for that decision again', async () => {
      const place = await playRound('D-01', ['validate', 'validate', 'validate']);
      await ask(page, 'decision.record', { ...place, decision: { outcome: 'validated', reason: '', recommendation: '', competencies: [] } });
      await stage(page, 'Délibérer');
      await goTo(page, 'Inès Imaginaire');
      await press(page, /^Déport d’un membre/);
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Noter le déport' }).click();
      await expect(form.getByText('Choisissez le membre qui se déporte.')).toBeVisible();
      await form.getByText('Mme\u00a0Factice', { exact: true }).click();
      await form.getByLabel('Motif').fill('Une relation commune, découverte à l’instant.');
      await form.getByRole('checkbox').check();
      await expectNoFault(page, 'stepping aside');
      await keep(page, '52-deport');
      await submit(page, 'Noter le déport');
      await expect(page.getByRole('heading', { name: /Factice doit sortir de la salle/ })).toBeVisible();
      await press(page, 'C’est fait, continuer');
      await page.getByRole('button', { name: /^BC01/ }).click();
      await expect(page.getByText('Depuis cette décision, Mme\u00a0Factice a quitté le jury de ce candidat')).toBeVisible();
      await stage(page, 'Relire');
      await expect(page.getByText('Mme\u00a0Factice a quitté depuis le jury de ce candidat')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Clore la délibération' })).toBeDisabled();
      await expectNoFault(page, 'a decision to take again');
      await keep(page, '53-relire-a-reprendre');
    });

    await test.step('the decision is taken again by the jury that sits: reopened, another round, decided', async () => {
      await stage(page, 'Ouvrir');
      await press(page, 'Faire siéger');
      await expect(page.getByRole('row', { name: /Inès Imaginaire/ })).toContainText('Conforme');
      await stage(page, 'Relire');
      await press(page, 'Reprendre la décision sur Inès Imaginaire');
      await expect(page.getByRole('heading', { name: /^BC01/ })).toBeVisible();
      await press(page, 'Rouvrir');
      const form = page.getByRole('dialog');
      await form.getByLabel('Motif de la réouverture').fill('Un membre s’est déporté depuis.');
      await form.getByLabel(/^Code personnel de M\..Personnage/).fill(member('J2').pin);
      await submit(page, 'Rouvrir');
      await expect(page.getByText(/Le jury a changé depuis ce tour.*Doublure siège et n’y a pas donné d’avis/)).toBeVisible();
      await expect(page.getByRole('button', { name: /^Enregistrer la décision/ })).toHaveCount(0);
      await expectNoFault(page, 'a jury that changed');
      await keep(page, '54-jury-change');
      await press(page, 'Deuxième tour');
      await submit(page, 'Ouvrir le tour');
      await expect(page.getByText('0/3 enregistrés')).toBeVisible();
      const place = await playRound('D-01', ['validate', 'validate', 'refuse']);
      await ask(page, 'decision.record', { ...place, decision: { outcome: 'validated', reason: '', recommendation: '', competencies: [] } });
      await stage(page, 'Relire');
      await expect(page.getByText('Décisions à reprendre')).toHaveCount(0);
    });

    await test.step('the member comes back on the recusal, with a reason and the member’s own code', async () => {
      await stage(page, 'Ouvrir');
      await press(page, 'Revenir sur ce déport, Mme Rosalie Factice, Inès Imaginaire');
      const form = page.getByRole('dialog');
      await form.getByLabel('Motif du retrait').fill('Il s’agissait d’une autre personne.');
      await form.getByLabel('Code personnel de Mme Rosalie Factice').fill(member('J3').pin);
      await expectNoFault(page, 'a recusal withdrawn');
      await submit(page, 'Revenir sur ce déport');
      await expect(page.getByRole('row', { name: /Inès Imaginaire/ })).toContainText('Mme Rosalie Factice');
      await expect(page.getByRole('button', { name: /Revenir sur ce déport.*Inès Imaginaire/ })).toHaveCount(0);
    });

    await test.step('a jury that changes after a first sealed opinion never reveals that round, and holds another', async () => {
      const { candidateId } = await sealOpinions('D-02', ['refuse', 'refuse']);
      await ask(page, 'room.recuse', { sessionId, candidateId, jurorId: member('J3').id, reason: 'Un lien découvert pendant l’examen.' });
      await ask(page, 'room.substitute', { sessionId, candidateIds: [candidateId], replaced: member('J3').id, substitute: member('S1').id });
      await stage(page, 'Délibérer');
      await goTo(page, 'Youssef Essai');
      await expect(page.getByText('il ne sera pas révélé')).toBeVisible();
      await expect(page.getByRole('button', { name: /^(Révéler|Donner|Passer l’ordinateur)/ })).toHaveCount(0);
      await expectNoFault(page, 'a round lost');
      await keep(page, '59-tour-perdu');
      await press(page, 'Deuxième tour');
      await submit(page, 'Ouvrir le tour');
      await expect(page.getByText('0/3 enregistrés')).toBeVisible();
    });

    await test.step('an equivalence of the session is withdrawn with its reason, one of the dossier is not', async () => {
      await stage(page, 'Délibérer');
      await goTo(page, 'Hugo Maquette');
      await page.getByRole('button', { name: /^BC01/ }).click();
      await expect(page.getByText(/équivalence de RNCP34979BC01/).last()).toBeVisible();
      await expect(page.getByRole('button', { name: 'Retirer cette équivalence' })).toHaveCount(0);
      await page.getByRole('button', { name: /^BC02/ }).click();
      await press(page, 'Équivalence');
      const form = page.getByRole('dialog');
      await form.getByLabel('Bloc ou certification d’origine').fill('RNCP34979BC02');
      await form.getByLabel('Référence de l’acte').fill('EQ-2026-001');
      await form.getByLabel(/^Date de l’acte/).fill('02/03/2026');
      await form.getByLabel('Autorité').fill('Commission fictive');
      await submit(page, 'Enregistrer l’équivalence');
      await expect(page.getByText(/équivalence de RNCP34979BC02, EQ-2026-001/).last()).toBeVisible();
      await keep(page, '55-equivalence');
      await press(page, 'Retirer cette équivalence');
      await page.getByRole('dialog').getByLabel('Motif du retrait').fill('Saisie sur le mauvais bloc.');
      await submit(page, 'Retirer cette équivalence');
      const { blocks } = await ask(page, 'sitting.candidate', {
        sessionId,
        candidateId: (await ask(page, 'candidate.list', { sessionId })).find((line) => line.number === 'D-09')!.id,
      });
      expect(blocks.map(({ state }) => state.kind)).toEqual(['brought', 'pending', 'pending']);
    });
  } finally {
    await close();
  }
});

test('where the regulations bind the jury to the count, what it gives is said first, and a count that gives nothing leads to a postponement', async () => {
  test.setTimeout(240_000);
  const { page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await press(page, /^Découvrir avec la session de démonstration/);
    await page.getByText(title).first().click({ timeout: 30_000 });
    await page
      .getByRole('navigation', { name: 'Parties de la préparation' })
      .getByRole('button', { name: /^Session/ })
      .click();
    await press(page, 'Modifier le règlement');
    const form = page.getByRole('dialog');
    await test.step('every rule is in the form; what changes suggests a version, and a version already used is refused beside it', async () => {
      await expect(form.getByLabel('Version')).toHaveValue('1.1');
      await form.getByText('Majorité des avis', { exact: true }).click();
      await expect(form.getByLabel('Version')).toHaveValue('1.2');
      await form.getByText('Pas d’avis individuel', { exact: true }).click();
      await expect(form.getByText(/la décision est collégiale/)).toBeVisible();
      await expect(form.getByText('Portée des avis')).toHaveCount(0);
      await form.getByText('Individuels et scellés', { exact: true }).click();
      await expect(form.getByRole('radio', { name: /^Décision collégiale/ })).toBeChecked();
      await form.getByText('Majorité des avis', { exact: true }).click();
      await form.getByLabel('Partage des avis').selectOption('anotherRound');
      await form.getByLabel('Tours d’avis').selectOption('1');
      await form.getByLabel('Abstention').selectOption('allowed');
      await press(page, 'Niveaux 1 à 4');
      await expect(form.getByText(/un niveau que cette échelle n’a plus/)).toBeVisible();
      await press(page, 'Acquis, partiellement acquis, non acquis');
      await press(page, 'Descendre Acquis');
      await expect(form.getByRole('button', { name: 'Descendre Acquis' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(form.getByRole('button', { name: 'Monter Acquis' })).toBeFocused();
      await expectNoFault(page, 'the regulations');
      await form.getByLabel('Version').fill('1.1');
      await press(page, 'Enregistrer le règlement');
      await expect(form.getByLabel('Version')).toBeFocused();
      await expect(form.getByText(/^La version 1\.1 de ce règlement existe déjà/)).toBeVisible();
      await keep(page, '56-reglement-version');
      await form.getByLabel('Version').fill('2.0');
      await submit(page, 'Enregistrer le règlement');
      await expect(page.getByText('Règlement type de jury, 2.0')).toBeVisible();
      await expect(page.getByText('Partiellement acquis · Non acquis · Acquis')).toBeVisible();
    });
    const { playRound } = await openRoom(page);
    await playRound('D-01', ['validate', 'refuse', 'validate']);
    await playRound('D-02', ['validate', 'refuse', 'abstain']);
    await playRound('D-07', ['abstain', 'abstain', 'abstain']);
    await press(page, /^Délibéré/);
    await page.getByText(title).first().click();

    await test.step('a decision that differs from the count is refused beside the choice, by the name of the rule', async () => {
      await goTo(page, 'Inès Imaginaire');
      await expect(page.getByText('Règle de majorité\u00a0: le bloc est validé.')).toBeVisible();
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
      await page.getByText('Bloc non validé', { exact: true }).click();
      await page.getByRole('checkbox').first().check();
      await page.getByLabel('Motif du refus').fill('Le besoin n’est pas établi.');
      await page.getByLabel('Recommandation au candidat').fill('Reprendre les entretiens.');
      await press(page, /^Enregistrer la décision/);
      await expect(page.getByRole('radiogroup').getByText(/\(règle de majorité\)/)).toBeVisible();
      await expectNoFault(page, 'a decision that differs');
      await keep(page, '57-difference');
      await page.getByText('Bloc validé', { exact: true }).click();
      await expect(page.getByText(/\(règle de majorité\)/)).toHaveCount(0);
    });
    await test.step('the last round gives nothing: no decision is offered, the postponement is', async () => {
      for (const [name, words] of [
        ['Youssef Essai', '1 pour valider, 1 contre, 1 abstention'],
        ['Paul Gabarit', '3 abstentions'],
      ] as const) {
        await goTo(page, name);
        await expect(page.getByText(words)).toBeVisible();
        await expect(page.getByText(/^Le dernier tour prévu par le règlement/)).toBeVisible();
        await expect(page.getByRole('radio')).toHaveCount(0);
        await expect(page.getByRole('button', { name: /tour$/ })).toHaveCount(0);
      }
      await expectNoFault(page, 'a count that gives nothing');
      await keep(page, '58-sans-issue');
      await page.getByRole('region', { name: 'Bloc à décider' }).getByRole('button', { name: 'Reporter la décision' }).click();
      await expect(page.getByRole('dialog', { name: 'Reporter la décision sur Paul Gabarit' })).toBeVisible();
    });
  } finally {
    await close();
  }
});
