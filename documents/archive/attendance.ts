import { minuteNumber, type SessionRecord } from '../../domain/minute.ts';
import { attendanceSheetWords as words } from '../../words/archive.ts';
import { minuteWords } from '../../words/minute.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { Letters } from '../minute/letters.ts';
import { closePaper, openPaper } from '../minute/paper.ts';
import { drawStays } from '../minute/sections/members.ts';
import { ink, Sheet } from '../minute/sheet.ts';
import { cell, drawTable } from '../minute/table.ts';
import { saysTheSame } from '../signature/redraw.ts';

/**
 * Draws the attendance sheet of an archive as PDF/A-3a and PDF/UA-1, from the record alone: the same record gives the same pages.
 * Its letters are those of the minute, which was drawn with the same fonts. The drawing belongs to format 1: another drawing is another format.
 */
export const drawAttendanceSheet = async (record: SessionRecord, fonts: MinuteFonts): Promise<Uint8Array> => {
  const { session, certification, candidates } = record;
  const number = minuteNumber(record);
  const { name } = certification.certifier;
  const paper = openPaper(fonts, {
    title: words.documentTitle(number),
    author: name,
    subject: words.subject(session.title),
    keywords: '',
    createdAt: new Date(session.closedAt),
  });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, new Letters(fonts), () => undefined);
  sheet.write(root, name, { size: 10, style: 'semibold', colour: ink.soft, after: 14 });
  sheet.write(root, words.title, { tag: 'H1', size: 21, style: 'bold', colour: ink.accent, after: 4 });
  if (record.demonstration) sheet.write(root, words.demonstration, { style: 'semibold', after: 6 });
  sheet.running = words.documentTitle(number);
  sheet.write(root, words.session(session.title, session.heldOn, session.place), { size: 11, style: 'semibold', after: 6 });
  sheet.write(root, words.explain(number, session.timeZone), { after: 10 });
  sheet.heading(root, words.members, 2);
  drawStays({ sheet, root, record });
  const { columns, presence } = minuteWords.candidates;
  drawTable(sheet, root, {
    heading: { text: words.candidates, level: 2 },
    head: 0,
    size: 10,
    columns: [
      { title: columns.number, width: 110 },
      { title: columns.name, width: sheet.width - 250 },
      { title: columns.presence, width: 140 },
    ],
    rows: candidates.map((candidate) => [cell(candidate.number, 'semibold'), cell(candidate.name), cell(presence[candidate.presence])]),
  });
  root.end();
  return closePaper(paper);
};

/** Whether an attendance sheet is the one that the record gives; another compression of the same content is the same. Never throws on hostile bytes. */
export const isAttendanceSheet = async (pdf: Uint8Array, record: SessionRecord, fonts: MinuteFonts): Promise<boolean> =>
  saysTheSame(Buffer.from(pdf), Buffer.from(await drawAttendanceSheet(record, fonts)));
