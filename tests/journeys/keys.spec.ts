import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readRootBackup } from '../../documents/signature/root-backup.ts';
import { verifyFile } from '../../documents/archive/verify-file.ts';
import { readScenario } from '../../requests/scenario.ts';
import { keyOf, makeCertificate, makeP12, type Made } from '../fixtures/imported.ts';
import { layPlayed } from '../fixtures/played-store.ts';
import { expectNoFault } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { keep } from './room.ts';

const resources = join(import.meta.dirname, '..', '..', 'dist', 'resources');
const scenario = readScenario(resources);

const press = (place: Page | Locator, name: string | RegExp): Promise<void> => place.getByRole('button', { name }).first().click();
const pinOf = (name: RegExp): string => scenario.jurors.find(({ fields }) => name.test(fields.familyName))?.pin ?? scenario.leadPin;

/** Opens a person's signature with all but the code filled in. */
const begin = async (page: Page, name: RegExp): Promise<Locator> => {
  await press(page, name);
  const form = page.getByRole('dialog');
  await form.getByText(/^Je suis/).click();
  await form.getByText('Écrire son nom', { exact: true }).click();
  await form.getByLabel(/Votre nom, tel qu/).fill('Signature Fictive');
  return form;
};
const sign = async (form: Locator, pin: string): Promise<void> => {
  await form.getByLabel('Votre code personnel').fill(pin);
  await form.getByRole('button', { name: /^(Signer|Sceller le procès-verbal)$/ }).click();
  await expect(form).toBeHidden();
};

