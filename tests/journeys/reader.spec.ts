import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { drawReport, rare, sidewaysPhoto } from '../fixtures/reports.ts';
import { expectFocusHeld, expectNoFault, expectNoFaultInReader } from './keyboard.ts';
import { ask, keep, openRoom } from './room.ts';
import { openShelf, type Shelf } from './shelf.ts';

let shelf: Shelf;
let page: Page;
let reader: FrameLocator;

test.beforeAll(async () => {
  shelf = await openShelf();
  ({ page, reader } = shelf);
  await shelf.give('Rapport-long.pdf', await drawReport(500, 150));
  await shelf.give('Notes.txt', `${'Une ligne de texte ordinaire, ni longue ni courte.\n'.repeat(40_000)}La conclusion dit : œuvre achevée.\n`);
  await shelf.give('Photo.jpg', sidewaysPhoto);
  await shelf.enter();
});
test.afterAll(async () => shelf?.close());

test('a report of 500 pages is read by its pages, its thumbnails and its words, from the keyboard', async () => {
  test.setTimeout(240_000);
  await shelf.read('Rapport-long');
  await expect(shelf.painted(1, 500)).toBeVisible();
  // The keyboard comes to its pages, and a ring shows it there; the next stop is a button of its bar, which has its own.
  const ring = (): Promise<string> => reader.locator('html').evaluate((root) => getComputedStyle(root, '::after').outlineStyle);
  expect(await ring()).toBe('none');
  await page.keyboard.press('Tab');
  await expect.poll(ring).toBe('solid');
  await page.keyboard.press('Tab');
  await expect.poll(ring).toBe('none');
  await keep(page, 'reader-first');
  await reader.getByRole('textbox', { name: 'Page sur 500' }).fill('500');
  await page.keyboard.press('Enter');
  await expect(shelf.painted(500, 500)).toBeVisible();
  await expect(shelf.painted(1, 500)).toHaveCount(0);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ORNITHORYNQUE');
  await expect(shelf.painted(rare.page, 500)).toBeVisible();
  await expect(reader.getByRole('search').getByText('1 sur 1', { exact: true })).toBeVisible();
  await keep(page, 'reader-found');
  await expectNoFaultInReader(page, 'the search');
  await page.keyboard.press('Escape');
  await expect(reader.getByRole('search')).toBeHidden();
  await page.keyboard.press('v');
  await expect(reader.getByRole('button', { name: `Page ${rare.page} sur 500` }).locator('canvas')).toBeVisible();
  expect(await reader.locator('canvas').count()).toBeLessThan(30);
  await keep(page, 'reader-panel');
  await expectNoFaultInReader(page, 'the small pages');
  await reader.getByRole('button', { name: 'Plan', exact: true }).click();
  await reader.getByRole('button', { name: 'Chapitre 3' }).click();
  await expect(shelf.painted(201, 500)).toBeVisible();
  await page.keyboard.press('?');
  await expect(reader.getByRole('dialog', { name: 'Touches du lecteur' })).toBeVisible();
  await keep(page, 'reader-help');
  await expectNoFaultInReader(page, 'the keys');
  await page.keyboard.press('Escape');
  await expectNoFaultInReader(page, 'the contents');
  await page.keyboard.press('r');
  const turned = await shelf.painted(201, 500).boundingBox();
  expect(turned?.width).toBeGreaterThan(turned?.height ?? 0);
  await keep(page, 'reader-turned');
  await shelf.leave();
  await shelf.read('Rapport-long');
  await expect(shelf.painted(201, 500)).toBeVisible();
  await shelf.leave();
});

