import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { verifyFile } from '../../documents/archive/verify-file.ts';
import { blockXml, ficheXml, fluxXml } from '../fixtures/flux.ts';
import { codeOnSheet } from '../fixtures/recovery-sheet.ts';
import { openHand } from './hand.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep } from './room.ts';

const people = [
  { givenName: 'Camille', familyName: 'Maquette', pin: '1111' },
  { givenName: 'Octave', familyName: 'Illustration', pin: '2222' },
  { givenName: 'Rosalie', familyName: 'Démonstration', pin: '3333' },
] as const;
const passphrase = 'une phrase de passe assez longue';
const [leadPin, officerPin] = ['9999', '8888'];

/** The files that a person has before the day: a fiche of two blocks, a list of two candidates, a piece of a dossier. */
const layFiles = (folder: string) => {
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

test('the whole day by the keyboard alone, from the empty store to the archive: nothing out of reach, nothing lost, the focus always seen', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-keys-'));
  const at = layFiles(folder);
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  const hand = openHand(page);
  const { press, write, take, awaits, key, type, to } = hand;
  const gone = (): Promise<void> => expect(page.getByRole('dialog')).toBeHidden();
  try {
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
      await expect(page.getByText(/^Reconnue le/).first()).toBeVisible();
    });

    await test.step('the jury arrives, chooses its codes, declares its links, and the session is opened', async () => {
      await to(/^button "Préparer"/, 'F6');
      await press(/^button "Ouvrir"/);
      for (const { familyName, pin } of people) {
        await press(new RegExp(`^button "Noter l’arrivée .*${familyName}`));
        await press(new RegExp(`^button "Choisir le code personnel .*${familyName}`));
        await awaits(/^textbox "Nouveau code personnel"/);
        await type(pin);
        await write(/^textbox "Le même code/, pin);
        await key('Enter');
        await gone();
        await awaits(/^button/);
        await press(new RegExp(`^button "Déclarer les liens .*${familyName}`));
        await write(/^textbox "Votre code personnel"/, pin);
        await key('Enter');
        await gone();
        await awaits(/^button/);
      }
      await press(/^button "Désigner .*Illustration pour présider/, { by: 'Shift+Tab' });
      await expect(page.getByRole('button', { name: /^Désigner .*Illustration pour présider/ })).toBeHidden();
      await press(/^button "Choisir le code du responsable"/);
      await awaits(/^textbox "Nouveau code personnel"/);
      await type(leadPin);
      await write(/^textbox "Le même code/, leadPin);
      await key('Enter');
      await gone();
      await write(/^textbox "Code personnel du responsable pédagogique"/, leadPin);
      await expectNoFault(page, 'opening');
      await key('Enter');
      await awaits(/^heading "BC01/);
    });

    /** Three turns, each with its code, then the reveal. */
    const giveOpinions = async (opinions: readonly boolean[]): Promise<void> => {
      await awaits(/^button "Passer l’ordinateur à/);
      await key('Enter');
      for (const [rank, { familyName, pin }] of people.entries()) {
        await expect(page.getByRole('heading', { name: new RegExp(`^Passez l’ordinateur à .*${familyName}`) })).toBeVisible();
        await awaits(/^textbox "Votre code personnel"/);
        await type(pin);
        await key('Enter');
        await awaits(/^heading "Votre avis/);
        await take(/^radio/, opinions[rank] === true ? 0 : 1);
        await key('Control+Enter');
      }
      await awaits(/^button "Révéler les avis"/);
      await key('r');
      await awaits(/Avis (concordants|divergents)/);
    };
    /** The block on the table is decided, with its reason. */
    const decide = async (validated: boolean): Promise<void> => {
      await take(/^radio "Bloc validé"/, validated ? 0 : 1);
      if (!validated) await take(/^checkbox "C1/);
      await write(/^textbox "Motif/, validated ? 'Preuves suffisantes.' : 'Le journal n’est pas tenu.');
      if (!validated) await write(/^textbox "Recommandation/, 'Reprendre le journal.');
      await key('Control+Enter');
      await awaits(validated ? /Validé Décidé/ : /Non validé Décidé/);
    };

    await test.step('each member confirms having read the arrangement, one after the other', async () => {
      await to(/confirme avoir lu"/, 'Shift+Tab');
      await to(/^button "Camille .* confirme avoir lu"/, 'Shift+Tab');
      for (const { givenName, pin } of people) {
        await awaits(new RegExp(`^button "${givenName}.* confirme avoir lu"`));
        await key('Enter');
        await awaits(/^textbox "Votre code personnel"/);
        await type(pin);
        await key('Enter');
        await gone();
      }
      await expect(page.getByText('Lu par tous les membres.')).toBeVisible();
      await awaits(/^heading "BC01/);
    });

    await test.step('two candidates, two blocks each: presence, three sealed opinions, the reveal, the decision with its reason', async () => {
      await press(/^button "Noter la présence"/);
      await giveOpinions([true, true, true]);
      await decide(true);
      await press(/^button "Passer à BC02"/);
      await giveOpinions([true, false, true]);
      await keep(page, '401-touches-reveles');
      await decide(true);
      await press(/^button "Candidat suivant/);
      await awaits(/^heading "BC01/);
      await press(/^button "Noter la présence"/);
      await giveOpinions([true, true, true]);
      await decide(true);
      await press(/^button "Passer à BC02"/);
      await giveOpinions([false, false, false]);
      await decide(false);
      await expect(page.getByText('Validation partielle : BC01 acquis · reste BC02').first()).toBeVisible();
    });

    await test.step('the deliberation is closed', async () => {
      await press(/^button "Relire et clore"/);
      await press(/^button "Clore la délibération"/);
      await awaits(/^textbox "Votre code personnel"/);
      await type(leadPin);
      await key('Enter');
      await awaits(/^button "Passer à la signature"/);
      await key('Enter');
    });

    await test.step('the minute is drawn up, each writes a name to sign, the lead seals', async () => {
      await press(/^button "Établir le procès-verbal à signer"/);
      const sign = async (pin: string): Promise<void> => {
        await key('Enter');
        await take(/^checkbox "Je suis/);
        await to(/^radio "Dessiner"/);
        await key('ArrowDown');
        await write(/^textbox "Votre nom, tel/, 'Signature Fictive');
        await write(/^textbox "Votre code personnel"/, pin);
        await key('Enter');
        await gone();
      };
      for (const { familyName, pin } of people) {
        await awaits(new RegExp(`^button "Signer, .*${familyName}`));
        await sign(pin);
      }
      await awaits(/^button "Sceller le procès-verbal/);
      await sign(leadPin);
      await awaits(/^button "Enregistrer le PDF…"/);
      await answerDialogs(app, { save: at('minute.pdf') });
      await key('Enter');
      await expect(page.getByText(/^Enregistré.*\.pdf/)).toBeVisible();
      await expectNoFault(page, 'sealed');
      await keep(page, '402-touches-scelle');
    });

    await test.step('the archive is written, and verifies by itself', async () => {
      await press(/^button "Passer à l’archive"/);
      await answerDialogs(app, { save: at('archive.zip') });
      await press(/^button "Écrire l’archive…"/);
      await expect(page.getByText('Origine établie, contenu intègre').first()).toBeVisible();
      await awaits(/^button "Écrire un autre exemplaire…"/);
      expect((await verifyFile(readFileSync(at('archive.zip')), { name: 'archive.zip' })).level).toBe('whole');
      expect((await verifyFile(readFileSync(at('minute.pdf')), { name: 'minute.pdf' })).faults).toEqual([]);
    });

    console.log(JSON.stringify(hand.longest()));
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
