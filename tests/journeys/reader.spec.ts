import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { drawReport, rare } from '../fixtures/reports.ts';
import { answerDialogs, launchApp, type Launched } from './launch.ts';
import { ask, keep } from './room.ts';

let launched: Launched;
let page: Page;
let reader: FrameLocator;
const folder = mkdtempSync(join(tmpdir(), 'delibere-reader-'));

/** Gives a file to the dossier of the first candidate, as a person would choose it. */
const give = async (name: string, bytes: Uint8Array | string): Promise<void> => {
  writeFileSync(join(folder, name), bytes);
  await answerDialogs(launched.app, { open: [join(folder, name)] });
  const [session] = await ask(page, 'session.list', {});
  if (!session) throw new Error('no session');
  const [candidate] = await ask(page, 'candidate.list', { sessionId: session.id });
  if (!candidate) throw new Error('no candidate');
  await ask(page, 'piece.add', { sessionId: session.id, candidateId: candidate.id, kind: 'other' });
};
const read = async (name: string): Promise<void> => {
  await page.getByRole('button', { name: `Consulter ${name}`, exact: true }).click();
};
const leave = async (): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).last().click();
  await expect(page.getByRole('dialog')).toBeHidden();
};
const painted = (number: number, count: number) => reader.getByRole('region', { name: `Page ${number} sur ${count}`, exact: true }).locator('canvas');

test.beforeAll(async () => {
  launched = await launchApp();
  page = launched.page;
  page.setDefaultTimeout(15_000);
  reader = page.frameLocator('iframe');
  await page.getByRole('button', { name: /^Découvrir avec la session de démonstration/ }).click();
  await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 30_000 });
  await give('long.pdf', await drawReport(500, 150));
  await give('notes.txt', `${'Une ligne de texte ordinaire, ni longue ni courte.\n'.repeat(40_000)}La conclusion dit : œuvre achevée.\n`);
  await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
  await page.getByText('Dossiers', { exact: true }).first().click();
});
test.afterAll(async () => {
  await launched?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a report of 500 pages is read by its pages, its thumbnails and its words, from the keyboard', async () => {
  test.setTimeout(60_000);
  await read('long');
  await expect(painted(1, 500)).toBeVisible();
  await keep(page, 'reader-first');
  await reader.getByRole('textbox', { name: 'Page sur 500' }).fill('500');
  await page.keyboard.press('Enter');
  await expect(painted(500, 500)).toBeVisible();
  await expect(painted(1, 500)).toHaveCount(0);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ORNITHORYNQUE');
  await expect(painted(rare.page, 500)).toBeVisible();
  await expect(reader.getByRole('search').getByText('1 sur 1', { exact: true })).toBeVisible();
  await keep(page, 'reader-found');
  await page.keyboard.press('Escape');
  await expect(reader.getByRole('search')).toBeHidden();
  await page.keyboard.press('v');
  await expect(reader.getByRole('button', { name: `Page ${rare.page} sur 500` }).locator('canvas')).toBeVisible();
  expect(await reader.locator('canvas').count()).toBeLessThan(30);
  await keep(page, 'reader-panel');
  await reader.getByRole('button', { name: 'Plan', exact: true }).click();
  await reader.getByRole('button', { name: 'Chapitre 3' }).click();
  await expect(painted(201, 500)).toBeVisible();
  await page.keyboard.press('r');
  const turned = await painted(201, 500).boundingBox();
  expect(turned?.width).toBeGreaterThan(turned?.height ?? 0);
  await keep(page, 'reader-turned');
  await leave();
  await read('long');
  await expect(painted(201, 500)).toBeVisible();
  await leave();
});
