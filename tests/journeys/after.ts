import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { SessionId } from '../../domain/ids.ts';
import { layCrowds } from '../fixtures/crowd.ts';
import { launchApp, type Launched } from './launch.ts';

const passphrase = 'phrase de passe fictive';

/** A program opened on sealed and rectified sessions, and a folder for the files of the journey; both go with `close`. */
export interface OpenedAfter extends Launched {
  readonly folder: string;
  readonly sessions: readonly SessionId[];
}

/** Starts the program on sealed sessions of so many candidates each, rectified once: nobody plays their day. */
export const openCrowds = async (counts: readonly number[]): Promise<OpenedAfter> => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-after-'));
  mkdirSync(join(folder, 'user'));
  const sessions = layCrowds(join(folder, 'user', 'store'), passphrase, counts);
  const launched = await launchApp({ userData: join(folder, 'user') });
  launched.page.setDefaultTimeout(30_000);
  await launched.page.getByLabel('Phrase de passe').first().fill(passphrase);
  await launched.page.keyboard.press('Enter');
  await expect(launched.page.getByText(`Jury de ${counts[0]} candidats`).first()).toBeVisible({ timeout: 30_000 });
  const close = async (): Promise<void> => {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...launched, folder, sessions, close };
};

/** Goes from home to one part of what follows a session. */
export const goAfter = async (page: Page, session: string, part: 'Lettres et résultats' | 'Déclaration des titulaires'): Promise<void> => {
  await page.getByText(session).first().click();
  await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Archiver').first().click();
  await page.getByRole('button', { name: part }).click();
  await expect(page.getByRole('heading', { level: 1, name: part })).toBeVisible();
};
