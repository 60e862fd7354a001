import { minuteWords } from '../../words/minute.ts';
import { drawLine } from './lines.ts';
import { margins, type Paper } from './paper.ts';
import type { Printing } from './printing.ts';
import { ink } from './sheet.ts';

const size = 7.5;

/** Writes on every page its rank, the minute's number and the digest of the record, for the eye: assistive technology has them once. */
export const drawFooters = ({ sheet, record }: Printing, digest: string): void => {
  const { paper, left, width } = sheet;
  const { count } = paper.bufferedPageRange();
  const words = minuteWords.footer;
  const number = record.demonstration ? `${words.number(record.session.number)} · ${minuteWords.demonstration}` : words.number(record.session.number);
  const line = (text: string) => sheet.lines(text, width, size);
  for (let page = 0; page < count; page += 1) {
    paper.switchToPage(page);
    const top = paper.page.height - margins.bottom + 20;
    paper.markContent('Artifact', { type: 'Pagination' });
    paper.lineWidth(0.5).strokeColor(ink.rule).moveTo(left, top).lineTo(left + width, top).stroke();
    sheet.stack(line(number), left, top + 6, size, ink.soft);
    sheet.stack(line(words.page(page + 1, count)), left, top + 6, size, ink.soft, 'right', width);
    sheet.stack(line(words.digest(digest)), left, top + 17, size, ink.soft);
    paper.endMarkedContent();
  }
};

/** Writes "PROVISOIRE" across the page, under what is then drawn. */
export const drawWatermark = (paper: Paper): void => {
  const { width, height } = paper.page;
  const text = minuteWords.provisional;
  paper.markContent('Artifact', { type: 'Background' });
  paper.save();
  const long = paper.font('bold')._font.widthOfString(text, 104);
  paper.rotate(-54, { origin: [width / 2, height / 2] });
  drawLine(paper, { width: long, pieces: [{ run: { face: 'bold', text, rightToLeft: false }, width: long, colour: undefined }] }, (width - long) / 2, height / 2 + 36, 104, '#e4e7eb');
  paper.restore();
  paper.endMarkedContent();
};
