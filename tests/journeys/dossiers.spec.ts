import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeZip } from '../fixtures/hostile/raw.ts';
import { givenWords } from '../../words/given.ts';
import { intakeWords } from '../../words/intake.ts';
import { ask } from './bridge.ts';
import { dropOn } from './drop.ts';
import { expectFocus, expectNoFault, pressOn } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep } from './room.ts';

test('a zip of dossiers: the doubtful decided, the rest matched by itself; a hostile one refused in words', async () => {
  test.setTimeout(240_000);
  const place = mkdtempSync(join(tmpdir(), 'delibere-zip-'));
  const [hostile, honest] = [join(place, 'piege.zip'), join(place, 'dossiers.zip')];
  writeFileSync(
    hostile,
    writeZip([
      { name: 'Essai Youssef/cv.txt', content: 'CV' },
      { name: '../../rapport.txt', content: 'x' },
    ]),
  );
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await page.getByRole('button', { name: 'Découvrir avec la session de démonstration' }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    const [session] = await ask(page, 'session.list', {});
    if (!session) throw new Error('the demonstration has a session');
    const sessionId = session.id;
    const lines = await ask(page, 'candidate.list', { sessionId });
    const [one, two, three] = lines;
    if (!one || !two || !three) throw new Error('the demonstration has candidates');
    const named = ({ familyName, givenName }: typeof one): string => `${familyName} ${givenName}`;
    writeFileSync(
      honest,
      writeZip([
        { name: `${named(one)}/Rapport P1.txt`, content: 'Un rapport.', method: 8 },
        { name: `${named(one)}/Support de soutenance.txt`, content: 'Un support.' },
        { name: `${two.number} - CV.txt`, content: 'Un CV.' },
        { name: `${named(two)}/Projet 2/Livrable.txt`, content: 'Un livrable.' },
        { name: `${three.familyName} attestation employeur.txt`, content: 'Une attestation.' },
        { name: 'divers/plan d’accès.txt', content: 'Un plan.' },
        { name: '__MACOSX/._x', content: 'x' },
      ]),
    );
    const had = (await ask(page, 'dossier.get', { sessionId, candidateId: three.id })).pieces.length;
    await page
      .getByRole('button', { name: /Jury de démonstration du 17 mars 2026/ })
      .first()
      .click();
    await page
      .getByRole('navigation', { name: 'Parties de la préparation' })
      .getByRole('button', { name: /^Dossiers/ })
      .click();
    await page.getByRole('button', { name: 'Importer des dossiers…' }).click();
    await expectNoFault(page, 'choosing what to import');
    await keep(page, '60-import-choisir');

    await test.step('a hostile zip is refused whole, with its reason', async () => {
      await dropOn(page, intakeWords.place, [hostile], () => expect(page.getByText(givenWords.release)).toBeVisible());
      await expect(page.getByRole('alert')).toContainText('ce nom sort du dossier');
      await expect(page.getByRole('alert')).toContainText('Rien n’a été copié');
      await expectNoFault(page, 'a hostile zip refused');
      await keep(page, '61-import-refus');
    });

    await test.step('the plan asks only what the names do not tell', async () => {
      await answerDialogs(app, { open: [honest] });
      await pressOn(page, /^button "Choisir une archive ZIP…"/);
      await expect(page.getByRole('heading', { name: 'À décider (2)' })).toBeVisible();
      await expectNoFault(page, 'the plan');
      await keep(page, '62-import-plan');
      await page.getByLabel(/^Candidat pour .*attestation employeur/).selectOption(three.id);
      await expect(page.getByRole('heading', { name: 'À décider (1)' })).toBeVisible();
      await page.getByLabel('Choisir divers/plan d’accès.txt').check();
      await keep(page, '63-import-plusieurs');
      await page.getByRole('group', { name: '1 fichier choisi' }).getByRole('button', { name: 'Laisser de côté' }).click();
      await expect(page.getByText('Chaque fichier a une réponse.')).toBeVisible();
      await page
        .locator('summary', { hasText: named(one).split(' ')[0] ?? '' })
        .first()
        .click();
      await expect(page.getByLabel(/^Nature de .*Support de soutenance/)).toHaveValue('support');
      await expectNoFault(page, 'the plan decided');
      await keep(page, '64-import-decide');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await keep(page, '65-import-1280');
    });

    await test.step('what was decided is copied, and is there', async () => {
      await pressOn(page, /^button "Copier 5 fichiers"/);
      await expect(page.getByText('5 fichiers copiés et chiffrés')).toBeVisible();
      await expectNoFault(page, 'copied');
      await keep(page, '66-import-fini');
      const { pieces } = await ask(page, 'dossier.get', { sessionId, candidateId: three.id });
      expect(pieces.slice(had).map((piece) => [piece.fileName, piece.kind])).toEqual([[`${three.familyName} attestation employeur.txt`, 'attestation']]);
    });

    await test.step('what the fiche asks at entry is checked with its proof, and is said so', async () => {
      await page.getByRole('button', { name: 'Revenir aux dossiers' }).first().click();
      await page.getByLabel('Candidat', { exact: true }).selectOption(three.id);
      await page.getByRole('tab', { name: 'Pièces exigées' }).click();
      await expectNoFault(page, 'the required pieces');
      await keep(page, '67-pieces-exigees');
      await page.getByRole('button', { name: 'Modifier Base de l’admission' }).click();
      await page.getByLabel('Admis sur la base de').selectOption('level5');
      await page.getByLabel('Autre justificatif').fill('Copie du BTS');
      await page.getByLabel('Pièce du dossier').selectOption({ label: `${three.familyName} attestation employeur` });
      await expectNoFault(page, 'the form of one requirement');
      await keep(page, '68-piece-exigee');
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await expectFocus(page, /^button "Modifier Base de l’admission"/);
      await expect(page.getByRole('heading', { name: 'Deux ans d’expérience professionnelle' })).toBeVisible();
      await expect(
        page.getByText(`Certification de niveau 5 et deux ans d’expérience · ${three.familyName} attestation employeur · Copie du BTS`),
      ).toBeVisible();
      await expect(page.getByRole('button', { name: `Consulter ${three.familyName} attestation employeur` })).toBeVisible();
      await expectNoFault(page, 'a requirement met');
      await keep(page, '69-piece-exigee-dite');
    });
  } finally {
    await close();
    rmSync(place, { recursive: true, force: true });
  }
});
