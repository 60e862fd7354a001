import type { JournalView } from '../../domain/journal-view.ts';
import { journalKinds, journalReason, journalSentence, journalWho, journalWords } from '../../words/journal.ts';
import { dayOf, formatShortDay, formatTime } from '../../words/typography.ts';
import { writeRows } from '../imports/corrections.ts';

/** The journal as a French spreadsheet opens it: one line an act, in the order of time. */
export const writeJournal = ({ lines, timeZone }: JournalView): Uint8Array =>
  writeRows([
    [journalWords.day, journalWords.hour, journalWords.who, journalWords.kind, journalWords.what, journalWords.reason],
    ...lines.map(({ at, who, told }) => [
      formatShortDay(dayOf(at, timeZone)),
      formatTime(at, timeZone),
      journalWho(who),
      journalKinds[told.kind],
      journalSentence(told),
      journalReason(told),
    ]),
  ]);

/** The journal for a program to read: one JSON object a line, an act each, its instant in UTC. */
export const writeJournalLines = ({ lines }: JournalView): Uint8Array =>
  Buffer.from(
    lines
      .map(({ at, who, told }) =>
        JSON.stringify({
          at,
          who: journalWho(who),
          kind: told.kind,
          nature: journalKinds[told.kind],
          what: journalSentence(told),
          reason: journalReason(told),
        }),
      )
      .map((line) => `${line}\n`)
      .join(''),
    'utf8',
  );
