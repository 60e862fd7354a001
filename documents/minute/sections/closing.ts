import { minuteWords } from '../../../words/minute.ts';
import { dayOf, formatTime } from '../../../words/typography.ts';
import { sayInstant, type Printing } from '../printing.ts';
import { ink } from '../sheet.ts';

/** Section 9: what happened during the session, or "Néant.". */
export const drawIncidents = ({ sheet, root, record }: Printing, number: number): void => {
  const words = minuteWords.incidents;
  sheet.heading(root, `${number}. ${words.heading}`, 2);
  if (record.incidents.length === 0) sheet.write(root, words.none);
  for (const { at, text } of record.incidents) {
    const sameDay = dayOf(at, record.session.timeZone) === record.session.heldOn;
    const when = sameDay ? words.at(formatTime(at, record.session.timeZone)) : words.onDay(sayInstant(record, at));
    sheet.write(root, [{ text: when, style: 'semibold' }, { text }]);
  }
};

/** Section 11: the closing formula, and the head of the journal that the record rests on. */
export const drawClosing = ({ sheet, root, record }: Printing, number: number): void => {
  const words = minuteWords.closing;
  sheet.heading(root, `${number}. ${words.heading}`, 2);
  sheet.write(root, words.formula(sayInstant(record, record.session.closedAt), record.session.place));
  sheet.write(root, words.chain(record.chain.head), { size: 8.5, colour: ink.soft });
};
