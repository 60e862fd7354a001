import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readArchiveMembers, verifyFile } from '../../documents/archive/verify-file.ts';
import { openWorking } from '../../documents/working/envelope.ts';
import { readJournal } from '../../documents/working/journal.ts';
import { record as recordSchema } from '../../domain/minute.ts';
import { replayRecord } from '../../domain/replay.ts';
import { replayWorking } from '../../domain/replay-working.ts';
import { createSpace } from './creation.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep } from './room.ts';

const people = [
  { givenName: 'Camille', familyName: 'Maquette', membership: 'Interne', pin: '1111' },
  { givenName: 'Octave', familyName: 'Illustration', membership: 'Externe', pin: '2222' },
  { givenName: 'Rosalie', familyName: 'Démonstration', membership: 'Externe', pin: '3333' },
] as const;
const leadPin = '9999';
const phrase = 'une phrase pour la partie de travail';

const press = (place: Page | Locator, name: string | RegExp): Promise<void> => place.getByRole('button', { name }).first().click();
const fill = (place: Page | Locator, label: string | RegExp, value: string): Promise<void> => place.getByLabel(label).first().fill(value);

const stage = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Étapes de la session' }).getByText(name).first().click();
const prepare = (page: Page, section: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Parties de la préparation' })
    .getByRole('button', { name: new RegExp(`^${section}`) })
    .click();

const choosePin = async (page: Page, pin: string): Promise<void> => {
  const form = page.getByRole('dialog');
  await fill(form, 'Nouveau code personnel', pin);
  await fill(form, 'Le même code, une seconde fois', pin);
  await press(form, 'Choisir ce code');
  await expect(form).toBeHidden();
};

/** Each member in turn takes the laptop, types the PIN and records an opinion; nothing of the others shows meanwhile. */
const giveOpinions = async (page: Page, values: readonly string[], block: string): Promise<void> => {
  await press(page, /^Donner son avis/);
  for (const [index, person] of people.entries()) {
    await expect(page.getByRole('heading', { name: new RegExp(`^Passez l’ordinateur à .*${person.familyName}`) })).toBeVisible();
    if (index === 1) await keep(page, `11-passer-${block}`);
    await fill(page, 'Votre code personnel', person.pin);
    await press(page, 'Commencer');
    await page.getByText(values[index] ?? '', { exact: true }).click();
    if (index === 1) await keep(page, `11-tour-${block}`);
    await press(page, /^Enregistrer mon avis/);
  }
  await expect(page.getByText('3/3 enregistrés')).toBeVisible();
};

const sign = async (page: Page, pin: string, how: 'drawn' | 'typed'): Promise<void> => {
  const form = page.getByRole('dialog');
  await form.getByText(/^Je suis/).click();
  if (how === 'typed') {
    await form.getByText('Écrire son nom', { exact: true }).click();
    await form.getByLabel(/Votre nom, tel qu/).fill('Signature Fictive');
  } else {
    const box = await form.locator('canvas').boundingBox();
    if (!box) throw new Error('no place to draw');
    await page.mouse.move(box.x + 30, box.y + 40);
    await page.mouse.down();
    for (const step of [1, 2, 3, 4, 5]) await page.mouse.move(box.x + 30 + step * 25, box.y + 40 + (step % 2) * 30, { steps: 4 });
    await page.mouse.up();
    await keep(page, '19-signer');
  }
  await fill(form, 'Votre code personnel', pin);
  await form.getByRole('button', { name: /^(Signer|Sceller le procès-verbal)$/ }).click();
  await expect(form).toBeHidden();
};

test('a jury prepares, opens, deliberates, signs and archives a session in the window', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-day-'));
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  try {
    await test.step('the store is created', async () => {
      await keep(page, '01-creer');
      await createSpace({ app, page }, 'une phrase de passe assez longue', join(folder, 'fiche.pdf'));
      await expect(page.getByText('Aucune session pour l’instant')).toBeVisible();
      await keep(page, '02-accueil');
    });
    await test.step('the session is created', async () => {
      await press(page, 'Nouvelle session');
      await fill(page, 'Numéro du procès-verbal', '2026-021');
      await fill(page, 'Intitulé', 'Jury de printemps');
      await fill(page, /Date de la session/, '17/03/2026');
      await fill(page, 'Lieu', 'Salle des Essais');
      await fill(page, 'Prénom du responsable pédagogique', 'Camille');
      await fill(page, /^Nom du responsable pédagogique/, 'Maquette');
      await fill(page, 'Qualité du responsable', 'Responsable pédagogique');
      await keep(page, '03-nouvelle-session');
      await press(page, 'Créer la session');
      await expect(page.getByText('2026-021').first()).toBeVisible();
      await keep(page, '04-preparer');
    });
    await test.step('the jury is entered', async () => {
      await prepare(page, 'Jury');
      for (const person of people) {
        await press(page, 'Ajouter un membre');
        const form = page.getByRole('dialog');
        await fill(form, 'Prénom', person.givenName);
        await form.getByLabel('Nom', { exact: true }).fill(person.familyName);
        await fill(form, 'Qualité', 'Membre du jury');
        await fill(form, 'Employeur', 'Organisme fictif');
        await form.getByText(person.membership, { exact: true }).click();
        if (person.membership === 'Interne') await form.getByText('Responsable pédagogique de la filière').click();
        await press(form, 'Enregistrer');
        await expect(form).toBeHidden();
      }
      await keep(page, '05-jury');
    });
    await test.step('candidates come from a CSV file, refused as a whole until it is right', async () => {
      await prepare(page, 'Candidats');
      const header = 'numero;nom;prenom;naissance;voie;entree;blocs;acquis\n';
      const file = join(folder, 'candidats.csv');
      writeFileSync(
        file,
        `${header}E-01;Imaginaire;Inès;31/02/1999;FC;02/09/2024;BC02+BC03;BC01:PV 2025-007:2025-03-12\nE-02;Fictif;Tiago;05/02/1998;CL;02/09/2024;tous;\n`,
      );
      await answerDialogs(app, { open: [file] });
      await press(page, /Importer une liste/);
      await press(page.getByRole('dialog'), 'Choisir le fichier…');
      await expect(page.getByText('31/02/1999').first()).toBeVisible();
      await keep(page, '06-import-refuse');
      writeFileSync(
        file,
        `${header}E-01;Imaginaire;Inès;28/02/1999;FC;02/09/2024;BC02+BC03;BC01:PV 2025-007:2025-03-12\nE-02;Fictif;Tiago;05/02/1998;CA;02/09/2024;tous;\n`,
      );
      await press(page, /Choisir le fichier corrigé/);
      await expect(page.getByText(/^Aucune erreur/)).toBeVisible();
      await keep(page, '07-import-pret');
      await press(page, /^Importer 2/);
      await press(page.getByRole('dialog'), 'Fermer');
      await expect(page.getByText('Imaginaire').first()).toBeVisible();
      await keep(page, '08-candidats');
    });
    await test.step('what is missing is named, and the contradiction of the fiche acknowledged', async () => {
      await prepare(page, 'Ce qui manque');
      await expect(page.getByText('Une contradiction de la fiche n’est pas reconnue.')).toBeVisible();
      await keep(page, '09-ce-qui-manque');
      await prepare(page, 'Session');
      await fill(page, 'Ce qui est retenu, et pourquoi', 'Les trois blocs listés font foi.');
      await press(page, 'Reconnaître cette contradiction');
      await expect(page.getByText(/Reconnue le/).first()).toBeVisible();
      await press(page, 'Modifier le règlement');
      const form = page.getByRole('dialog');
      await fill(form, /^Version/, '2.0');
      await fill(form, /^Voies de recours/, 'Recours sous deux mois auprès du certificateur.');
      await keep(page, '09-reglement');
      await press(form, 'Enregistrer le règlement');
      await expect(page.getByText('Recours sous deux mois auprès du certificateur.')).toBeVisible();
    });
    await test.step('the session is opened', async () => {
      await stage(page, 'Ouvrir');
      for (const person of people) {
        await press(page, new RegExp(`^Noter l’arrivée d.*${person.familyName}`));
        await press(page, new RegExp(`^Choisir le code personnel d.*${person.familyName}`));
        await choosePin(page, person.pin);
        await press(page, new RegExp(`^Déclarer les liens d.*${person.familyName}`));
        const form = page.getByRole('dialog');
        await fill(form, 'Votre code personnel', person.pin);
        await form.getByRole('button', { name: 'Déclarer', exact: true }).click();
        await expect(form).toBeHidden();
      }
      await press(page, /^Désigner .*Illustration pour présider/);
      await press(page, 'Choisir le code du responsable');
      await choosePin(page, leadPin);
      await keep(page, '10-ouvrir');
      await fill(page, 'Code personnel du responsable pédagogique', leadPin);
      await press(page, 'Ouvrir la session');
      await expect(page.getByText('Le jury attend ce candidat.')).toBeVisible();
    });
    await test.step('each member gives a sealed opinion, the three are revealed, the jury decides', async () => {
      await press(page, 'Noter la présence');
      await giveOpinions(page, ['Valider', 'Ne pas valider', 'Valider'], 'BC02');
      await keep(page, '12-avis-complets');
      await press(page, 'Révéler les avis');
      await expect(page.getByText('Avis divergents').first()).toBeVisible();
      await page.waitForTimeout(900);
      await keep(page, '13-reveles');
      await page.getByText('Bloc validé', { exact: true }).click();
      await page
        .getByLabel(/^Motif/)
        .first()
        .fill('Preuves suffisantes sur le plan de reprise.');
      await keep(page, '14-decision');
      await press(page, /^Enregistrer la décision/);
      await press(page, /^Passer à BC03/);
      await giveOpinions(page, ['Ne pas valider', 'Ne pas valider', 'Ne pas valider'], 'BC03');
      await press(page, 'Révéler les avis');
      await page.getByText('Bloc non validé', { exact: true }).click();
      await page.getByLabel(/^Motif du refus/).fill('Le budget n’est pas établi.');
      await page.getByLabel(/^Recommandation au candidat/).fill('Reprendre le chiffrage du projet.');
      await page.getByRole('checkbox').first().click({ force: true });
      await keep(page, '15-refus');
      await press(page, /^Enregistrer la décision/);
      await expect(page.getByText(/reste BC03/).first()).toBeVisible();
      await keep(page, '16-decide');
    });
    await test.step('the second candidate is absent, and the deliberation is closed', async () => {
      await press(page, /^Candidat suivant/);
      await press(page, /^Noter une absence/);
      const form = page.getByRole('dialog');
      await form.getByText('Absence', { exact: true }).click();
      await form.getByRole('button').last().click();
      await expect(form).toBeHidden();
      await stage(page, 'Relire');
      await keep(page, '17-relire');
      await press(page, 'Clore la délibération');
      const closing = page.getByRole('dialog');
      await fill(closing, 'Votre code personnel', leadPin);
      await closing.getByRole('button', { name: 'Clore la délibération' }).click();
      await expect(page.getByText('La délibération est close').first()).toBeVisible();
    });
    const minute = join(folder, 'minute.pdf');
    await test.step('each member signs the same bytes, then the lead seals them', async () => {
      await stage(page, 'Signer');
      await press(page, 'Afficher le procès-verbal provisoire');
      await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
      await keep(page, '18-provisoire');
      await press(page, 'Établir le procès-verbal à signer');
      for (const [index, person] of people.entries()) {
        await press(page, new RegExp(`^Signer, .*${person.familyName}`));
        await sign(page, person.pin, index === 0 ? 'drawn' : 'typed');
      }
      await press(page, /^Sceller le procès-verbal/);
      await sign(page, leadPin, 'typed');
      await expect(page.getByText('Procès-verbal scellé').first()).toBeVisible();
      await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
      await keep(page, '20-scelle');
      await answerDialogs(app, { save: minute });
      await press(page, /^Enregistrer le PDF/);
      await expect(page.getByText(/^Enregistré.*\.pdf/)).toBeVisible();
    });
    await test.step('the archive is written, and each file verifies by itself', async () => {
      const archive = join(folder, 'archive.zip');
      await stage(page, 'Archiver');
      await answerDialogs(app, { save: archive });
      await press(page, /^Écrire l’archive/);
      await expect(page.getByText('Intact, et d’origine établie').first()).toBeVisible();
      await keep(page, '21-archive');
      expect((await verifyFile(readFileSync(archive), { name: 'archive.zip' })).level).toBe('whole');
      expect((await verifyFile(readFileSync(minute), { name: 'minute.pdf' })).faults).toEqual([]);
    });
    await test.step('the working part leaves the store encrypted, and proves each decision of the record', async () => {
      const file = join(folder, 'travail.json');
      await press(page, 'Enregistrer la partie de travail…');
      const form = page.getByRole('dialog');
      await fill(form, 'Phrase de passe de ce fichier', phrase);
      await fill(form, 'Répéter la phrase de passe', phrase);
      await fill(form, 'Code du responsable pédagogique', leadPin);
      await keep(page, '22-partie-de-travail');
      await answerDialogs(app, { save: file });
      await press(form, 'Chiffrer et enregistrer');
      await expect(page.getByText(/^Partie de travail enregistrée/)).toBeVisible();
      await keep(page, '23-partie-enregistree');
      const { record: text } = await readArchiveMembers(readFileSync(join(folder, 'archive.zip')));
      const record = recordSchema.parse(JSON.parse(Buffer.from(text).toString('utf8')));
      expect(replayRecord(record).differences).toEqual([]);
      const opened = openWorking(readFileSync(file, 'utf8'), phrase);
      if (!opened.ok) throw new Error(opened.error.code);
      const { acts, faults } = readJournal(opened.value, record);
      const { decisions, refused, sameActs } = replayWorking(record, acts);
      expect([faults, refused, sameActs, decisions.map(({ fault }) => fault)]).toEqual([[], [], true, decisions.map(() => null)]);
      expect(decisions.length).toBeGreaterThan(1);
    });
    await test.step('the store is locked, and what was done is there when it is unlocked', async () => {
      await press(page, /^Délibéré/);
      await expect(page.getByText('Archivée').first()).toBeVisible();
      await press(page, 'Verrouiller');
      await page.getByLabel('Phrase de passe', { exact: true }).fill('une phrase de passe assez longue');
      await press(page, 'Déverrouiller');
      await expect(page.getByText('Archivée').first()).toBeVisible();
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
