import { minuteWords, pathWords } from '../../../words/minute.ts';
import { formatDay, formatShortDay } from '../../../words/typography.ts';
import type { Printing } from '../printing.ts';
import { ink } from '../sheet.ts';
import { cell, drawTable } from '../table.ts';

const words = minuteWords.candidates;

/** Section 6: who was registered, came, was excused or absent, by which path, and the check of the entry date. */
export const drawCandidates = ({ sheet, root, record }: Printing, number: number): void => {
  const { decisionDate, registrationEnd } = record.certification;
  sheet.heading(root, `${number}. ${words.heading}`, 2, 150);
  sheet.write(root, words.intro(words.registered(record.candidates.length), formatDay(decisionDate), formatDay(registrationEnd)));
  const paths = [...new Set(record.candidates.map((candidate) => candidate.accessPath))];
  sheet.write(root, words.paths(paths.map((path) => `${path}, ${pathWords[path]}`)), { size: 9, colour: ink.soft });
  const { columns } = words;
  drawTable(sheet, root, {
    head: 1,
    columns: [
      { title: columns.number, width: 38 },
      { title: columns.name, width: sheet.width - 306 },
      { title: columns.path, width: 34 },
      { title: columns.presence, width: 66 },
      { title: columns.entry, width: 64 },
      { title: columns.check, width: 104 },
    ],
    rows: record.candidates.map((candidate) => [
      cell(candidate.number),
      {
        texts: [
          { text: candidate.name, style: 'semibold' },
          ...(candidate.birthDate === null ? [] : [{ text: words.birth(formatShortDay(candidate.birthDate)), size: 8, colour: ink.soft }]),
        ],
      },
      cell(candidate.accessPath),
      cell(words.presence[candidate.presence]),
      cell(formatShortDay(candidate.entry.entryDate)),
      {
        texts: [
          { text: candidate.entry.entitled ? words.entitled : words.notEntitled },
          ...(candidate.entryProof === '' ? [] : [{ text: candidate.entryProof, size: 8, colour: ink.soft }]),
        ],
      },
    ]),
  });
};
