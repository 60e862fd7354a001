import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { readPng, writeSmallPng } from '../../scripts/guide/palette.ts';
import type { Launched } from './launch.ts';

const folder = process.env['DELIBERE_GUIDE'] ?? join(import.meta.dirname, '..', '..', 'artifacts', 'guide');

/** Shifts the clock of a program or of a page, which then runs on. */
const shiftDate = (shift: number): void => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Real.now() + shift] : given) as [number]));
    }
    static override now = (): number => Real.now() + shift;
  } as DateConstructor;
};

/** The hour of the demonstration day, in the program and in its page, so that a picture made another day is the same. */
export const setClock = async ({ app, page }: Launched, at: string): Promise<void> => {
  const shift = Date.parse(at) - Date.now();
  await app.evaluate((_, given) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + given;
  }, shift);
  await page.addInitScript(shiftDate, shift);
  await page.evaluate(shiftDate, shift);
};

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
  const small = [160, 96, 64, 32].map((colours) => writeSmallPng(pixels, colours)).find((bytes) => bytes.length <= 80 * 1024);
  expect(small, name).toBeDefined();
  mkdirSync(folder, { recursive: true });
  if (small) writeFileSync(join(folder, `${name}.png`), small);
};
