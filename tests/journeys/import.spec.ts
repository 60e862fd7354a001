import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeBook } from '../fixtures/books.ts';
import { givenWords } from '../../words/given.ts';
import { importWords } from '../../words/import-screen.ts';
import { dropOn } from './drop.ts';
import { expectFocusHeld, expectNoFault, pressOn, tabTo } from './keyboard.ts';
import { answerDialogs, launchApp } from './launch.ts';
import { ask, keep } from './room.ts';

const titles = ['Réf', 'Nom de naissance', 'Prénom', 'Date de naissance', 'Voie', 'Entrée', 'Blocs', 'Humeur'];
const person = (number: string, givenName: string, born: string, blocks = 'tous'): string[] => [
  number,
  'Fictif',
  givenName,
  born,
  'FC',
  '02/09/2024',
  blocks,
  'bonne',
];

test('a list with faults goes from its columns to its valid rows, and given again shows what it changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-import-'));
  const { app, page, close } = await launchApp();
  try {
    page.setDefaultTimeout(30_000);
    await page.getByRole('button', { name: /^Découvrir avec la session de démonstration/ }).click();
    await page.getByRole('button', { name: /Jury de démonstration du 17 mars 2026/ }).click();
    const [session] = await ask(page, 'session.list', {});
    if (!session) throw new Error('the demonstration has a session');
    const nav = page.getByRole('navigation', { name: 'Parties de la préparation' });
    await nav.getByRole('button', { name: /^Candidats/ }).click();
    await pressOn(page, /^button "Importer une liste…"/);
    const dialog = page.getByRole('dialog');
    await expectNoFault(page, 'import');
    await keep(page, 'import-1-guide');
    const list = join(folder, 'liste.xlsx');
    writeBook(list, [titles, person('X-01', 'Awa', '12/05/1998'), person('X-02', 'Tiago', '31/02/1999'), person('X-03', 'Zoé', '01/02/1999', 'BC09')]);
    await answerDialogs(app, { open: [list], save: join(folder, 'fautes.csv') });
    await pressOn(page, /^button "Choisir le fichier…"/);
    await expect(dialog.getByText('Il manque une donnée nécessaire')).toBeVisible();
    await expectNoFault(page, 'import');
    await keep(page, 'import-2-colonnes');
    await expectFocusHeld(page);
    await tabTo(page, /^combobox "Contenu Réf"/);
    await page.keyboard.type('Numéro');
    await pressOn(page, /^button "Voir l’aperçu"/);
    await expect(dialog.getByText('2 lignes à corriger sur 3')).toBeVisible();
    await expect(dialog.getByText(/la date «.31\/02\/1999.» n’existe pas/)).toBeVisible();
    await expectNoFault(page, 'import');
    await keep(page, 'import-3-fautes');
    await expectFocusHeld(page);
    await pressOn(page, /^button "Importer 1.ligne et en laisser 2 de côté"/);
    await expect(dialog.getByText('1 candidat inscrit'.replace(' ', '\u00a0'))).toBeVisible();
    await expectNoFault(page, 'import');
    await keep(page, 'import-4-fait');
    await expectFocusHeld(page);
    await pressOn(page, /^button "Fermer"/);

    writeBook(list, [titles, person('X-01', 'Awa', '13/05/1998', 'BC01'), person('X-02', 'Tiago', '28/02/1999')]);
    await pressOn(page, /^button "Importer une liste…"/);
    await dropOn(page, importWords.place.candidates, [list], () => expect(dialog.getByText(givenWords.release)).toBeVisible());
    await expect(dialog.getByText('Le choix fait la dernière fois')).toBeVisible();
    await pressOn(page, /^button "Voir l’aperçu"/);
    await expect(dialog.getByText(/Date de naissance.: 12\/05\/1998 → 13\/05\/1998/)).toBeVisible();
    await expectNoFault(page, 'import');
    await keep(page, 'import-5-differences');
    await pressOn(page, /^button "Importer 2.candidats"/);
    await pressOn(page, /^button "Annuler cet import"/);
    await expect(dialog.getByText('L’import est annulé')).toBeVisible();
    const lines = await ask(page, 'candidate.list', { sessionId: session.id });
    expect(lines.filter((line) => line.number.startsWith('X-')).map((line) => [line.number, line.birthDate])).toEqual([['X-01', '1998-05-12']]);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
