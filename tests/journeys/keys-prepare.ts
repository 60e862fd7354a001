import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { blockXml, ficheXml, fluxXml } from '../fixtures/flux.ts';
import { codeOnSheet } from '../fixtures/recovery-sheet.ts';
import type { Hand } from './hand.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, type Launched } from './launch.ts';
import { keep } from './room.ts';

/** The three members of the jury of the day by keys, with the code that each one chooses. */
export const people = [
  { givenName: 'Camille', familyName: 'Maquette', pin: '1111' },
  { givenName: 'Octave', familyName: 'Illustration', pin: '2222' },
  { givenName: 'Rosalie', familyName: 'Démonstration', pin: '3333' },
] as const;
const passphrase = 'une phrase de passe assez longue';
const officerPin = '8888';

/** The files that a person has before the day: a fiche of two blocks, a list of two candidates, a piece of a dossier. */
export const layFiles = (folder: string) => {
  const blocks = [1, 2]
    .map((rank) => blockXml(`RNCP90001BC0${rank}`, `Bloc fictif ${rank}`, `• Veiller au feu ${rank}    • Tenir le journal ${rank}`))
    .join('');
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('fiches.xml'), fluxXml([ficheXml({ blocks })]));
  writeFileSync(
    at('candidats.csv'),
    'numero;nom;prenom;naissance;voie;entree;blocs;acquis\nE-01;Imaginaire;Inès;28/02/1999;FC;02/09/2024;tous;\nE-02;Fictif;Tiago;05/02/1998;CA;02/09/2024;tous;\n',
  );
  writeFileSync(at('attestation.txt'), 'Attestation fictive\n');
  return at;
};

