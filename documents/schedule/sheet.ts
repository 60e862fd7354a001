import { done, failed, type Result } from '../../domain/errors.ts';
import type { DoorNames, ScheduleLine } from '../../domain/schedule.ts';
import type { ScheduleReader } from '../../domain/schedule-view.ts';
import type { Instant } from '../../domain/time.ts';
import { shortBlocks } from '../../words/outcome.ts';
import { formatClock, scheduleSheetWords as words } from '../../words/schedule.ts';
import { capitalise, joinList } from '../../words/typography.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { Letters } from '../minute/letters.ts';
import { closePaper, margins, openPaper, type Element } from '../minute/paper.ts';
import { findMissingIn } from '../minute/proof.ts';
import { ink, Sheet } from '../minute/sheet.ts';
import { cell, drawTable, type Cell } from '../minute/table.ts';

/** A candidate of a printed schedule; nothing here tells how long anything lasts. */
export interface SheetCandidate {
  readonly id: string;
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly blocks: readonly string[];
  readonly defences: number;
  readonly interview: boolean;
}

/** What a printed schedule says, and to whom. */
export interface SheetFacts {
  readonly reader: ScheduleReader;
  readonly door: DoorNames;
  readonly organism: string;
  readonly session: { readonly number: string; readonly title: string; readonly heldOn: string; readonly place: string };
  readonly rooms: readonly { readonly name: string; readonly link: string }[];
  readonly lines: readonly ScheduleLine[];
  readonly candidates: readonly SheetCandidate[];
  readonly printedAt: Instant;
  readonly demonstration: boolean;
  readonly fonts: MinuteFonts;
}

