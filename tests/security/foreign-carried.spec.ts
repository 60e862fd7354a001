import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { jpegBomb, heavyPdfs } from '../fixtures/heavy-pdf.ts';
import { hostilePieces } from '../fixtures/hostile-pieces.ts';
import { lightlyClosed } from '../fixtures/closed.ts';
import { archivedDays, dossiersOf } from '../fixtures/reread.ts';
import { answerDialogs, launchApp, type Launched } from '../journeys/launch.ts';
import { ask, keep } from '../journeys/room.ts';

let launched: Launched;
let folder: string;
const at = (name: string): string => join(folder, name);
const carried = 'la phrase du voyage';
const pieces = {
  'bombe.pdf': heavyPdfs['folded-bomb'](),
  'arbre.pdf': heavyPdfs['looping-tree'](),
  'vaste.jpg': jpegBomb(),
  'dessin.svg': hostilePieces['dessin.svg']?.[0] ?? '',
};

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), 'delibere-foreign-'));
  const dossiers = await dossiersOf(Object.entries(pieces).map(([fileName, bytes]) => ({ candidate: 'complete', fileName, bytes: Buffer.from(bytes) })));
  const { rectified } = await archivedDays(dossiers.manifestSha512);
  writeFileSync(at('dossiers.zip.age'), await lightlyClosed(dossiers.bytes, carried));
  writeFileSync(at('archive.zip'), rectified);
  writeFileSync(at('faux.delibere'), Buffer.alloc(4000, 'delibere '));
  writeFileSync(at('vide.delibere'), '');
  writeFileSync(at('rien.delibere'), await lightlyClosed(Buffer.alloc(100_000, 7), carried));
  writeFileSync(at('archive.delibere'), await lightlyClosed(rectified, carried));
  launched = await launchApp();
  launched.page.setDefaultTimeout(30_000);
});
test.afterAll(async () => {
  await launched?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('hostile pieces of an archive that is read again are shown harmlessly or said unreadable, and the archive stays in sight', async () => {
  const { app, page } = launched;
  const reader = page.frameLocator('iframe');
  await page.getByRole('button', { name: 'Lire une archive…' }).click();
  await answerDialogs(app, { open: [at('archive.zip')] });
  await page.getByRole('button', { name: /^(Choisir une archive…|Lire une autre archive…)$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Session 2026-JOUE-01-R1' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await answerDialogs(app, { open: [at('dossiers.zip.age')] });
  await page.getByRole('button', { name: 'Ouvrir les dossiers…' }).click();
  await page.getByLabel('Phrase secrète ou clé des dossiers').fill(carried);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Lire bombe.pdf' })).toBeVisible({ timeout: 60_000 });
  const said = { 'bombe.pdf': null, 'arbre.pdf': /n’est pas un PDF lisible/, 'vaste.jpg': /Cette image ne peut pas être affichée/ } as const;
  for (const [name, sentence] of Object.entries(said)) {
    await page.getByRole('button', { name: `Lire ${name}` }).click();
    await expect(page.locator('iframe')).toBeVisible();
    if (sentence === null) await page.waitForTimeout(1500);
    else await expect(reader.locator('body')).toContainText(sentence);
    await page.keyboard.press('Escape');
    if (await page.getByRole('dialog').isVisible()) await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).last().click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  // The reader has no picture that is a program: such a piece is copied out, never shown.
  await expect(page.getByText('dessin.svg')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lire dessin.svg' })).toHaveCount(0);
  await keep(page, 'foreign-dossiers');
  expect(page.frames().map((frame) => new URL(frame.url()).host)).toEqual(['delibere']);
});

test('a carried session that is none is refused in words, nothing of it is adopted, and the window goes on', async () => {
  const { app, page } = launched;
  await ask(page, 'store.create', { passphrase: 'une phrase de passe longue' });
  await page.reload();
  const home = page.getByRole('button', { name: 'Délibéré, Accueil' });
  await expect(async () => {
    if (await home.isVisible()) await home.click();
    await expect(page.getByRole('heading', { name: 'Sessions de jury' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  for (const name of ['faux', 'vide', 'rien', 'archive']) {
    await page.getByRole('button', { name: 'Recevoir une session…' }).click();
    await answerDialogs(app, { open: [at(`${name}.delibere`)] });
    await page.getByRole('button', { name: 'Choisir le fichier…' }).click();
    await page.getByLabel('Phrase de passe du fichier').fill(carried);
    await page.getByRole('button', { name: 'Recevoir', exact: true }).click();
    await expect(page.getByText('Rien n’a été repris de ce fichier.').first()).toBeVisible({ timeout: 60_000 });
    await keep(page, `foreign-carried-${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await ask(page, 'session.list', {})).toEqual([]);
  }
});
