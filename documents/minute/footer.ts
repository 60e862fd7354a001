import { minuteNumber } from '../../domain/minute.ts';
import { minuteWords } from '../../words/minute.ts';
import type { MinuteFonts } from './fonts.ts';
import { margins, type Paper } from './paper.ts';
import type { Printing } from './printing.ts';
import { ink, leading } from './sheet.ts';

const size = 7.5;

/** Writes on every page its rank, the minute's number and the digest of the record, for the eye: assistive technology has them once. */
export const drawFooters = ({ sheet, record, kind }: Printing, digest: string): void => {
  const { paper, left, width } = sheet;
  const { count } = paper.bufferedPageRange();
  const words = minuteWords.footer;
  const number = [
    words.number(minuteNumber(record)),
    ...(kind === 'provisional' ? [words.provisional] : []),
    ...(record.demonstration ? [minuteWords.demonstration] : []),
  ].join(' · ');
  const line = (text: string) => sheet.lines(text, width - 64, size);
  const numbered = line(number);
  for (let page = 0; page < count; page += 1) {
    paper.switchToPage(page);
    const top = paper.page.height - margins.bottom + 20;
    paper.markContent('Artifact', { type: 'Pagination' });
    paper
      .lineWidth(0.5)
      .strokeColor(ink.rule)
      .moveTo(left, top)
      .lineTo(left + width, top)
      .stroke();
    sheet.stack(numbered, left, top + 6, size, ink.soft);
    sheet.stack(line(words.page(page + 1, count)), left, top + 6, size, ink.soft, 'right', width);
    sheet.stack(line(words.digest(digest)), left, top + 7 + numbered.length * size * leading, size, ink.soft);
    paper.endMarkedContent();
  }
};

/**
 * Draws "PROVISOIRE" across the page, under what is then drawn: as outlines, for letters would mix with the text that others extract.
 * The footer and the notice of the first page say it in words.
 */
export const drawWatermark = (paper: Paper, fonts: MinuteFonts): void => {
  const { width, height } = paper.page;
  const scale = 104 / fonts.bold.unitsPerEm;
  const run = fonts.bold.layout(minuteWords.provisional);
  paper.markContent('Artifact', { type: 'Background' });
  paper.save();
  paper.rotate(-54, { origin: [width / 2, height / 2] });
  paper.translate((width - run.advanceWidth * scale) / 2, height / 2 + 36);
  paper.transform(scale, 0, 0, -scale, 0, 0);
  for (const [rank, glyph] of run.glyphs.entries()) {
    paper.path(glyph.path.toSVG()).fillColor(ink.mark).fill();
    paper.translate(run.positions[rank]?.xAdvance ?? glyph.advanceWidth, 0);
  }
  paper.restore();
  paper.endMarkedContent();
};
