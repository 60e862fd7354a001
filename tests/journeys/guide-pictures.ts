import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { readPng, writeSmallPng } from '../../scripts/guide/palette.ts';
import type { Launched } from './launch.ts';

const folder = process.env['DELIBERE_GUIDE'] ?? join(import.meta.dirname, '..', '..', 'artifacts', 'guide');

/** The hour of the demonstration day, so that a picture made another day is the same. */
export const setClock = ({ app }: Launched, at: string): Promise<void> =>
  app.evaluate((_, instant) => {
    const real = Date.now.bind(Date);
    const shift = Date.parse(instant) - real();
    Date.now = () => real() + shift;
  }, at);

/** Gives the window the size of the guide's pictures, in the light. */
export const frame = async ({ app, page }: Launched): Promise<void> => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
};

/** Makes a picture of the guide as it is kept: 1280×720, few colours, less than 80 KiB. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => (document.activeElement as HTMLElement | null)?.blur()));
  await page.mouse.move(1279, 719);
  await page.waitForTimeout(300);
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  const pixels = readPng(taken);
  expect([pixels.width, pixels.height], name).toEqual([1280, 720]);
  const small = [64, 32, 16].map((colours) => writeSmallPng(pixels, colours)).find((bytes) => bytes.length <= 80 * 1024);
  expect(small, name).toBeDefined();
  mkdirSync(folder, { recursive: true });
  if (small) writeFileSync(join(folder, `${name}.png`), small);
};
