import { groundsOf, recordedFacts } from '../../../domain/grounds.ts';
import type { RecordCandidate, SessionRecord } from '../../../domain/minute.ts';
import { sayGrounds } from '../../../words/grounds.ts';
import { minuteWords, pathWords } from '../../../words/minute.ts';
import { blockWords, consequenceLine, shortBlock } from '../../../words/outcome.ts';
import { capitalise, formatDay } from '../../../words/typography.ts';
import { drawFacts, type Facts } from '../facts.ts';
import { writeList } from '../list.ts';
import { sayCandidate, type Printing } from '../printing.ts';
import { ink } from '../sheet.ts';
import { publicOutcome } from './decisions.ts';

const words = minuteWords.reasons;

const toldBlocks = (candidate: RecordCandidate) =>
  candidate.blocks.flatMap(({ code, state }) =>
    'decision' in state && (state.kind === 'notValidated' || state.decision.reason !== '' || state.decision.recommendation !== '') ? [{ code, state }] : [],
  );

const noteOf = (candidate: RecordCandidate): string => (candidate.outcome.kind === 'postponed' ? candidate.outcome.note.trim() : '');

/** The candidates who have reasons, recommendations or the note of a postponement: each gets pages of their own. */
export const annexed = (record: SessionRecord): readonly RecordCandidate[] =>
  record.candidates.filter((candidate) => toldBlocks(candidate).length > 0 || noteOf(candidate) !== '');

/** Section 8: where the reasons are. */
export const drawReasonsReference = ({ sheet, root, record }: Printing, number: number): void => {
  const count = annexed(record).length;
  sheet.heading(root, `${number}. ${words.heading}`, 2);
  sheet.write(root, count === 0 ? words.none : words.reference(count));
};

/** Annex B: one page, or more, for each candidate concerned and for nobody else, so that notifying one tells nothing of the others. */
export const drawReasons = (printing: Printing): void => {
  for (const [rank, candidate] of annexed(printing.record).entries()) drawOne(printing, candidate, rank + 1);
};

const drawOne = ({ sheet, root, record }: Printing, candidate: RecordCandidate, rank: number): void => {
  const { labels } = words;
  const title = words.annex(rank, candidate.number);
  const facts = recordedFacts(record, candidate);
  sheet.turn();
  sheet.running = words.continued(title);
  const part = sheet.paper.struct('Sect');
  root.add(part);
  const told: Facts = [
    [labels.name, sayCandidate(candidate)],
    [labels.birth, candidate.birthDate === null ? '' : formatDay(candidate.birthDate)],
    [labels.path, pathWords[candidate.accessPath]],
    [labels.certification, `${record.certification.title} (${record.certification.code})`],
    [labels.outcome, consequenceLine(publicOutcome(candidate))],
  ];
  drawFacts(sheet, part, told, { text: title, level: 2 });
  const note = noteOf(candidate);
  if (note !== '') {
    sheet.heading(part, words.postponement, 3);
    sheet.write(part, note);
  }
  for (const { code, state } of toldBlocks(candidate)) {
    const block = record.certification.blocks.find((each) => each.code === code);
    const { reason, recommendation, competencies } = state.decision;
    sheet.heading(part, words.block(shortBlock(code), block?.label ?? '', blockWords[state.kind].word), 3, 94);
    const replaced = record.acts.filter(({ act }) => act.kind === 'reopening' && act.candidateId === candidate.id && act.block === code).length;
    const grounds = sayGrounds(groundsOf(facts, state, replaced), null, record.session.timeZone);
    sheet.write(part, `${capitalise(grounds)}.`, { size: 9, colour: ink.soft, after: 4, keep: 44 });
    if (reason !== '') writeLed(sheet, part, words.reason, reason);
    if (competencies.length > 0) {
      sheet.write(part, words.competencies, { style: 'semibold', after: 2, keep: 30 });
      writeList(
        sheet,
        part,
        competencies.map((each) => block?.competencies.find((known) => known.code === each)?.text ?? each),
      );
    }
    if (recommendation !== '') writeLed(sheet, part, words.recommendation, recommendation);
  }
  sheet.running = '';
  part.end();
};

/** Writes a title and the paragraphs of a text under it. */
export const writeLed = (sheet: Printing['sheet'], part: Printing['root'], title: string, text: string): void => {
  sheet.write(part, title, { style: 'semibold', after: 2, keep: 30 });
  for (const paragraph of text.split(/\r\n|[\r\n]/).filter((each) => each.trim() !== '')) sheet.write(part, paragraph);
};