const initialsOf = ({ givenName, familyName }: SheetCandidate): string =>
  [givenName, familyName]
    .flatMap((name) => name.split(/[\s-]+/))
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toLocaleUpperCase('fr')}.`)
    .join(' ');

const nameOf = (candidate: SheetCandidate): string => [candidate.givenName, candidate.familyName].filter((part) => part !== '').join(' ');

const passedBy = ({ defences, interview, blocks }: SheetCandidate): string => {
  const tests = [...(interview ? [words.interview] : []), ...(defences > 0 ? [defences > 1 ? words.defences : words.defence] : [])];
  return [joinList(tests), shortBlocks(blocks)].filter((part) => part !== '').join(' · ');
};

const start = (line: ScheduleLine): Cell => cell(formatClock(line.startsAt), 'semibold');
const soft = (text: string): Cell => ({ texts: [{ text, style: 'italic', colour: ink.soft }] });
const nobody: SheetCandidate = { id: '', number: '', givenName: '', familyName: '', blocks: [], defences: 0, interview: false };

/** A row a line: its beginning, then the cells of its candidate, or the name of a pause and the same number of cells. */
const rowsOf = (facts: SheetFacts, lines: readonly ScheduleLine[], cells: (candidate: SheetCandidate, room: number) => readonly Cell[]): (readonly Cell[])[] =>
  lines.flatMap((line): (readonly Cell[])[] => {
    if (line.kind === 'pause')
      return [
        [
          start(line),
          soft(line.label),
          ...cells(nobody, 0)
            .slice(1)
            .map(() => cell('')),
        ],
      ];
    const candidate = facts.candidates.find((each) => each.id === line.candidateId);
    return candidate ? [[start(line), ...cells(candidate, line.room)]] : [];
  });

/** For the door, in letters that are read standing: one page a room, the number of each candidate, and a name only where the person chose it. */
const drawDoor = (sheet: Sheet, root: Element, facts: SheetFacts): void => {
  const named = facts.door !== 'numbers';
  let drawn = false;
  for (const [rank, room] of facts.rooms.entries()) {
    const lines = facts.lines.filter((line) => line.kind === 'pause' || line.room === rank);
    if (!lines.some((line) => line.kind === 'slot')) continue;
    if (drawn) sheet.turn();
    drawn = true;
    drawTable(sheet, root, {
      head: 1,
      size: 14,
      padding: 7,
      heading: { text: words.room(room.name, room.link), level: 2 },
      columns: [
        { title: words.column.at, width: 110 },
        { title: words.column.candidate, width: named ? 130 : sheet.width - 110 },
        ...(named ? [{ title: words.column.name[facts.door === 'initials' ? 'initials' : 'names'], width: sheet.width - 240 }] : []),
      ],
      rows: rowsOf(facts, lines, (candidate) => [
        cell(candidate.number, 'semibold'),
        ...(named ? [cell(facts.door === 'initials' ? initialsOf(candidate) : nameOf(candidate))] : []),
      ]),
    });
  }
};

/** For the jury: names, tests and blocks, and the room where there are several. */
const drawJury = (sheet: Sheet, root: Element, facts: SheetFacts): void => {
  const several = facts.rooms.length > 1;
  for (const room of facts.rooms) sheet.write(root, words.room(room.name, room.link), { size: 10.5, style: 'semibold', after: 2 });
  sheet.y += 8;
  const room = several ? 96 : 0;
  drawTable(sheet, root, {
    head: 1,
    size: 10,
    padding: 4.5,
    columns: [
      { title: words.column.at, width: 72 },
      { title: words.column.candidate, width: (sheet.width - 72 - room) * 0.5 },
      { title: words.column.blocks, width: (sheet.width - 72 - room) * 0.5 },
      ...(several ? [{ title: words.column.room, width: room }] : []),
    ],
    rows: rowsOf(facts, facts.lines, (candidate, rank) => [
      {
        texts: [
          { text: nameOf(candidate), style: 'semibold' },
          { text: candidate.number, size: 8.5, colour: ink.soft },
        ],
      },
      cell(passedBy(candidate)),
      ...(several ? [cell(facts.rooms[rank]?.name ?? '')] : []),
    ]),
  });
};

const drawFooters = (sheet: Sheet, facts: SheetFacts): void => {
  const { paper, left, width } = sheet;
  const { count } = paper.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.switchToPage(page);
    const top = paper.page.height - margins.bottom + 20;
    paper.markContent('Artifact', { type: 'Pagination' });
    sheet.stack(sheet.lines(facts.session.number, width - 64, 7.5), left, top, 7.5, ink.soft);
    sheet.stack(sheet.lines(words.page(page + 1, count), 64, 7.5), left, top, 7.5, ink.soft, 'right', width);
    paper.endMarkedContent();
  }
};

/** Draws the order of the day for the door or for the jury as PDF/A-3a and PDF/UA-1, with start times only. Error: glyph-missing. */
export const drawScheduleSheet = async (facts: SheetFacts): Promise<Result<Uint8Array>> => {
  const letters = new Letters(facts.fonts);
  const { session } = facts;
  const pauses = facts.lines.map((line) => (line.kind === 'pause' ? line.label : ''));
  const missing = findMissingIn([['', [facts.organism, session, facts.rooms, pauses, facts.candidates]]], letters);
  if (missing) return failed('glyph-missing', missing);
  const paper = openPaper(facts.fonts, {
    title: `${words.documentTitle[facts.reader]}, ${session.number}`,
    author: facts.organism,
    subject: words.subject,
    keywords: '',
    createdAt: new Date(facts.printedAt),
  });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, letters, () => undefined);
  sheet.write(root, facts.organism, { size: 10, style: 'semibold', colour: ink.soft, after: 8 });
  sheet.write(root, words.documentTitle[facts.reader], { tag: 'H1', size: 23, style: 'bold', colour: ink.accent, after: 2 });
  sheet.write(root, capitalise(words.day(session.heldOn)), { size: 14, style: 'semibold', after: 2 });
  sheet.write(root, [session.title, session.place].filter((part) => part !== '').join(' · '), { size: 10.5, colour: ink.soft, after: 6 });
  if (facts.demonstration) sheet.write(root, words.demonstration, { style: 'semibold', after: 6 });
  sheet.write(root, words.startOnly, { size: 10, after: 8 });
  sheet.running = [words.title, words.day(session.heldOn)].join(' · ');
  if (facts.reader === 'door') drawDoor(sheet, root, facts);
  else drawJury(sheet, root, facts);
  root.end();
  drawFooters(sheet, facts);
  return done(await closePaper(paper));
};
