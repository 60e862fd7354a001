import { describe, expect, it } from 'vitest';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { Letters, type Style } from './letters.ts';
import { closePaper, openPaper, type Paper } from './paper.ts';
import { Type } from './type.ts';

const fonts = fixtureFonts();
const letters = new Letters(fonts);
const styles: readonly Style[] = ['regular', 'italic', 'semibold', 'bold'];
const texts = [
  'Jury du 17 mars : 3 candidats, 9 blocs.',
  'AVA. Tokyo, L’Été « fi ffl » — “Wavy” To Te Ty 1/2',
  'deux  espaces, et une à la fin ',
  ' une au début',
  'T',
  'Ωμέγα, Ђорђе, Nguyễn Thị',
  'x\u0323\u0301y dans un mot, puis un autre',
  'שָׁלוֹם דוד',
  'محمد العربي',
  '__proto__ constructor',
  'fin a\u034F',
];

const open = (): Paper => {
  const paper = openPaper(fonts, { title: 't', author: 'a', subject: 's', keywords: 'k', createdAt: new Date('2026-03-17T17:00:00.000Z') });
  paper.addPage();
  return paper;
};

/** Writes every text in every style and size, by one way of writing a run; the same colours and places for both. */
const writeAll = (given: readonly string[], way: 'ours' | 'pdfkit'): Promise<Uint8Array> => {
  const paper = open();
  const type = new Type(paper);
  let y = 20;
  for (const size of [7.5, 10])
    for (const style of styles)
      for (const text of given)
        for (const run of letters.runs(text, style)) {
          const [x, baseline, colour] = [51.3, (y += 7.3), size === 10 ? '#1c2127' : '#515b66'];
          if (way === 'ours') type.write(run, x, baseline, size, colour);
          else {
            paper.font(run.face).fontSize(size).fillColor(colour);
            paper.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...(run.rightToLeft ? { features: [] } : {}) });
          }
        }
  return closePaper(paper);
};

describe('the type of a document', () => {
  it('is written with the bytes of the library', async () => {
    const [ours, theirs] = [await writeAll(texts, 'ours'), await writeAll(texts, 'pdfkit')];
    expect(Buffer.compare(ours, theirs)).toBe(0);
  });

  it('is measured as the library measures it, and twice the same', () => {
    for (const style of styles)
      for (const text of texts)
        for (const run of letters.runs(text, style)) {
          const theirs = open()
            .font(run.face)
            ._font.widthOfString(run.text, 1, run.rightToLeft ? [] : undefined);
          const [first, second] = [new Type(open()), new Type(open())];
          expect([first.widthOf(run), second.widthOf(run), second.widthOf(run)]).toEqual([theirs, theirs, theirs]);
        }
  });

  it('owes nothing to the documents written before', async () => {
    // Words that no other test writes: the first document meets them, the last one finds them known.
    const fresh = ['Zéphyr inédit', 'Ψύχρα jamais vue'];
    const alone = await writeAll(fresh, 'ours');
    await writeAll(texts, 'ours');
    expect(Buffer.compare(await writeAll(fresh, 'ours'), alone)).toBe(0);
  });
});
