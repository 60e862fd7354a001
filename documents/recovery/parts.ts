import type { MinuteFonts } from '../minute/fonts.ts';
import { Letters } from '../minute/letters.ts';
import { writeList } from '../minute/list.ts';
import { closePaper, openPaper, type Element } from '../minute/paper.ts';
import { ink, Sheet } from '../minute/sheet.ts';
import type { RecoveryCode } from './code.ts';

const perRow = 3;
const boxHeight = 46;
const gap = 12;

/** The groups of the code in boxes, each letter in a cell of its own so that none runs into the next; `spoken` is how a screen reader says them. */
export const drawCode = (sheet: Sheet, parent: Element, code: RecoveryCode, spoken: (groups: readonly string[]) => string): void => {
  const groups = code.split('-');
  const { paper, left } = sheet;
  const width = (sheet.width - gap * (perRow - 1)) / perRow;
  const cell = (width - 20) / 5;
  const element = paper.struct('P', { actual: spoken(groups) });
  parent.add(element);
  for (const [rank, group] of groups.entries()) {
    const [x, y] = [left + (rank % perRow) * (width + gap), sheet.y + Math.floor(rank / perRow) * (boxHeight + gap)];
    sheet.decorate(() => paper.lineWidth(1).strokeColor(ink.text).rect(x, y, width, boxHeight).stroke());
    element.add(() => {
      for (const [place, letter] of [...group].entries())
        sheet.stack(sheet.lines(letter, cell, 25, 'bold'), x + 10 + place * cell, y + 8, 25, ink.text, 'center', cell);
    });
  }
  element.end();
  sheet.y += Math.ceil(groups.length / perRow) * (boxHeight + gap);
};

/** What every sheet says under what it is of: what it is for, how it is used, where it is kept. */
export const writeAdvice = (
  sheet: Sheet,
  root: Element,
  words: {
    readonly why: { readonly heading: string; readonly text: string };
    readonly how: { readonly heading: string; readonly steps: readonly string[] };
    readonly where: { readonly heading: string; readonly rules: readonly string[] };
  },
): void => {
  sheet.heading(root, words.why.heading, 2);
  sheet.write(root, words.why.text);
  sheet.heading(root, words.how.heading, 2);
  writeList(sheet, root, words.how.steps, 10.5);
  sheet.heading(root, words.where.heading, 2);
  writeList(sheet, root, words.where.rules, 10.5);
};

/** Draws one sheet as PDF/A-3a and PDF/UA-1 from its top: what it is called, what bears it, and what `write` puts under that. */
export const drawSheet = async (
  facts: {
    readonly fonts: MinuteFonts;
    readonly documentTitle: string;
    readonly subject: string;
    readonly author: string;
    readonly title: string;
    readonly subtitle: string;
    readonly demonstration: string | null;
    readonly at: string;
  },
  write: (sheet: Sheet, root: Element) => void,
): Promise<Uint8Array> => {
  const paper = openPaper(facts.fonts, {
    title: facts.documentTitle,
    author: facts.author,
    subject: facts.subject,
    keywords: '',
    createdAt: new Date(facts.at),
  });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, new Letters(facts.fonts), () => undefined);
  sheet.write(root, facts.author, { size: 10, style: 'semibold', colour: ink.soft, after: 8 });
  sheet.write(root, facts.title, { tag: 'H1', size: 23, style: 'bold', colour: ink.accent, after: 2 });
  sheet.write(root, facts.subtitle, { size: 13, style: 'semibold', after: facts.demonstration === null ? 8 : 4 });
  if (facts.demonstration !== null) sheet.write(root, facts.demonstration, { style: 'semibold', after: 8 });
  write(sheet, root);
  root.end();
  return closePaper(paper);
};
