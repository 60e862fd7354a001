import { recordedFacts, groundsOf } from '../../../domain/grounds.ts';
import type { BlockCode, CandidateId, JurorId } from '../../../domain/ids.ts';
import { minuteNumber, type RecordCandidate, type SessionRecord } from '../../../domain/minute.ts';
import { numberOfMinute, type Change } from '../../../domain/rectification.ts';
import { sayGrounds } from '../../../words/grounds.ts';
import { minuteWords, pathWords } from '../../../words/minute.ts';
import { blockWords, consequenceLine, shortBlock } from '../../../words/outcome.ts';
import { rectificationWords as words, sayChange, type Names } from '../../../words/rectification.ts';
import { capitalise, formatDay } from '../../../words/typography.ts';
import { drawFacts } from '../facts.ts';
import { writeList } from '../list.ts';
import { candidateOf, memberOf, sayCandidate, sayInstant, sayMember, sayTime, type Printing } from '../printing.ts';
import { ink } from '../sheet.ts';
import { cell, drawTable } from '../table.ts';
import { publicOutcome } from './decisions.ts';
import { writeLed } from './reasons.ts';

/** A rectification as the record tells it. */
type Rectification = NonNullable<SessionRecord['rectification']>;
type BlockChange = Extract<Change, { kind: 'block' }>;

/** Section 2 of a rectifying minute: which minute it rectifies, by its number and the digest of its signed file, when and why. */
export const drawRectified = ({ sheet, root, record }: Printing, rectifies: Rectification, number: number): void => {
  const { original, previous, openedAt, closedAt, reason } = rectifies;
  const again = previous.sha256 !== original.sha256;
  sheet.heading(root, `${number}. ${words.heading}`, 2);
  drawFacts(sheet, root, [
    [words.labels.original, words.number(original.number)],
    [words.labels.digest, original.sha256],
    [words.labels.previous, again ? words.number(previous.number) : ''],
    [words.labels.previousDigest, again ? previous.sha256 : ''],
    [words.labels.opened, capitalise(sayInstant(record, openedAt))],
    [words.labels.closed, capitalise(sayInstant(record, closedAt))],
    [words.labels.reason, reason],
  ]);
  sheet.write(root, words.unchanged);
};

/** The people of a record, by their identity. */
const namesIn = (record: SessionRecord): Names => ({
  candidate: (id) => sayCandidate(candidateOf(record, id as CandidateId)),
  member: (id) => sayMember(memberOf(record, id as JurorId)),
});

/** Section 3 of a rectifying minute: "au lieu de / lire" for each change, with its reason; then the incidents noted since. */
export const drawChanges = ({ sheet, root, record }: Printing, { changes }: Rectification, number: number): void => {
  sheet.heading(root, `${number}. ${words.changes}`, 2, 110);
  const names = namesIn(record);
  const rows = changes.flatMap((change) => {
    const row = sayChange(change, names);
    return row === null ? [] : [row.map((text, rank) => cell(text, rank === 2 ? 'semibold' : 'regular'))];
  });
  const { columns } = words;
  if (rows.length > 0)
    drawTable(sheet, root, {
      head: 0,
      columns: [
        { title: columns.subject, width: 124 },
        { title: columns.before, width: 110 },
        { title: columns.after, width: 116 },
        { title: columns.reason, width: sheet.width - 350 },
      ],
      rows,
    });
  const incidents = changes.filter((change) => change.kind === 'incident');
  if (incidents.length === 0) return;
  sheet.heading(root, words.incidents, 3);
  for (const { at, text } of incidents) sheet.write(root, [{ text: minuteWords.incidents.at(sayTime(record, at)), style: 'semibold' }, { text }]);
};

/** The decisions taken again, in the order of the record. */
export const blockChanges = ({ changes }: Rectification): readonly BlockChange[] => changes.filter((change) => change.kind === 'block');

/** The same printing, of the candidates alone whose decisions were taken again: a rectifying minute tells nothing of the others. */
export const aboutConcerned = (printing: Printing, rectifies: Rectification): Printing => {
  const ids = new Set<string>(blockChanges(rectifies).map((change) => change.candidateId));
  const { record } = printing;
  const candidates = record.candidates.filter((candidate) => ids.has(candidate.id));
  return { ...printing, record: { ...record, candidates, recusals: record.recusals.filter((recusal) => ids.has(recusal.candidateId)) } };
};

