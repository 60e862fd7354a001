import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { codeOnSheet } from '../fixtures/recovery-sheet.ts';
import { answerDialogs, type Launched } from './launch.ts';

/** Saves the sheet that is on screen, and reads its key as a person does from the paper. */
export const takeSheet = async ({ app, page }: Pick<Launched, 'app' | 'page'>, path: string): Promise<string> => {
  await answerDialogs(app, { save: path });
  await page.getByRole('button', { name: 'Enregistrer la fiche à imprimer…' }).click();
  await expect(page.getByText(/^Fiche enregistrée/)).toBeVisible();
  return codeOnSheet(readFileSync(path));
};

/** Types the last two groups of the sheet that is on screen, and is taken where it leads. */
export const confirmSheet = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Les deux derniers groupes de la fiche').fill(`${code.slice(20, 25)} ${code.slice(25)}`);
  await page.getByRole('button', { name: 'Confirmer', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
};

/** Creates the store through the first screen, with its recovery key saved at `sheet` and confirmed; gives that key. */
export const createSpace = async (launched: Pick<Launched, 'app' | 'page'>, passphrase: string, sheet: string): Promise<string> => {
  const { page } = launched;
  await page.getByLabel('Phrase de passe', { exact: true }).fill(passphrase);
  await page.getByLabel('Phrase de passe, une seconde fois').fill(passphrase);
  await page.getByRole('button', { name: 'Créer l’espace de travail' }).click();
  const code = await takeSheet(launched, sheet);
  await confirmSheet(page, code);
  return code;
};