/** The preparation by keys: the store, the fiche, the session, its jury, its candidates, a dossier, an arrangement, and what was missing. */
export const prepareByKeys = async (
  { app, page }: Pick<Launched, 'app' | 'page'>,
  { press, write, take, awaits, key, type, to }: Hand,
  at: (name: string) => string,
): Promise<void> => {
  const gone = (): Promise<void> => expect(page.getByRole('dialog')).toBeHidden();
  await test.step('the store is created, and its recovery key kept', async () => {
    await awaits(/^textbox "Phrase de passe"/);
    await type(passphrase);
    await write(/^textbox "Phrase de passe, une seconde fois"/, passphrase);
    await key('Enter');
    await awaits(/^button "Enregistrer la fiche à imprimer…"/);
    await answerDialogs(app, { save: at('fiche.pdf') });
    await key('Enter');
    await expect(page.getByText(/^Fiche enregistrée/)).toBeVisible();
    await to(/deux derniers groupes/, 'Shift+Tab');
    await type((await codeOnSheet(readFileSync(at('fiche.pdf')))).slice(20));
    await key('Enter');
    await gone();
    await awaits(/^main/);
  });

  await test.step('the fiche is imported, read and confirmed', async () => {
    await press(/^button "Certifications"/);
    await press(/^button "Importer une fiche…"/);
    await answerDialogs(app, { open: [at('fiches.xml')] });
    await press(/^button "Choisir le fichier…"/);
    await awaits(/^textbox "Chercher par code/);
    await press(/^button "Ouvrir RNCP90001"/);
    await expectNoFault(page, 'the fiche');
    await press(/^button "Confirmer et ajouter à la liste"/);
    await expect(page.getByText(/est dans la liste/)).toBeVisible();
  });

  await test.step('the session is created from nothing', async () => {
    await press(/^button "Délibéré, Accueil"/, { by: 'Shift+Tab' });
    await press(/^button "Nouvelle session"/);
    await write(/^textbox "Numéro/, '2026-031');
    await write(/^textbox "Date de la session/, '17032026');
    await write(/^combobox "Certification/, 'RNCP90001');
    await write(/^textbox "Intitulé/, 'Jury au clavier');
    await write(/^textbox "Lieu/, 'Salle des Essais');
    await write(/^textbox "Prénom/, 'Camille');
    await write(/^textbox "Nom du/, 'Maquette');
    await write(/^textbox "Qualité/, 'Responsable pédagogique');
    await key('Enter');
    await gone();
    await expect(page.getByRole('heading', { level: 1, name: /Jury au clavier/ })).toBeVisible();
    await awaits(/^main/);
  });

  await test.step('the jury is entered', async () => {
    await press(/^button "Jury"/);
    for (const [rank, { givenName, familyName }] of people.entries()) {
      await press(/^button "Ajouter un membre"/);
      await awaits(/^textbox "Prénom"/);
      await type(givenName);
      await write(/^textbox "Nom"/, familyName);
      await write(/^textbox "Qualité/, 'Membre du jury');
      await to(/^radio "Externe/);
      if (rank === 0) {
        await key('ArrowDown');
        await take(/^checkbox "Responsable pédagogique/);
      }
      await to(/^textbox "Employeur/, 'Shift+Tab');
      await type('Organisme fictif');
      await key('Enter');
      await gone();
      // The first button of an empty list is gone: its place is taken by the one that adds the next.
      await awaits(/^button "Ajouter un membre"/);
    }
  });

  await test.step('the candidates come from a table', async () => {
    await press(/^button "Candidats"/, { by: 'Shift+Tab' });
    await answerDialogs(app, { open: [at('candidats.csv')] });
    await press(/^button "Importer une liste…"/);
    await press(/^button "Choisir le fichier…"/);
    await expect(page.getByText(/^Aucune erreur/)).toBeVisible();
    await press(/^button "Importer 2 candidats"/);
    await expect(page.getByText('2 candidats inscrits.')).toBeVisible();
    await press(/^button "Fermer"/);
    await gone();
    await awaits(/^button "Importer une liste…"/);
  });

  await test.step('a candidate taken out is put back by what is said of it', async () => {
    await press(/^button "Retirer Tiago Fictif"/);
    await awaits(/^button "Annuler"/);
    await key('Tab');
    await key('Enter');
    await gone();
    await expect(page.getByRole('row', { name: /Tiago Fictif/ })).toBeHidden();
    await to(/^button "Annuler le retrait"/, 'F6');
    await keep(page, '400-touches-retrait');
    await key('Enter');
    await expect(page.getByRole('row', { name: /Tiago Fictif/ })).toBeVisible();
    await awaits(/^button/);
  });

  await test.step('a dossier: a piece, a project with its grid', async () => {
    await to(/^button "Candidats"/, 'F6');
    await press(/^button "Dossiers"/);
    await answerDialogs(app, { open: [at('attestation.txt')] });
    await press(/^button "Ajouter des fichiers…"/);
    await expect(page.getByRole('tab', { name: 'Pièces (1)' })).toBeVisible();
    await to(/^tab "Pièces/, 'Shift+Tab');
    await key('ArrowRight');
    await key('ArrowRight');
    await awaits(/^tab "Projets et soutenances \(0\)"/);
    await press(/^button "Ajouter un projet"/);
    await awaits(/^textbox "Intitulé du projet"/);
    await type('Refonte du sémaphore');
    await write(/^textbox "Jour prévu"/, '17032026');
    await write(/^textbox "Heure prévue"/, '0900');
    for (const code of ['BC01-C1', 'BC01-C2', 'BC02-C1', 'BC02-C2']) await write(new RegExp(`^combobox "Niveau ${code}`), 'Acquis');
    await press(/^button "Enregistrer le projet"/);
    await expect(page.getByText(/^Soutenance\s: 17\smars\s2026 à 9\sh\s00/)).toBeVisible();
    await awaits(/^button "Ajouter un projet"/);
  });

  await test.step('the officer records an arrangement and the consent to declare it', async () => {
    await to(/^button "Dossiers"/, 'F6');
    await press(/^button "Aménagements"/);
    await write(/^textbox "Code personnel du référent/, officerPin);
    await key('Enter');
    await expect(page.getByText(/^Ce code est désormais celui du référent/)).toBeVisible();
    await press(/^button "Consigner un aménagement"/);
    await write(/^combobox "Candidat"/, 'E-01');
    await write(/^textbox "Décidé le"/, '10032026');
    await take(/^checkbox "Temps majoré"/);
    await write(/^combobox "Temps majoré"/, 'Un tiers');
    await write(/^textbox "Effet/, 'Soutenance de 40 min au lieu de 30.');
    await to(/^radio "Consentement non donné/);
    await key('ArrowDown');
    await write(/^textbox "Date"/, '10032026');
    await write(/^textbox "Preuve du consentement"/, 'Formulaire signé, classeur du référent');
    await key('Enter');
    await gone();
    await awaits(/^button "Consigner un aménagement"/);
    await press(/^button "Refermer les fiches"/, { by: 'Shift+Tab' });
    await expect(page.getByLabel('Code personnel du référent handicap')).toBeVisible();
    await awaits(/^(main|button)/);
  });

  await test.step('what is missing is named, and leads to where it is answered', async () => {
    await press(/^button "Ce qui manque/);
    await press(/^button "Une contradiction de la fiche/);
    await awaits(/^textbox "Ce qui est retenu, et pourquoi"/);
    await type('La composition usuelle est celle de chaque voie.');
    await press(/^button "Reconnaître cette contradiction"/);
    await expect(page.getByText(/Reconnue le/).first()).toBeVisible();
  });
};