test('the organism’s root is saved under a code shown once, members sign with their own certificates, and a disk that refuses the minute keeps it', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-keys-'));
  const at = (name: string): string => join(folder, name);
  const p12 = (name: string, made: Made, passphrase: string, options: readonly string[] = []): string => {
    writeFileSync(at(name), makeP12({ key: keyOf(made.kind ?? 'P-256', made.label), certificates: [makeCertificate(made)], passphrase, options }));
    return at(name);
  };
  mkdirSync(at('data'));
  await layPlayed(at('data/demonstration'), 'printed');
  const { app, page, close } = await launchApp({ userData: at('data') });
  page.setDefaultTimeout(30_000);
  try {
    await press(page, /Découvrir avec/);
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Signer').first().click();

    await expectNoFault(page, 'the signature of the minute');

    await test.step('the root is saved: the passphrase again, a file read again, then the sheet', async () => {
      await press(page, 'Sauvegarder la racine…');
      const form = page.getByRole('dialog');
      await form.getByLabel(/^Phrase de passe/).fill('pas celle-ci');
      await answerDialogs(app, { save: at('racine.json') });
      await press(form, /^Choisir où/);
      await expect(form.getByText('Cette phrase de passe n’est pas la bonne.')).toBeVisible();
      expect(existsSync(at('racine.json'))).toBe(false);
      await form.getByLabel(/^Phrase de passe/).fill(scenario.passphrase);
      await press(form, /^Choisir où/);
      await expect(page.frameLocator('iframe[title="Fiche de secours"]').locator('canvas').first()).toBeVisible();
      await keep(page, '24-fiche-de-secours');
      await expectNoFault(page, 'the recovery sheet');
      await answerDialogs(app, { save: at('fiche.pdf') });
      await press(page, /^Enregistrer la fiche/);
      await expect(page.getByText(/^Fiche enregistrée/)).toBeVisible();
      await press(page, /^J’ai la fiche/);
      await expect(page.getByText(/^Sauvegardée le/)).toBeVisible();
      expect(readRootBackup(readFileSync(at('racine.json')))).toMatchObject({ ok: true, value: { file: { organism: 'OPENCLASSROOMS' } } });
    });

    await test.step('a code mistyped is told before anything is tried', async () => {
      await press(page, 'Vérifier une sauvegarde…');
      const form = page.getByRole('dialog');
      await answerDialogs(app, { open: [at('racine.json')] });
      await press(form, /^Choisir le fichier de sauvegarde/);
      await form.getByLabel('Code de secours').fill('ABCDE-FGHJK');
      await press(form, 'Vérifier');
      await expect(form.getByText(/10 caractères au lieu de\u00A030/)).toBeVisible();
      await press(form, 'Annuler');
    });

    await test.step('members sign with their own certificates, of today and of old, and see what they say first', async () => {
      const form = await begin(page, /^Signer, .*Personnage/);
      await press(form, /^Signer avec mon propre certificat/);
      await answerDialogs(app, { open: [p12('octave.p12', { kind: 'rsa3072', subject: 'Octave Personnage', to: '20991231000000Z' }, 'clé d’Octave')] });
      await press(form, /^Choisir le fichier/);
      await form.getByLabel('Mot de passe de ce fichier').fill('autre');
      await page.keyboard.press('Enter');
      await expect(form.getByText('Ce mot de passe n’ouvre pas ce certificat.')).toBeVisible();
      await form.getByLabel('Mot de passe de ce fichier').fill('clé d’Octave');
      await page.keyboard.press('Enter');
      await expect(form.getByText('Octave Personnage, Cabinet Exemple')).toBeVisible();
      await keep(page, '25-certificat-personnel');
      await expectNoFault(page, 'a certificate of one’s own');
      await sign(form, pinOf(/Personnage/));

      const other = await begin(page, /^Signer, .*Factice/);
      await press(other, /^Signer avec mon propre certificat/);
      await answerDialogs(app, { open: [p12('expire.p12', { subject: 'Rosalie Factice', to: '20251231000000Z' }, 'x')] });
      await press(other, /^Choisir le fichier/);
      await other.getByLabel('Mot de passe de ce fichier').fill('x');
      await press(other, 'Lire le certificat');
      await expect(other.getByText(/a expiré le 31\sdécembre\s2025/)).toBeVisible();
      await answerDialogs(app, { open: [p12('rosalie.p12', { kind: 'P-384', subject: 'Rosalie Factice', to: '20991231000000Z' }, 'œuf', ['-legacy'])] });
      await press(other, /^Choisir un autre fichier/);
      await other.getByLabel('Mot de passe de ce fichier').fill('œuf');
      await press(other, 'Lire le certificat');
      await expect(other.getByText('Rosalie Factice, Cabinet Exemple')).toBeVisible();
      await sign(other, pinOf(/Factice/));
    });

    await test.step('the others sign without, the seal has no other choice', async () => {
      for (const name of [/Figurant/, /Doublure/]) await sign(await begin(page, new RegExp(`^Signer, .*${name.source}`)), pinOf(name));
      const seal = await begin(page, /^Sceller/);
      await expect(seal.getByText(/mon propre certificat/)).toBeHidden();
      await sign(seal, scenario.leadPin);
    });

    await test.step('a place that cannot be written keeps the signed minute, which is then saved and verifies', async () => {
      await answerDialogs(app, { save: at('nowhere/minute.pdf') });
      await press(page, /^Enregistrer le PDF/);
      await expect(page.getByText(/aucun fichier incomplet n’a été laissé/)).toBeVisible();
      await answerDialogs(app, { save: at('minute.pdf') });
      await press(page, /^Enregistrer le PDF/);
      await expect(page.getByText(/^Enregistré.*\.pdf/)).toBeVisible();
      await answerDialogs(app, { save: at('organisme.pem') });
      await press(page, 'Enregistrer le certificat…');
      await expect(page.getByText(/^Certificat enregistré/)).toBeVisible();
      const verdict = await verifyFile(readFileSync(at('minute.pdf')), { name: 'minute.pdf', root: readFileSync(at('organisme.pem')) });
      expect([verdict.level, verdict.faults]).toEqual(['established', []]);
      expect(verdict.signers.filter(({ certificate }) => certificate.includes('apporté')).map(({ name }) => name)).toEqual([
        'M. Octave Personnage',
        'Mme Rosalie Factice',
      ]);
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
