import type { RecordMember } from '../../../domain/minute.ts';
import { minuteWords } from '../../../words/minute.ts';
import { dayOf, formatDay, formatShortDay, formatTime } from '../../../words/typography.ts';
import { candidateOf, memberOf, sayCandidate, sayMember, sayTime, type Printing } from '../printing.ts';
import { ink } from '../sheet.ts';
import { cell, drawTable } from '../table.ts';

const words = minuteWords.members;

const capacityOf = (member: RecordMember): string =>
  member.seat === 'substitute' ? `${words.rank[member.rank]}, ${words.substitute.toLocaleLowerCase('fr')}` : words.rank[member.rank];

/** Section 3: the members, their declarations, the recusals and who took the seat. */
export const drawMembers = ({ sheet, root, record }: Printing, number: number): void => {
  const { columns } = words;
  const zone = record.session.timeZone;
  drawTable(sheet, root, {
    heading: { text: `${number}. ${words.heading}`, level: 2 },
    head: 0,
    columns: [
      { title: columns.name, width: 98 },
      { title: columns.quality, width: 108 },
      { title: columns.membership, width: 122 },
      { title: columns.rank, width: 70 },
      { title: columns.declared, width: sheet.width - 398 },
    ],
    rows: record.members.map((member) => {
      const told = [
        member.pedagogicalLead ? words.pedagogicalLead : '',
        member.itProfessional ? words.itProfessional : '',
        member.qualified ? words.qualified : '',
      ].filter((each) => each !== '');
      return [
        cell(sayMember(member), 'semibold'),
        { texts: [{ text: member.quality }, { text: member.employer, colour: ink.soft }] },
        { texts: [{ text: words.membership[member.membership] }, ...told.map((text) => ({ text, size: 8, colour: ink.soft }))] },
        { texts: [{ text: words.rank[member.rank] }, ...(member.seat === 'substitute' ? [{ text: words.substitute, size: 8, colour: ink.soft }] : [])] },
        member.declaredAt === null
          ? cell(words.undeclared)
          : { texts: [{ text: formatShortDay(dayOf(member.declaredAt, zone)) }, { text: formatTime(member.declaredAt, zone) }] },
      ];
    }),
  });
  if (record.recusals.length === 0) {
    sheet.write(root, words.noRecusal);
    return;
  }
  const titles = words.recusalColumns;
  drawTable(sheet, root, {
    heading: { text: words.recusals, level: 3 },
    head: 0,
    columns: [
      { title: titles.juror, width: 120 },
      { title: titles.candidate, width: sheet.width - 324 },
      { title: titles.cause, width: 84 },
      { title: titles.substitute, width: 120 },
    ],
    rows: record.recusals.map((recusal) => [
      cell(sayMember(memberOf(record, recusal.jurorId))),
      cell(sayCandidate(candidateOf(record, recusal.candidateId))),
      cell(words.cause[recusal.cause]),
      cell(recusal.substitute === null ? words.noSubstitute : sayMember(memberOf(record, recusal.substitute))),
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
  sheet.turn();
  sheet.heading(root, told.annex, 2);
  sheet.write(root, told.explain(formatDay(record.session.heldOn), record.session.timeZone));
  drawStays({ sheet, root, record });
};

/** Every stay of every member in the room. */
export const drawStays = ({ sheet, root, record }: Pick<Printing, 'sheet' | 'root' | 'record'>): void => {
  const told = minuteWords.attendance;
  drawTable(sheet, root, {
    head: 0,
    size: 10,
    columns: [
      { title: told.columns.name, width: sheet.width - 352 },
      { title: told.columns.from, width: 126 },
      { title: told.columns.to, width: 226 },
    ],
    rows: record.members.map((member) => {
      const { attendance } = member;
      const closed = told.untilClosing(sayTime(record, record.rectification?.closedAt ?? record.session.closedAt));
      return [
        {
          texts: [
            { text: sayMember(member), style: 'semibold' as const },
            { text: capacityOf(member), size: 8.5, colour: ink.soft },
          ],
        },
        attendance.length === 0 ? cell(told.never) : { texts: attendance.map(({ from }) => ({ text: sayTime(record, from) })) },
        { texts: attendance.map(({ to }) => ({ text: to === null ? closed : sayTime(record, to) })) },
      ];
    }),
  });
};
