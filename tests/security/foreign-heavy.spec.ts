import { expect, test } from '@playwright/test';
import { bombPdf, loopingPdf, notedPdf, tirelessPdf, vastImagePdf } from '../fixtures/heavy-pdf.ts';
import { openShelf, type Shelf } from '../journeys/shelf.ts';

let shelf: Shelf;
const files = { bomb: bombPdf, tireless: tirelessPdf, looping: loopingPdf, noted: notedPdf, 'vast-image': vastImagePdf } as const;

test.beforeAll(async () => {
  shelf = await openShelf();
  for (const [name, make] of Object.entries(files)) await shelf.give(`${name}.pdf`, make());
  await shelf.enter();
});
test.afterAll(async () => shelf?.close());

// Whether such a page is ever painted is the reader's affair: what is promised is that the window goes on, and that the reader can be left.
for (const name of Object.keys(files))
  test(`a PDF made to exhaust its reader leaves the window alive: ${name}`, async () => {
    await shelf.read(name);
    await shelf.page.waitForTimeout(1500);
    expect(await shelf.page.evaluate(() => 6 * 7)).toBe(42);
    await shelf.leave();
    expect(await shelf.launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(shelf.page.frames().map((frame) => new URL(frame.url()).host)).toEqual(['delibere']);
  });