/** The closing of a rectifying minute, and the head of the journal at that moment. */
export const drawRectifiedClosing = ({ sheet, root, record }: Printing, { closedAt, rank }: Rectification, number: number): void => {
  const stood = numberOfMinute(record.session.number, rank - 1);
  sheet.heading(root, `${number}. ${minuteWords.closing.heading}`, 2);
  sheet.write(root, words.closing(sayInstant(record, closedAt), record.session.place, stood));
  sheet.write(root, minuteWords.closing.chain(record.chain.head), { size: 8.5, colour: ink.soft });
};

/** Annex B of a rectifying minute: for each candidate, each decision taken again, as it stood and as it is to be read. */
export const drawRectifiedReasons = (printing: Printing, rectifies: Rectification): void => {
  const concerned = aboutConcerned(printing, rectifies).record.candidates;
  for (const [rank, candidate] of concerned.entries()) drawOne(printing, rectifies, candidate, rank + 1);
};

const drawOne = ({ sheet, root, record }: Printing, rectifies: Rectification, candidate: RecordCandidate, rank: number): void => {
  const { labels } = minuteWords.reasons;
  const title = words.annex(rank, candidate.number);
  sheet.turn();
  sheet.running = minuteWords.reasons.continued(title);
  const part = sheet.paper.struct('Sect');
  root.add(part);
  sheet.heading(part, title, 2);
  drawFacts(sheet, part, [
    [labels.name, sayCandidate(candidate)],
    [labels.birth, candidate.birthDate === null ? '' : formatDay(candidate.birthDate)],
    [labels.path, pathWords[candidate.accessPath]],
    [labels.certification, `${record.certification.title} (${record.certification.code})`],
    [minuteWords.certification.labels.number, words.number(minuteNumber(record))],
    [labels.outcome, consequenceLine(publicOutcome(candidate))],
  ]);
  for (const { block, before, after, reason, candidateId } of blockChanges(rectifies)) {
    if (candidateId !== candidate.id) continue;
    const label = record.certification.blocks.find((each) => each.code === block)?.label ?? '';
    sheet.heading(part, minuteWords.reasons.block(shortBlock(block), label, blockWords[after.kind].word), 3);
    sheet.write(part, words.cause(reason), { size: 9.5, after: 6 });
    drawState({ sheet, part, record, candidate, block }, words.before, before);
    drawState({ sheet, part, record, candidate, block }, words.after, after);
  }
  sheet.running = '';
  part.end();
};

interface Place {
  readonly sheet: Printing['sheet'];
  readonly part: Printing['root'];
  readonly record: SessionRecord;
  readonly candidate: RecordCandidate;
  readonly block: BlockCode;
}

const drawState = ({ sheet, part, record, candidate, block }: Place, title: string, state: BlockChange['before']): void => {
  sheet.write(
    part,
    [
      { text: `${title}\u00A0: `, style: 'semibold' },
      { text: words.state(blockWords[state.kind].word), style: 'semibold' },
    ],
    { after: 3, keep: 40 },
  );
  if (!('decision' in state)) return;
  const { reason, recommendation, competencies } = state.decision;
  const told = minuteWords.reasons;
  const grounds = sayGrounds(groundsOf(recordedFacts(record, candidate), state, 0), null, record.session.timeZone);
  sheet.write(part, `${capitalise(grounds)}.`, { size: 9, colour: ink.soft, after: 4 });
  if (reason !== '') writeLed(sheet, part, told.reason, reason);
  if (competencies.length > 0) {
    sheet.write(part, told.competencies, { style: 'semibold', after: 2, keep: 30 });
    const known = record.certification.blocks.find((each) => each.code === block)?.competencies ?? [];
    writeList(
      sheet,
      part,
      competencies.map((each) => known.find((one) => one.code === each)?.text ?? each),
    );
  }
  if (recommendation !== '') writeLed(sheet, part, told.recommendation, recommendation);
};
