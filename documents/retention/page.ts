import { done, failed, type Result } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { cleanText, Letters } from '../minute/letters.ts';
import { closePaper, margins, openPaper, type Element } from '../minute/paper.ts';
import { ink, Sheet } from '../minute/sheet.ts';

/** What every plain page says of itself. */
export interface PageFacts {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly madeAt: Instant;
  /** The sentence that says that the people are fictitious, or null. */
  readonly demonstration: string | null;
  readonly fonts: MinuteFonts;
  /** Every text typed by somebody, to be looked for in the fonts first. */
  readonly typed: readonly string[];
  /** For a document of several pages: what is said at the head of each but the first, and at the foot of each beside its rank. */
  readonly pages?: { readonly running: string; readonly foot: string; readonly page: (rank: number, count: number) => string };
}

const footSize = 7.5;

const drawFoot = (sheet: Sheet, { foot, page }: NonNullable<PageFacts['pages']>): void => {
  const { paper, left, width } = sheet;
  const { count } = paper.bufferedPageRange();
  for (let rank = 0; rank < count; rank += 1) {
    paper.switchToPage(rank);
    const top = paper.page.height - margins.bottom + 20;
    paper.markContent('Artifact', { type: 'Pagination' });
    sheet.stack(sheet.lines(foot, width - 90, footSize), left, top, footSize, ink.soft);
    sheet.stack(sheet.lines(page(rank + 1, count), 90, footSize), left, top, footSize, ink.soft, 'right', width);
    paper.endMarkedContent();
  }
};

/** Draws a titled page as PDF/A-3a and PDF/UA-1. Error: glyph-missing. */
export const drawPage = async (facts: PageFacts, body: (sheet: Sheet, root: Element) => void): Promise<Result<Uint8Array>> => {
  const letters = new Letters(facts.fonts);
  for (const text of facts.typed) {
    const character = letters.missing(cleanText(text)) ?? letters.missing(cleanText(text), 'semibold');
    if (character !== null) return failed('glyph-missing', { character });
  }
  const { title, subject, author, madeAt } = facts;
  const paper = openPaper(facts.fonts, { title, author, subject, keywords: '', createdAt: new Date(madeAt) });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, letters, () => undefined);
  sheet.write(root, author, { size: 10, style: 'semibold', colour: ink.soft, after: 14 });
  sheet.write(root, title, { tag: 'H1', size: 21, style: 'bold', colour: ink.accent, after: facts.demonstration === null ? 12 : 4 });
  if (facts.demonstration !== null) sheet.write(root, facts.demonstration, { style: 'semibold', after: 10 });
  sheet.running = facts.pages?.running ?? '';
  body(sheet, root);
  root.end();
  if (facts.pages) drawFoot(sheet, facts.pages);
  return done(await closePaper(paper));
};
