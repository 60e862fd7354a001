import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordText } from '../../domain/minute.ts';
import { drawMinute } from '../../documents/minute/draw.ts';
import { loadFonts } from '../../documents/minute/fonts.ts';
import type { Runtime } from '../runtime/electron.ts';
import { layEmptyApp } from './empty.ts';
import { launch } from './launch.ts';
import { alternate, timed, type Comparison } from './measure.ts';
import { countPages, writePage } from './page.ts';
import { inventRecord } from './record.ts';

/** The times, and what was printed: candidates, pages of each PDF. */
export interface Printings {
  /** Against Chromium's default, a PDF without structure. */
  readonly times: Comparison;
  /** Against Chromium writing a tagged PDF, as the minute is. */
  readonly tagged: Comparison;
  readonly candidates: number;
  readonly pages: { readonly ours: number; readonly theirs: number };
}

/**
 * Compares drawing the minute of 200 candidates with Chromium printing its text to PDF, from a page already loaded; both warm, their words met before.
 * Other names at each printing cost the drawing some 5% of processor time more (five pairs of runs, medians); a printing that has met no word, more.
 */
export const comparePrintings = async (runtime: Runtime, scratch: string, resources: string): Promise<Printings> => {
  const record = inventRecord(200, resources);
  const facts = {
    record,
    recordText: recordText(record),
    fonts: loadFonts(join(resources, 'fonts')),
    printedAt: record.session.closedAt,
    kind: 'toSign',
  } as const;
  const draw = async (): Promise<Uint8Array> => {
    const drawn = await drawMinute(facts);
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
    return drawn.value;
  };
  const { html, pages } = await writePage(await draw(), join(resources, 'fonts', 'SourceSans3_400Regular.ttf'));
  const digest = createHash('sha256').update(facts.recordText).digest('hex');
  const [plain, tagged] = [optionsFor(record.session.number, digest, false), optionsFor(record.session.number, digest, true)];
  const [page, printed] = [join(scratch, 'minute.html'), join(scratch, 'chromium.pdf')];
  writeFileSync(page, html);
  const app = await launch(runtime, layEmptyApp(join(scratch, 'empty-print')), scratch);
  try {
    await app.firstWindow();
    await app.evaluate(({ BrowserWindow }, file) => BrowserWindow.getAllWindows()[0]?.loadFile(file), page);
    const times = await alternate(
      15,
      4,
      () => timed(draw),
      () => print(app, plain),
    );
    const taggedTimes = await alternate(
      15,
      4,
      () => timed(draw),
      () => print(app, tagged),
    );
    const bytes = await app.evaluate(
      async ({ BrowserWindow }, wishes) => (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF(wishes))?.toString('base64'),
      plain,
    );
    writeFileSync(printed, Buffer.from(bytes ?? '', 'base64'));
    return { times, tagged: taggedTimes, candidates: record.candidates.length, pages: { ours: pages, theirs: await countPages(readFileSync(printed)) } };
  } finally {
    await app.close();
  }
};

/** Timed inside Electron, so that the way there and back does not count. */
const print = (app: Awaited<ReturnType<typeof launch>>, options: ReturnType<typeof optionsFor>): Promise<number> =>
  app.evaluate(async ({ BrowserWindow }, wishes) => {
    const from = performance.now();
    await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF(wishes);
    return performance.now() - from;
  }, options);

/** The minute has its number, its digest and "page x/y" under every page: so has the other one. */
const optionsFor = (number: string, digest: string, tagged: boolean) => ({
  pageSize: 'A4' as const,
  generateTaggedPDF: tagged,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: `<div style="font-size:7pt;margin:0 18mm">${number} · SHA-256 ${digest} · <span class="pageNumber"></span>/<span class="totalPages"></span></div>`,
});
