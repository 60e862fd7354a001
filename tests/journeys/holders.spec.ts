import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Desk } from '../../requests/desk.ts';
import { readScenario } from '../../requests/scenario.ts';
import { Day, ScriptClock } from '../../scripts/day.ts';
import { expectNoFault, pressOn } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const resources = join(import.meta.dirname, '..', '..', 'dist', 'resources');
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

test('the holders are declared: identities completed, a file written, its report adopted, by the keyboard too', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-holders-'));
  const [minute, file, report] = [join(folder, 'pv.pdf'), join(folder, 'declaration.xml'), join(folder, 'rapport.xml')];
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(15_000);
  try {
    const scenario = readScenario(resources);
    await answerDialogs(app, { save: minute });
    await press(page, /^Découvrir avec la session de démonstration/);
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
    const bridge = { ask: async (name: never, input: never) => ({ ok: true, value: await ask(page, name, input) }) } as unknown as Desk;
    const day = new Day(bridge, scenario, new ScriptClock(scenario.clock.preparedAt));
    const sessionId = await day.prepare();
    await day.open();
    await day.deliberate();
    await day.sign();
    await page.reload();

    await test.step('home tells the deadline quietly, and leads there', async () => {
      await expect(page.getByRole('list', { name: 'Déclaration des titulaires' })).toContainText('6');
      await expectNoFault(page, 'home with its reminder');
      await keep(page, '90-rappel-accueil');
      await press(page, /^Ouvrir la déclaration des titulaires de la session/);
      await expect(page.getByRole('heading', { level: 1, name: 'Déclaration des titulaires' })).toBeVisible();
      await expect(page.getByRole('button', { name: /^Écrire le fichier de déclaration/ })).toBeDisabled();
      await expectNoFault(page, 'the holders');
      await keep(page, '91-titulaires-a-completer');
    });

    await test.step('the organism’s identifiers have their length', async () => {
      await press(page, 'Renseigner…');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Identifiant client de l’émetteur').fill('1234567');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await expectNoFault(page, 'the identifiers');
      await keep(page, '92-identifiants');
      await dialog.getByLabel('Identifiant client de l’émetteur').fill('00FICTIF');
      await dialog.getByLabel('Identifiant client du certificateur').fill('00EXEMPL');
      await dialog.getByLabel('Numéro de contrat').fill('MCFCER000000');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('MCFCER000000')).toBeVisible();
    });

    await test.step('an identity is completed by the keyboard, and a social security number is refused', async () => {
      await pressOn(page, /button "Identité de Inès/);
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByLabel('Nom de naissance')).toHaveValue('Imaginaire');
      await dialog.getByLabel('Deuxième prénom').fill('2010431555123');
      await dialog.getByLabel('Féminin').check();
      await dialog.getByLabel('en France').check();
      await dialog.getByLabel('Code INSEE de la commune').fill('31555');
      await dialog.getByLabel('Commune de naissance', { exact: true }).fill('Toulouse');
      await dialog.getByRole('button', { name: 'Enregistrer l’identité' }).click();
      await expect(dialog.getByText(/Deuxième prénom.*ressemble à un numéro de sécurité sociale/)).toBeVisible();
      await expectNoFault(page, 'an identity');
      await keep(page, '93-identite');
      await dialog.getByLabel('Deuxième prénom').fill('');
      await dialog.getByLabel('Deuxième prénom').press('Enter');
      await expect(dialog).toBeHidden();
      await expect(page.getByText('Identité de Inès Imaginaire enregistrée.')).toBeVisible();
      const { holders } = await ask(page, 'holder.list', { sessionId });
      for (const { candidateId, identity, number } of holders)
        if (number !== 'D-01' && number !== 'D-14' && identity.kind === 'person')
          await ask(page, 'holder.saveIdentity', {
            sessionId,
            candidateId,
            identity: {
              ...identity,
              sex: 'M',
              birthplace:
                number === 'D-05'
                  ? { kind: 'france', insee: '20004', town: 'Ajaccio' }
                  : { kind: 'abroad', postalCode: '', town: 'Ville d’essai', country: 'Pays d’essai' },
            },
          });
      await page.getByRole('button', { name: 'Journal' }).click();
      await page.getByRole('button', { name: 'Déclaration des titulaires' }).click();
      await expect(page.getByText('Code INSEE corse de l’ancienne forme')).toBeVisible();
      await expectNoFault(page, 'the list before the file');
      await keep(page, '94-avant-le-fichier');
    });

    await test.step('the file is written, and its report is shown before it is adopted', async () => {
      await answerDialogs(app, { save: file });
      await press(page, /^Écrire le fichier de déclaration/);
      await expectNoFault(page, 'writing the file');
      await keep(page, '95-ecrire');
      await page.getByRole('dialog').getByRole('button', { name: 'Écrire le fichier…' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      const keys = [...readFileSync(file, 'utf8').matchAll(/<cpf:idTechnique>([^<]+)</g)].map(([, key]) => key);
      expect(keys).toHaveLength(5);
      const [first, ...others] = keys.slice(0, 4);
      writeFileSync(
        report,
        `<?xml version="1.0"?><rapport><PassagesOK>${others.map((key) => `<idTechnique>${key}</idTechnique>`).join('')}</PassagesOK><PassagesKO><passage><idTechnique>${first}</idTechnique><messageErreur>Le titulaire n’a pas été reconnu.</messageErreur></passage></PassagesKO></rapport>`,
      );
      await answerDialogs(app, { open: [report] });
      await press(page, 'Lire le compte rendu du lot 1');
      await expect(page.getByRole('dialog')).toContainText('n’a pas été reconnu');
      await expectNoFault(page, 'the report');
      await keep(page, '96-compte-rendu');
      await page.getByRole('dialog').getByRole('button', { name: 'Adopter ce compte rendu' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByRole('row', { name: /Inès Imaginaire/ })).toContainText('Refusée');
      await expectNoFault(page, 'the statuses');
      await keep(page, '97-statuts');
      await page.setViewportSize({ width: 1366, height: 1500 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByRole('heading', { name: 'Fichiers écrits' }).scrollIntoViewIfNeeded();
      await keep(page, '98-statuts-sombre');
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
