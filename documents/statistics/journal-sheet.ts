import type { Result } from '../../domain/errors.ts';
import type { JournalCheck, JournalLine, JournalView } from '../../domain/journal-view.ts';
import type { Instant } from '../../domain/time.ts';
import { journalReason, journalSentence, journalSheetWords as words, journalWho, journalWords } from '../../words/journal.ts';
import { dayOf, formatDay, formatInstant, formatShortDay, formatTime } from '../../words/typography.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { ink } from '../minute/sheet.ts';
import { cell, drawTable, type Cell } from '../minute/table.ts';
import { drawPage } from '../retention/page.ts';

/** What the journal on paper says. */
export interface JournalSheetFacts {
  readonly journal: JournalView;
  readonly check: JournalCheck;
  readonly organism: string;
  readonly madeAt: Instant;
  readonly demonstration: boolean;
  readonly fonts: MinuteFonts;
}

const rowOf = (line: JournalLine, timeZone: string): readonly Cell[] => {
  const { at, who, told } = line;
  const reason = journalReason(told);
  return [
    cell(`${formatShortDay(dayOf(at, timeZone))}, ${formatTime(at, timeZone)}`),
    cell(journalWho(who)),
    { texts: [{ text: journalSentence(told) }, ...(reason === '' ? [] : [{ text: journalWords.reasonIs(reason), colour: ink.soft }])] },
  ];
};

/** Draws the journal line by line, none gathered and none cut by a page, as PDF/A-3a and PDF/UA-1, with what its chain said that day. Error: glyph-missing. */
export const drawJournal = ({ journal, check, organism, madeAt, demonstration, fonts }: JournalSheetFacts): Promise<Result<Uint8Array>> => {
  const { lines, number, title, timeZone } = journal;
  const { session, register } = check;
  const said = lines.flatMap(({ who, told }) => [journalWho(who), journalSentence(told), journalReason(told)]);
  return drawPage(
    {
      title: words.title,
      subject: words.subject,
      author: organism,
      madeAt,
      demonstration: demonstration ? words.demonstration : null,
      fonts,
      typed: [...new Set([organism, number, title, ...said])],
      pages: { running: words.running(number), foot: words.foot(number, formatDay(dayOf(madeAt, timeZone))), page: words.page },
    },
    (sheet, root) => {
      sheet.write(root, words.session(number, title), { size: 12, style: 'semibold', after: 3 });
      sheet.write(root, words.edited(formatInstant(madeAt, timeZone), lines.length), { size: 9.5, after: 3 });
      sheet.write(root, session.broken === null ? journalWords.holds(session.links) : journalWords.broken(session.broken), { size: 9.5, after: 3 });
      if (session.destroyed) sheet.write(root, journalWords.destroyed, { size: 9.5, after: 3 });
      if (register.broken !== null) sheet.write(root, journalWords.registerBroken(register.broken), { size: 9.5, after: 3 });
      sheet.write(root, journalWords.intro, { size: 9.5, colour: ink.soft, after: 10 });
      if (lines.length === 0) return sheet.write(root, journalWords.empty);
      drawTable(sheet, root, {
        head: 2,
        size: 9,
        padding: 3.5,
        columns: [
          { title: journalWords.when, width: 98 },
          { title: journalWords.who, width: 106 },
          { title: journalWords.what, width: sheet.width - 204 },
        ],
        rows: lines.map((line) => rowOf(line, timeZone)),
      });
    },
  );
};
