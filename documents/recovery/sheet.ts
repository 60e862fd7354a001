import { done, failed, type Result } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import { recoveryWords as words } from '../../words/recovery.ts';
import { formatInstant, formatFingerprint } from '../../words/typography.ts';
import { drawFacts } from '../minute/facts.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { cleanText, Letters } from '../minute/letters.ts';
import { writeList } from '../minute/list.ts';
import { closePaper, openPaper, type Element } from '../minute/paper.ts';
import { ink, Sheet } from '../minute/sheet.ts';
import type { RecoveryCode } from './code.ts';

/** What a recovery sheet says; `fingerprint` is the root's SHA-256 in hexadecimal. */
export interface RecoveryFacts {
  readonly code: RecoveryCode;
  readonly organism: string;
  readonly fingerprint: string;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly timeZone: string;
  readonly demonstration: boolean;
  readonly fonts: MinuteFonts;
}

const perRow = 3;
const boxHeight = 46;
const gap = 12;

/** The groups of the code in boxes, each letter in a cell of its own so that none runs into the next. */
const drawCode = (sheet: Sheet, parent: Element, groups: readonly string[]): void => {
  const { paper, left } = sheet;
  const width = (sheet.width - gap * (perRow - 1)) / perRow;
  const cell = (width - 20) / 5;
  const element = paper.struct('P', { actual: words.spoken(groups) });
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

/** Draws the recovery sheet as PDF/A-3a and PDF/UA-1, on one page. Error: glyph-missing. */
export const drawRecoverySheet = async (facts: RecoveryFacts): Promise<Result<Uint8Array>> => {
  const letters = new Letters(facts.fonts);
  const character = letters.missing(cleanText(facts.organism));
  if (character !== null) return failed('glyph-missing', { character });
  const paper = openPaper(facts.fonts, {
    title: words.documentTitle,
    author: facts.organism,
    subject: words.subject,
    keywords: '',
    createdAt: new Date(facts.savedAt),
  });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, letters, () => undefined);
  sheet.write(root, facts.organism, { size: 10, style: 'semibold', colour: ink.soft, after: 8 });
  sheet.write(root, words.title, { tag: 'H1', size: 23, style: 'bold', colour: ink.accent, after: 2 });
  sheet.write(root, words.subtitle, { size: 13, style: 'semibold', after: facts.demonstration ? 4 : 8 });
  if (facts.demonstration) sheet.write(root, words.demonstration, { style: 'semibold', after: 8 });
  sheet.heading(root, words.codeHeading, 2);
  drawCode(sheet, root, facts.code.split('-'));
  sheet.write(root, words.codeHint, { size: 9.5, colour: ink.soft });
  sheet.heading(root, words.facts.heading, 2);
  drawFacts(sheet, root, [
    [words.facts.organism, facts.organism],
    [words.facts.created, formatInstant(facts.createdAt, facts.timeZone)],
    [words.facts.saved, formatInstant(facts.savedAt, facts.timeZone)],
    [words.facts.fingerprint, formatFingerprint(facts.fingerprint).replace(/^((?:\S+ ){7}\S+) /, '$1\n')],
  ]);
  sheet.heading(root, words.why.heading, 2);
  sheet.write(root, words.why.text);
  sheet.heading(root, words.how.heading, 2);
  writeList(sheet, root, words.how.steps, 10.5);
  sheet.heading(root, words.where.heading, 2);
  writeList(sheet, root, words.where.rules, 10.5);
  root.end();
  return done(await closePaper(paper));
};
