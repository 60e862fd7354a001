import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { activePdf, cutPdf, endlessPdf, hugePdf, scans } from '../fixtures/foreign-pdf.ts';
import { openShelf, type Shelf } from '../journeys/shelf.ts';

let shelf: Shelf;

/** A file that asks for its password, written by qpdf. */
const lockedPdf = (): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-locked-'));
  const [plain, locked] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
  writeFileSync(plain, hugePdf());
  execFileSync('qpdf', ['--encrypt', 'secret', 'secret', '256', '--', plain, locked]);
  const bytes = readFileSync(locked);
  rmSync(folder, { recursive: true });
  return bytes;
};

test.beforeAll(async () => {
  shelf = await openShelf();
  const files = { active: activePdf(), huge: hugePdf(), endless: endlessPdf(), locked: lockedPdf(), cut: cutPdf(), ...scans };
  for (const [name, bytes] of Object.entries(files)) await shelf.give(`${name}.pdf`, bytes);
  await shelf.enter();
});
test.afterAll(async () => shelf?.close());
test.afterEach(async () => {
  // Whatever was shown, the window is alive: it answers, and closes the reader.
  await shelf.leave();
  expect(await shelf.launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

/** How dark a place of a drawing is, from 0 (white) to 255, the place being a share of its width and of its height. */
const darkness = (canvas: Locator, x: number, y: number): Promise<number> =>
  canvas.evaluate(
    (element, [left, top]) => {
      const drawing = element as unknown as {
        width: number;
        height: number;
        getContext(kind: '2d'): { getImageData(...box: number[]): { data: Uint8ClampedArray } };
      };
      return 255 - (drawing.getContext('2d').getImageData(drawing.width * left, drawing.height * top, 1, 1).data[1] ?? 255);
    },
    [x, y] as const,
  );

test('a page that would act is only painted: no script, no form, no link, no file leaves it', async () => {
  await shelf.read('active');
  await expect(shelf.painted(1, 1)).toBeVisible();
  await expect.poll(() => darkness(shelf.painted(1, 1), 0.5, 0.5)).toBeGreaterThan(200);
  await shelf.painted(1, 1).click({ force: true });
  expect(await shelf.reader.locator('a, form, input[type="button"], script:not([src])').count()).toBe(0);
  const frames = shelf.page.frames();
  expect(await Promise.all(frames.map((frame) => frame.evaluate(() => 'intruder' in globalThis)))).toEqual(frames.map(() => false));
  expect(frames.map((frame) => new URL(frame.url()).host)).toEqual(['delibere', 'reader']);
});

test('the largest page there is fits its canvas and is painted', async () => {
  await shelf.read('huge');
  await expect.poll(() => darkness(shelf.painted(1, 1), 0.5, 0.5)).toBeGreaterThan(200);
  for (let times = 0; times < 12; times += 1) await shelf.reader.getByRole('button', { name: 'Agrandir' }).click();
  await expect(shelf.reader.getByText('400 %')).toBeVisible();
  const sides = await shelf
    .painted(1, 1)
    .evaluate((element) => [(element as unknown as { width: number }).width, (element as unknown as { height: number }).height]);
  expect(Math.max(...sides)).toBeLessThanOrEqual(8192);
});

test('a hundred thousand pages open on the first, and the reader says how many it shows', async () => {
  await shelf.read('endless');
  await expect(shelf.painted(1, 5000)).toBeVisible();
  await expect(shelf.reader.getByText(/annonce 100.000 pages.: les 5.000 premières sont affichées/)).toBeVisible();
  await shelf.reader.getByRole('textbox', { name: /^Page/ }).fill('5000');
  await shelf.page.keyboard.press('Enter');
  await expect.poll(() => darkness(shelf.painted(5000, 5000), 0.5, 0.5)).toBeGreaterThan(200);
  expect(await shelf.reader.getByRole('region').count()).toBeLessThan(20);
});

test('a file under a password says so', async () => {
  await shelf.read('locked');
  await expect(shelf.reader.getByText(/protégé par un mot de passe/)).toBeVisible();
});

test('a file whose table is lost is mended as far as it can be', async () => {
  await shelf.read('cut');
  await expect.poll(() => darkness(shelf.painted(1, 1), 0.5, 0.5)).toBeGreaterThan(200);
});

for (const name of Object.keys(scans))
  test(`a scan in ${name} is painted, black where it is black and white where it is white`, async () => {
    await shelf.read(name);
    await expect.poll(() => darkness(shelf.painted(1, 1), 0.35, 0.4)).toBeGreaterThan(200);
    expect(await darkness(shelf.painted(1, 1), 0.9, 0.9)).toBeLessThan(40);
  });
