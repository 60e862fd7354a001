import { done, failed, type Result } from '../../domain/errors.ts';
import { minuteNumber, type SessionRecord } from '../../domain/minute.ts';
import type { Instant } from '../../domain/time.ts';
import { followingWords as words } from '../../words/notice.ts';
import { dayOf } from '../../words/typography.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { cleanText, Letters } from '../minute/letters.ts';
import { closePaper, margins, openPaper, type Element } from '../minute/paper.ts';
import { ink, Sheet } from '../minute/sheet.ts';
import { signHere } from './signature.ts';

/** What every paper that follows a session is drawn from. */
export interface FollowingFacts {
  /** The latest sealed record: what the papers say is what it says. */
  readonly record: SessionRecord;
  readonly madeAt: Instant;
  readonly fonts: MinuteFonts;
}

/** What stands above the text of a paper; `to` are the lines of an address. */
interface Head {
  readonly title: string;
  readonly subject: string;
  readonly to: readonly string[];
  /** What pages after the first say at their head. */
  readonly running: string;
}

/** A paper with its head, to be filled. */
export interface Letterhead {
  readonly sheet: Sheet;
  readonly root: Element;
}

/** Opens a paper as PDF/A-3a and PDF/UA-1, has it filled, and gives its bytes. Error: glyph-missing, when no font writes a text of `given`. */
export const drawFollowing = async (
  { record, madeAt, fonts }: FollowingFacts,
  head: Head,
  given: readonly string[],
  fill: (paper: Letterhead) => void,
): Promise<Result<Uint8Array>> => {
  const letters = new Letters(fonts);
  const { certifier } = record.certification;
  for (const text of [...given, ...head.to, head.running, certifier.name]) {
    const character = letters.missing(cleanText(text)) ?? letters.missing(cleanText(text), 'semibold');
    if (character !== null) return failed('glyph-missing', { character });
  }
  const paper = openPaper(fonts, {
    title: `${head.title} · ${minuteNumber(record)}`,
    author: certifier.name,
    subject: head.subject,
    keywords: '',
    createdAt: new Date(madeAt),
  });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, letters, () => undefined);
  sheet.write(root, certifier.name, { size: 10, style: 'semibold', colour: ink.soft, after: certifier.siret ? 0 : 14 });
  if (certifier.siret) sheet.write(root, words.siret(certifier.siret), { size: 9, colour: ink.soft, after: 14 });
  if (head.to.length > 0) sheet.write(root, [words.to, ...head.to].join('\n'), { indent: sheet.width / 2, after: 14 });
  sheet.write(root, head.title, { tag: 'H1', size: 21, style: 'bold', colour: ink.accent, after: record.demonstration ? 4 : 12 });
  if (record.demonstration) sheet.write(root, words.demonstration, { style: 'semibold', after: 10 });
  sheet.running = head.running;
  fill({ sheet, root });
  root.end();
  numberPages(sheet);
  return done(await closePaper(paper));
};

/** Numbers the pages of a paper that has several, for the eye: a sheet that strays from its letter is missed. */
const numberPages = (sheet: Sheet): void => {
  const { paper, left, width } = sheet;
  const { count } = paper.bufferedPageRange();
  for (let page = 0; page < count && count > 1; page += 1) {
    paper.switchToPage(page);
    paper.markContent('Artifact', { type: 'Pagination' });
    sheet.stack(sheet.lines(words.page(page + 1, count), width, 8), left, paper.page.height - margins.bottom + 20, 8, ink.soft, 'right', width);
    paper.endMarkedContent();
  }
};

/** Where the lead signs a paper, with its date and place. */
export const signFollowing = ({ sheet, root }: Letterhead, { record, madeAt }: FollowingFacts, place = ''): void => {
  const { lead, session } = record;
  signHere(sheet, root, { done: words.done(dayOf(madeAt, session.timeZone), place), lead, signature: words.signature });
};
