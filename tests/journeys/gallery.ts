// A gallery: each screen of the program seen in each light, at each size, and judged by its geometry and by axe. `npm test` sees each screen in two looks
// drawn by its name; the long run sees them all. DELIBERE_LOOKS, a pattern, chooses by name: DELIBERE_LOOKS='light-1280|dark-1280'.
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, type Page } from '@playwright/test';
import type { Screen } from '../../renderer/store/screen.ts';
import { readerWords } from '../../words/reader.ts';
import { stageWords } from '../../words/screens.ts';
import { ask } from './asking.ts';
import { judge } from './geometry.ts';
import { expectNoFault } from './keyboard.ts';
import type { Launched } from './launch.ts';

const lights = ['light', 'dark', 'contrast', 'forced'] as const;
const sizes = [
  { name: '1280', width: 1280, height: 720, zoom: 1 },
  { name: '1366', width: 1366, height: 768, zoom: 1 },
  { name: '1920', width: 1920, height: 1080, zoom: 1 },
  { name: 'zoom', width: 1366, height: 768, zoom: 2 },
] as const;
const looks = lights.flatMap((light) => sizes.map((size) => ({ light, size, name: `${light}-${size.name}` })));
type Look = (typeof looks)[number];

const drawn = (name: string): readonly Look[] => {
  const pattern = process.env['DELIBERE_LOOKS'];
  if (pattern !== undefined) return looks.filter((look) => new RegExp(pattern).test(look.name));
  if (process.env['DELIBERE_LONG'] !== undefined) return looks;
  const seed = createHash('sha256').update(name).digest();
  // One of light or dark, one of the two others, at sizes that differ.
  const [first = 0, second = 0, size = 0] = seed;
  const sizeOf = (rank: number) => sizes[(size + rank) % sizes.length];
  return looks.filter(
    (look) =>
      (look.light === lights[first % 2] && look.size === sizeOf(0)) ||
      (look.light === lights[2 + (second % 2)] && look.size === sizeOf(1 + ((second >> 4) % 3))),
  );
};

/** The wall that the pictures of one journey hang on, and what was found wrong with them. */
export interface Wall {
  readonly page: Page;
  /** Sees the screen as it stands, under this name, in the looks drawn for it. */
  readonly hang: (name: string) => Promise<void>;
  /** Goes to a screen, then sees it. */
  readonly visit: (screen: Screen, name: string) => Promise<void>;
  readonly go: (screen: Screen) => Promise<void>;
  readonly faults: readonly string[];
}

const settle = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.querySelector('h1, [role="dialog"], [role="alertdialog"]') !== null &&
      [...document.querySelectorAll('[role="status"].visually-hidden')].every(({ textContent }) => textContent !== 'Lecture en cours…'),
  );
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map(({ finished }) => Promise.race([finished, new Promise((resolve) => setTimeout(resolve, 400))])),
    ),
  );
  for (const reader of await page.locator('iframe').all()) await expect(reader.contentFrame().getByText(readerWords.loading)).toBeHidden();
};

/** A window of another size has its list back at the line that matters after 200 ms, and its document drawn at the new width. */
const laidAnew = 500;

const pictureOf = async ({ BrowserWindow }: typeof import('electron')): Promise<string> =>
  (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64') ?? '';

/** Hangs the pictures of a program that runs. */
export const wallOf = ({ app, page }: Launched): Wall => {
  const faults: string[] = [];
  const find = (fault: string): void => {
    faults.push(fault);
    appendFileSync(join(folder, 'faults.txt'), `${fault}\n`);
  };
  const folder = join(import.meta.dirname, '..', '..', 'artifacts', 'screens', 'gallery');
  const wear = async ({ light, size }: Look): Promise<void> => {
    await page.emulateMedia({
      colorScheme: light === 'dark' || light === 'forced' ? 'dark' : 'light',
      forcedColors: light === 'forced' ? 'active' : 'none',
      contrast: light === 'contrast' ? 'more' : 'no-preference',
    });
    await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    }, size);
    const width = Math.round(size.width / size.zoom);
    await page.waitForFunction((wanted) => Math.abs(innerWidth - wanted) < 2, width);
    await page.waitForTimeout(laidAnew);
    await settle(page);
  };
  const hang = async (name: string): Promise<void> => {
    await settle(page);
    for (const look of drawn(name)) {
      const where = `${name} ${look.name}`;
      await wear(look);
      mkdirSync(join(folder, look.name), { recursive: true });
      const path = join(folder, look.name, `${name}.png`);
      if (look.size.zoom === 1) await page.screenshot({ path });
      // A picture taken by the tools of the page keeps only a corner of a page that is zoomed: the window takes its own.
      else writeFileSync(path, Buffer.from(await app.evaluate(pictureOf), 'base64'));
      const { name: size, zoom } = look.size;
      for (const fault of await judge(page, zoom > 1)) find(`${where}: ${fault}`);
      // What axe sees depends on the light and on the zoom, not on how wide the window is.
      if (size === '1366' || size === '1920') continue;
      // Colours that the system imposes are the system's: axe reckons with those of the sheets, which are not drawn.
      const isForced = look.light === 'forced';
      await expectNoFault(page, where).catch((error: unknown) => {
        for (const line of String(error)
          .split('\n')
          .filter((each) => each.includes(`${where}:`) && !(isForced && each.includes(': color-contrast '))))
          find(stripVTControlCharacters(line).trim());
      });
    }
    await wear({ light: 'light', size: sizes[1], name: 'light-1366' } as Look);
  };
  const go = async (screen: Screen): Promise<void> => {
    const stage = screen.kind in stageWords ? stageWords[screen.kind as keyof typeof stageWords] : null;
    // The page that is left keeps its own place once more when it is slow: the one that was asked for is come to, or the gallery stops.
    await expect(async () => {
      await ask(page, 'place.keep', { text: JSON.stringify(screen), sessionId: 'sessionId' in screen ? screen.sessionId : null });
      await page.reload();
      await expect(page.locator('#root')).not.toBeEmpty();
      await settle(page);
      if (stage !== null) await expect(page.locator('[aria-current="step"]')).toContainText(stage, { timeout: 3000 });
      if (screen.kind !== 'deliberate' || screen.candidateId === undefined) return;
      const { candidates } = await ask(page, 'sitting.get', { sessionId: screen.sessionId });
      const name = candidates.find(({ id }) => id === screen.candidateId)?.name;
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '', { timeout: 3000 });
    }).toPass({ timeout: 60_000 });
  };
  const visit = async (screen: Screen, name: string): Promise<void> => {
    await go(screen);
    await hang(name);
  };
  return { page, hang, visit, go, faults };
};
