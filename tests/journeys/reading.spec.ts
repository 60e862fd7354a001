import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeArchive } from '../../documents/archive/write.ts';
import { fixtureFonts } from '../fixtures/fonts.ts';
import { archivedDays, dossiersOf, locked } from '../fixtures/reread.ts';
import { chainOf, drawBase, sealMinute, testReferential, testRoot } from '../fixtures/signed.ts';
import { readingWords } from '../../words/reading.ts';
import { dropOn } from './drop.ts';
import { expectFocusHeld, expectNoFault, focused, pressOn, tabTo } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const phrase = 'une phrase secrète d’épreuve';
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const show = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

/** Lays the archives of the journey on the disk: a rectified session, encrypted, damaged, and one of a hundred and twenty candidates. */
const layArchives = async (folder: string): Promise<(name: string) => string> => {
  const at = (name: string): string => join(folder, name);
  const report = Buffer.from(sealMinute(await drawBase(1)).pdf);
  const dossiers = await dossiersOf([
    { candidate: 'complete', fileName: 'Rapport de projet.pdf', bytes: report },
    { candidate: 'complete', fileName: 'montage.mp4', bytes: Buffer.alloc(3_000_000, 7) },
    { candidate: 'aucun', fileName: 'lisez-moi.txt', bytes: Buffer.from('Un livrable remis en texte.') },
  ]);
  writeFileSync(at('Dossiers 2026-JOUE-01-R1.zip.age'), await locked(dossiers.bytes, { kind: 'passphrase', passphrase: phrase }));
  const { rectified } = await archivedDays(dossiers.manifestSha512);
  writeFileSync(at('Archive 2026-JOUE-01-R1.zip'), rectified);
  writeFileSync(at('Archive 2026-JOUE-01-R1.zip.age'), await locked(rectified, { kind: 'passphrase', passphrase: phrase }));
  const damaged = Buffer.from(rectified);
  const middle = Math.floor(damaged.length / 2);
  damaged[middle] = (damaged[middle] ?? 0) ^ 1;
  writeFileSync(at('Archive abîmée.zip'), damaged);
  const many = sealMinute(await drawBase(120));
  const parts = { minute: many.pdf, recordText: many.text, receipt: many.receipt, earlier: [], root: testRoot.certificate, chain: chainOf(20) };
  writeFileSync(
    at('Archive 120.zip'),
    await writeArchive({ ...parts, referential: testReferential(), at: '2026-03-17T17:00:00.000Z', dossiers: null, fonts: fixtureFonts() }),
  );
  return at;
};

