import { minuteWords } from '../../../words/minute.ts';
import { formatTime } from '../../../words/typography.ts';
import { candidateOf, memberOf, sayCandidate, sayInstant, type Printing } from '../printing.ts';
import { ink } from '../sheet.ts';
import { cell, drawTable } from '../table.ts';

const words = minuteWords.members;

/** Section 3: the members, their declarations, the recusals and who took the seat. */
export const drawMembers = ({ sheet, root, record }: Printing, number: number): void => {
  sheet.heading(root, `${number}. ${words.heading}`, 2);
  const { columns } = words;
  drawTable(sheet, root, {
    head: 0,
    columns: [
      { title: columns.name, width: 108 },
      { title: columns.quality, width: 122 },
      { title: columns.membership, width: 94 },
      { title: columns.rank, width: 70 },
      { title: columns.declared, width: sheet.width - 394 },
    ],
    rows: record.members.map((member) => {
      const told = [
        member.pedagogicalLead ? words.pedagogicalLead : '',
        member.itProfessional ? words.itProfessional : '',
        member.qualified ? words.qualified : '',
      ].filter((each) => each !== '');
      return [
        cell(member.name, 'semibold'),
        { texts: [{ text: member.quality }, { text: member.employer, colour: ink.soft }] },
        { texts: [{ text: words.membership[member.membership] }, ...told.map((text) => ({ text, size: 8, colour: ink.soft }))] },
        { texts: [{ text: words.rank[member.rank] }, ...(member.seat === 'substitute' ? [{ text: words.substitute, size: 8, colour: ink.soft }] : [])] },
        cell(member.declaredAt === null ? words.undeclared : words.declared(sayInstant(record, member.declaredAt))),
      ];
    }),
  });
  if (record.recusals.length === 0) {
    sheet.write(root, words.noRecusal);
    return;
  }
  sheet.heading(root, words.recusals, 3);
  const titles = words.recusalColumns;
  drawTable(sheet, root, {
    head: 0,
    columns: [
      { title: titles.juror, width: 128 },
      { title: titles.candidate, width: sheet.width - 358 },
      { title: titles.cause, width: 102 },
      { title: titles.substitute, width: 128 },
    ],
    rows: record.recusals.map((recusal) => [
      cell(memberOf(record, recusal.jurorId).name),
      cell(sayCandidate(candidateOf(record, recusal.candidateId))),
      cell(words.cause[recusal.cause]),
      cell(recusal.substitute === null ? words.noSubstitute : memberOf(record, recusal.substitute).name),
    ]),
  });
};

/** Section 4: where the attendance sheet is. */
export const drawAttendanceReference = ({ sheet, root }: Printing, number: number): void => {
  sheet.heading(root, `${number}. ${minuteWords.attendance.heading}`, 2);
  sheet.write(root, minuteWords.attendance.reference);
};

/** Annex A: the attendance sheet of the members, every stay in the room. */
export const drawAttendance = ({ sheet, root, record }: Printing): void => {
  const told = minuteWords.attendance;
  const zone = record.session.timeZone;
  sheet.turn();
  sheet.heading(root, told.annex, 2);
  sheet.write(root, told.explain);
  drawTable(sheet, root, {
    head: 0,
    size: 10,
    columns: [
      { title: told.columns.name, width: sheet.width - 260 },
      { title: told.columns.from, width: 120 },
      { title: told.columns.to, width: 140 },
    ],
    rows: record.members.map((member) => {
      const { attendance } = member;
      const closed = told.untilClosing(formatTime(record.session.closedAt, zone));
      return [
        { texts: [{ text: member.name, style: 'semibold' as const }, { text: words.rank[member.rank], size: 8.5, colour: ink.soft }] },
        attendance.length === 0 ? cell(told.never) : { texts: attendance.map(({ from }) => ({ text: formatTime(from, zone) })) },
        { texts: attendance.map(({ to }) => ({ text: to === null ? closed : formatTime(to, zone) })) },
      ];
    }),
  });
};