test('a long text is read by its parts and searched to its end; a picture stands upright and turns', async () => {
  // A large window has larger text, and so have the reader's controls, which do not know it.
  await shelf.launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1620, 900));
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('18px');
  await shelf.read('Notes');
  expect(await reader.locator('html').evaluate((root) => getComputedStyle(root).fontSize)).toBe('18px');
  await expect(reader.getByText('Une ligne de texte ordinaire').first()).toBeVisible();
  await page.keyboard.press('Control+f');
  await reader.getByRole('searchbox').fill('oeuvre achevee');
  await expect(reader.getByText('La conclusion dit : œuvre achevée.')).toBeVisible();
  await expect(reader.getByRole('search').getByText('1 sur 1', { exact: true })).toBeVisible();
  await keep(page, 'reader-text');
  await expectNoFaultInReader(page, 'a text');
  await shelf.leave();
  await shelf.read('Photo');
  const picture = reader.getByRole('img', { name: 'Photo' });
  await expect(picture).toBeVisible();
  // The file is 60 wide and 40 high, and says that it is to be turned by a quarter.
  const upright = await picture.boundingBox();
  expect(upright?.height).toBeGreaterThan(upright?.width ?? 0);
  await reader.getByRole('button', { name: 'Tourner d’un quart de tour' }).click();
  await expect
    .poll(async () => {
      const turned = await picture.boundingBox();
      return (turned?.width ?? 0) > (turned?.height ?? 0);
    })
    .toBe(true);
  await keep(page, 'reader-picture');
  await expectNoFaultInReader(page, 'a picture');
  await shelf.leave();
});

test('a member reads alone and notes; the notes come back to their author and to nobody else', async () => {
  test.setTimeout(240_000);
  const { members, sessionId, candidate } = await openRoom(page);
  const { line } = await ask(page, 'sitting.candidate', { sessionId, candidateId: candidate('D-01') });
  const [first, second] = line.composition.sitting.map((id) => members.find((each) => each.id === id));
  if (!first || !second) throw new Error('two members sit');
  await page.getByRole('button', { name: /Délibéré, Accueil/ }).click();
  await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
  await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Délibérer').click();
  const enter = async (name: string, pin: string): Promise<void> => {
    await page.getByRole('button', { name: 'Lire et noter en privé…' }).click();
    await page.getByLabel('Membre du jury').selectOption({ label: name });
    await page.getByLabel('Votre code personnel').fill(pin);
    await page.keyboard.press('Enter');
  };
  const names = async (): Promise<readonly string[]> => page.getByLabel('Membre du jury').locator('option:not([disabled])').allTextContents();
  await expect(page.getByRole('button', { name: 'Lire et noter en privé…' })).toBeVisible();
  await keep(page, 'reader-deliberation');
  await page.getByRole('button', { name: 'Lire et noter en privé…' }).click();
  await expectFocusHeld(page);
  await keep(page, 'notes-pass');
  await expectNoFault(page, 'who reads');
  const [one = '', two = ''] = await names();
  // A code that was refused leaves the screen, and its field has the focus again.
  await page.getByLabel('Membre du jury').selectOption({ label: one });
  await page.getByLabel('Votre code personnel').fill('0000');
  await page.getByRole('button', { name: 'Ouvrir mes notes' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Votre code personnel')).toBeFocused();
  await expect(page.getByLabel('Votre code personnel')).toHaveValue('');
  await page.getByRole('button', { name: 'Revenir à la délibération' }).click();
  await enter(one, first.pin);
  await expect(page.getByRole('heading', { name: `Vos notes, ${one}` })).toBeVisible();
  await expect(reader.locator('canvas').first()).toBeVisible();
  await page.getByLabel('Sur toute la pièce').fill('Un rapport clair, mais la conclusion manque.');
  await reader.getByRole('button', { name: 'Page suivante' }).click();
  await page.getByLabel('Sur la page 2').fill('Le tableau se contredit.');
  await page.getByLabel('Sur BC01-C1').fill('Établie par le livrable.');
  await expect(page.getByText(/^Notes enregistrées à/)).toBeVisible();
  await keep(page, 'notes-desk');
  await expectNoFault(page, 'the notes');
  await page.getByRole('button', { name: 'Refermer et rendre l’ordinateur' }).click();
  await expect(page.getByRole('button', { name: 'Lire et noter en privé…' })).toBeVisible();
  expect(await page.content()).not.toContain('la conclusion manque');
  await enter(two, second.pin);
  await expect(page.getByRole('heading', { name: `Vos notes, ${two}` })).toBeVisible();
  await expect(page.getByLabel('Sur toute la pièce')).toHaveValue('');
  await page.getByRole('button', { name: 'Refermer et rendre l’ordinateur' }).click();
  await enter(one, first.pin);
  await expect(page.getByLabel('Sur toute la pièce')).toHaveValue('Un rapport clair, mais la conclusion manque.');
  await expect(page.getByText('Le tableau se contredit.')).toBeVisible();
});