test('an archive is read on a computer that holds no store: refused when damaged, opened by its phrase, everything in sight, closed again', async () => {
  test.setTimeout(420_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-reading-'));
  const at = await layArchives(folder);
  const { app, page, close } = await launchApp();
  page.setDefaultTimeout(30_000);
  const choose = async (name: string): Promise<void> => {
    await answerDialogs(app, { open: [at(name)] });
    await page.getByRole('button', { name: /^(Choisir une archive…|Lire une autre archive…)$/ }).click();
  };
  try {
    await expect(page.getByRole('button', { name: 'Lire une archive…' })).toBeVisible();
    await expectNoFault(page, 'the start screen');
    await keep(page, '300-accueil-sans-espace');

    await test.step('a damaged archive is refused by name, and nothing of it is shown', async () => {
      await pressOn(page, /Lire une archive…/);
      await expect(page.getByRole('heading', { name: 'Lecture d’une archive' })).toBeVisible();
      await expectFocusHeld(page);
      await expectNoFault(page, 'the place that waits for an archive');
      await keep(page, '301-choisir');
      await dropOn(page, readingWords.place, [at('Archive abîmée.zip')], () => keep(page, '301b-tenue'));
      await expect(page.getByText('Rien n’a été lu de ce fichier')).toBeVisible();
      await expect(page.getByText('Un fichier a changé depuis l’archivage')).toBeVisible();
      await expect(page.getByRole('tab')).toHaveCount(0);
      await expectNoFault(page, 'a refusal');
      await keep(page, '302-refusee');
    });

    await test.step('an encrypted one asks for its phrase, says that another does not open it, and is read with the right one', async () => {
      await choose('Archive 2026-JOUE-01-R1.zip.age');
      const secret = page.getByLabel('Phrase secrète ou clé de cette archive');
      await secret.fill('une autre phrase');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Cette phrase secrète n’ouvre pas ce fichier chiffré.')).toBeVisible();
      await expectNoFault(page, 'the phrase');
      await keep(page, '303-phrase');
      await secret.fill(phrase);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Session 2026-JOUE-01-R1' })).toBeVisible();
      await expectFocusHeld(page);
    });

    await test.step('every part, with the keyboard, in the light at 1366 × 768', async () => {
      await expect(page.getByText('Archive intacte, mais son origine n’est pas établie ici')).toBeVisible();
      await expectNoFault(page, 'the session');
      await keep(page, '304-session');
      await tabTo(page, /tab "Session et jury"/);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => focused(page)).toMatch(/tab "Candidats"/);
      await expectNoFault(page, 'the candidates');
      await page.getByLabel('Chercher un candidat').fill('aucun');
      await page.getByRole('navigation', { name: 'Candidats' }).getByRole('button').first().click();
      await keep(page, '305-candidats');
      await page.getByRole('article').scrollIntoViewIfNeeded();
      await page.getByText('Actes sur ce candidat').scrollIntoViewIfNeeded();
      await keep(page, '306-candidat-bas');
      for (const [name, picture] of [
        ['Rectification', '307-rectification'],
        ['Actes', '308-actes'],
        ['Signatures', '309-signatures'],
        ['Règlement', '310-reglement'],
        ['Fiche', '311-fiche'],
        ['Vérification', '312-verification'],
      ] as const) {
        await show(page, name);
        await expectNoFault(page, name);
        await keep(page, picture);
      }
      await page.getByText('Contenu du fichier').first().scrollIntoViewIfNeeded();
      await keep(page, '313-contenu');
      await press(page, 'Lire le procès-verbal');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expect(page.frameLocator('iframe').getByText('Procès-verbal rectificatif').first()).toBeAttached();
      await keep(page, '314-proces-verbal');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    });

    await test.step('the dossiers beside it: opened by their phrase, a piece read, another copied out byte for byte', async () => {
      await show(page, 'Dossiers');
      await answerDialogs(app, { open: [at('Archive abîmée.zip')] });
      await page.getByRole('button', { name: 'Ouvrir les dossiers…' }).click();
      await expect(page.getByText('Rien n’a été lu de ces dossiers')).toBeVisible();
      await expectNoFault(page, 'what is no bag of dossiers');
      await answerDialogs(app, { open: [at('Dossiers 2026-JOUE-01-R1.zip.age')] });
      await page.getByRole('button', { name: 'Ouvrir un autre fichier…' }).click();
      await page.getByLabel('Phrase secrète ou clé des dossiers').fill(phrase);
      await expectNoFault(page, 'the phrase of the dossiers');
      await keep(page, '321-dossiers-phrase');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Lire Rapport de projet.pdf' })).toBeVisible();
      await expectNoFault(page, 'the dossiers');
      await keep(page, '322-dossiers');
      await page.getByRole('button', { name: 'Lire Rapport de projet.pdf' }).click();
      await expect(page.frameLocator('iframe').getByText('Procès-verbal').first()).toBeAttached();
      await keep(page, '323-piece');
      await page.keyboard.press('Escape');
      await answerDialogs(app, { save: at('copie.mp4') });
      await page.getByRole('button', { name: 'Enregistrer une copie de montage.mp4' }).click();
      await expect(page.getByText(/^Copie enregistrée/)).toBeVisible();
      expect(readFileSync(at('copie.mp4')).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
    });

    await test.step('in the dark at 1280 × 720, with more candidates than one page holds', async () => {
      await press(page, 'Fermer l’archive');
      await expect(page.getByRole('button', { name: 'Lire une archive…' })).toBeVisible();
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
      await page.emulateMedia({ colorScheme: 'dark' });
      await keep(page, '315-accueil-sombre');
      await press(page, 'Lire une archive…');
      await choose('Archive 120.zip');
      await expect(page.getByRole('tab', { name: 'Candidats' })).toBeVisible({ timeout: 60_000 });
      await expectNoFault(page, 'many, in the dark');
      await keep(page, '316-session-sombre');
      await show(page, 'Candidats');
      await press(page, 'Page suivante');
      await expectNoFault(page, 'their second page');
      await keep(page, '317-candidats-sombre');
      await show(page, 'Vérification');
      await keep(page, '318-verification-sombre');
      await press(page, 'Fermer l’archive');
    });

    await test.step('from a verification, and from home once a store is there, which it leaves alone', async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await answerDialogs(app, { open: [at('Archive 2026-JOUE-01-R1.zip')] });
      await press(page, 'Vérifier un document…');
      await page.getByRole('dialog').getByRole('button', { name: 'Choisir un fichier…' }).click();
      await expect(page.getByRole('button', { name: 'Lire cette archive' })).toBeVisible();
      await expectNoFault(page, 'a verification');
      await page.getByRole('button', { name: 'Lire cette archive' }).scrollIntoViewIfNeeded();
      await keep(page, '319-verdict');
      await press(page, 'Lire cette archive');
      await expect(page.getByRole('heading', { level: 1, name: 'Session 2026-JOUE-01-R1' })).toBeVisible();
      await press(page, 'Fermer l’archive');
      await ask(page, 'store.create', { passphrase: 'brume tambour oseille onze' });
      await page.reload();
      await expect(page.getByRole('button', { name: 'Lire une archive' })).toBeVisible();
      await expectNoFault(page, 'home');
      await keep(page, '320-accueil');
      await press(page, 'Lire une archive');
      await choose('Archive 2026-JOUE-01-R1.zip');
      await expect(page.getByRole('heading', { level: 1, name: 'Session 2026-JOUE-01-R1' })).toBeVisible();
      await press(page, /Délibéré/);
      expect(await ask(page, 'session.list', {})).toEqual([]);
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
