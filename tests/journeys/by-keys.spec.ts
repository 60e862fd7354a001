import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { verifyFile } from '../../documents/archive/verify-file.ts';
import { openHand } from './hand.ts';
import { expectNoFault } from './keyboard.ts';
import { layFiles, people, prepareByKeys } from './keys-prepare.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { pagesOf } from '../fixtures/readers.ts';
import { keep, printed } from './room.ts';

const leadPin = '9999';

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
    await prepareByKeys({ app, page }, hand, at);

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
      await to(/^button "Inès Imaginaire/, 'F6');
      await to(/^button "Camille .* confirme avoir lu"/);
      for (const { givenName, pin } of people) {
        await awaits(new RegExp(`^button "${givenName}.* confirme avoir lu"`));
        await key('Enter');
        await awaits(/^textbox "Votre code personnel"/);
        await type(pin);
        await key('Enter');
        await gone();
      }
      await expect(page.getByText('Aménagement, lu par tous les membres')).toBeVisible();
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
      await expect(page.getByText('Intact, et d’origine établie').first()).toBeVisible();
      await awaits(/^button "Écrire un autre exemplaire…"/);
      expect((await verifyFile(readFileSync(at('archive.zip')), { name: 'archive.zip' })).level).toBe('whole');
      expect((await verifyFile(readFileSync(at('minute.pdf')), { name: 'minute.pdf' })).faults).toEqual([]);
    });

    await test.step('the minute is verified as anybody would, and what is concluded leaves on paper whole', async () => {
      await to(/^button "Archiver/, 'F6');
      await press(/^button "Délibéré, Accueil"/, { by: 'Shift+Tab' });
      await answerDialogs(app, { open: [at('minute.pdf')] });
      await press(/^button "Vérifier un document…"/);
      await press(/^button "Choisir un fichier…"/);
      await expect(page.getByText('Intact, et d’origine établie').first()).toBeVisible();
      await awaits(/"/);
      await to(/^button "Imprimer…"/);
      await expectNoFault(page, 'verified');
      await keep(page, '403-touches-verdict');
      const paper = await app.evaluate(async ({ BrowserWindow }) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('base64'),
      );
      const pdf = Buffer.from(paper ?? '', 'base64');
      writeFileSync(join(printed(), 'verdict.pdf'), pdf);
      const sheets = pagesOf(pdf).join(' ');
      expect(sheets).toContain('Intact, et d’origine établie');
      expect(sheets).toMatch(/Document vérifié le \d/);
      for (const { familyName } of people) expect(sheets).toContain(familyName);
      expect(sheets).toMatch(/Ce que cette vérification ne peut pas dire/);
      expect(sheets).not.toMatch(/Vérifier un autre fichier|Imprimer|Sessions de jury/);
      await key('Escape');
      await gone();
      await awaits(/^button "Vérifier un document…"/);
    });

    expect(hand.longest().presses).toBeLessThanOrEqual(25);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
