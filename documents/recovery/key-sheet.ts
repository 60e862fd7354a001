import type { Instant } from '../../domain/time.ts';
import { keySheetWords as words } from '../../words/key-sheet.ts';
import { formatInstant } from '../../words/typography.ts';
import { drawFacts } from '../minute/facts.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { ink } from '../minute/sheet.ts';
import type { RecoveryCode } from './code.ts';
import { drawCode, drawSheet, writeAdvice } from './parts.ts';

/** What the sheet of the store's recovery key says; `sheet` is the number that tells which key file it opens. */
export interface KeySheetFacts {
  readonly code: RecoveryCode;
  readonly sheet: string;
  readonly madeAt: Instant;
  readonly timeZone: string;
  readonly fonts: MinuteFonts;
}

/** Room to write by hand. */
const blank = '\u00A0\n\u00A0';

/** Draws the sheet of the store's recovery key as PDF/A-3a and PDF/UA-1, on one page. It names nobody. */
export const drawKeySheet = (facts: KeySheetFacts): Promise<Uint8Array> =>
  drawSheet({ ...words, fonts: facts.fonts, demonstration: null, at: facts.madeAt }, (sheet, root) => {
    sheet.heading(root, words.codeHeading, 2);
    drawCode(sheet, root, facts.code, words.spoken);
    sheet.write(root, words.codeHint, { size: 9.5, colour: ink.soft });
    sheet.heading(root, words.facts.heading, 2);
    drawFacts(sheet, root, [
      [words.facts.sheet, words.facts.sheetHint(facts.sheet)],
      [words.facts.made, formatInstant(facts.madeAt, facts.timeZone)],
      [words.facts.holder, blank],
      [words.facts.computer, blank],
    ]);
    writeAdvice(sheet, root, words);
  });
