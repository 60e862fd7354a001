import type { Result } from '../../domain/errors.ts';
import { minuteNumber, type RecordCandidate, type SessionRecord } from '../../domain/minute.ts';
import type { CompanionFields } from '../../domain/notification.ts';
import type { BlockCode } from '../../domain/ids.ts';
import { minuteWords, pathWords } from '../../words/minute.ts';
import { companionWords, followingWords, noticeWords as words } from '../../words/notice.ts';
import { blockWords, shortBlock } from '../../words/outcome.ts';
import { formatDay } from '../../words/typography.ts';
import { drawFacts } from '../minute/facts.ts';
import { writeList } from '../minute/list.ts';
import { writeLed } from '../minute/sections/reasons.ts';
import { cell, drawTable } from '../minute/table.ts';
import { drawFollowing, signFollowing, type FollowingFacts, type Letterhead } from './letterhead.ts';

const labelOf = ({ certification }: SessionRecord, code: BlockCode): string =>
  words.block(shortBlock(code), certification.blocks.find((block) => block.code === code)?.label ?? '');

const nameOf = ({ certification: { title, code, level } }: SessionRecord): string => followingWords.certification(title, code, level);

const paragraphs = (paper: Letterhead, text: string): void => {
  for (const each of text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '')) paper.sheet.write(paper.root, each);
};

const drawBlocks = ({ sheet, root }: Letterhead, record: SessionRecord, candidate: RecordCandidate): void => {
  drawTable(sheet, root, {
    heading: { text: words.blocks, level: 2 },
    head: 0,
    size: 10,
    columns: [
      { title: words.columns.block, width: sheet.width - 150 },
      { title: words.columns.state, width: 150 },
    ],
    rows: candidate.blocks.map(({ code, state }) => [
      cell(labelOf(record, code)),
      { texts: [{ text: blockWords[state.kind].word }], mark: state.kind, beside: true },
    ]),
  });
  const brought = candidate.blocks.flatMap(({ code, state }) => (state.kind === 'brought' ? [{ code, brought: state.brought }] : []));
  if (brought.length > 0) {
    sheet.write(root, words.source, { style: 'semibold', after: 2, keep: 30 });
    writeList(
      sheet,
      root,
      brought.map(({ code, brought: from }) => `${shortBlock(code)} · ${sayBrought(from)}`),
    );
  }
};

const sayBrought = (brought: RecordCandidate['brings'][number]): string =>
  brought.kind === 'earlier'
    ? minuteWords.decisions.earlier(brought.minute, brought.on === null ? null : formatDay(brought.on))
    : minuteWords.decisions.equivalence(brought.from, brought.reference, formatDay(brought.on), brought.authority);

const drawReasons = ({ sheet, root }: Letterhead, record: SessionRecord, candidate: RecordCandidate): void => {
  const told = candidate.blocks.flatMap(({ code, state }) =>
    'decision' in state && (state.kind === 'notValidated' || state.decision.reason !== '' || state.decision.recommendation !== '')
      ? [{ code, decision: state.decision }]
      : [],
  );
  if (told.length === 0) return;
  sheet.heading(root, words.reasons, 2, 110);
  for (const { code, decision } of told) {
    const known = record.certification.blocks.find((block) => block.code === code)?.competencies ?? [];
    sheet.heading(root, labelOf(record, code), 3, 60);
    if (decision.reason !== '') writeLed(sheet, root, words.reason, decision.reason);
    if (decision.competencies.length > 0) {
      sheet.write(root, words.competencies, { style: 'semibold', after: 2, keep: 30 });
      writeList(
        sheet,
        root,
        decision.competencies.map((competency) => known.find((each) => each.code === competency)?.text ?? competency),
      );
    }
    if (decision.recommendation !== '') writeLed(sheet, root, words.recommendation, decision.recommendation);
  }
};

/** What follows from the result: the blocks that remain, the attestations, the texts of the VAE. */
const drawConsequences = ({ sheet, root }: Letterhead, candidate: RecordCandidate): void => {
  const { outcome } = candidate;
  const said = [
    ...(outcome.acquired.length > 0 ? [words.kept] : []),
    ...('remaining' in outcome && outcome.acquired.length > 0 && outcome.remaining.length > 0 ? [words.remaining(outcome.remaining.map(shortBlock))] : []),
    ...(outcome.kind === 'partial' ? [words.attestations(outcome.today.length)] : []),
  ];
  if (said.length > 0) sheet.write(root, said.join(' '), { after: 8 });
  if (candidate.accessPath !== 'VAE') return;
  sheet.heading(root, words.vae.title, 2);
  sheet.write(root, outcome.kind === 'partial' ? words.vae.partial(outcome.acquired.map(shortBlock)) : words.vae.other);
  sheet.write(root, words.vae.companion);
};

/** The letter that notifies a candidate: nothing of an opinion, a count, who decided, another candidate or an arrangement. Error: glyph-missing. */
export const drawNotice = (facts: FollowingFacts, candidate: RecordCandidate): Promise<Result<Uint8Array>> => {
  const { record } = facts;
  const { outcome } = candidate;
  const { regulations, session, rectification } = record;
  const title = words.titles[outcome.kind];
  const head = { title, subject: words.subject, to: [candidate.name], running: `${title} · ${candidate.number} · ${candidate.name}` };
  return drawFollowing(facts, head, [regulations.appealText], (paper) => {
    const { sheet, root } = paper;
    sheet.write(root, words.greeting, { after: 8 });
    sheet.write(root, words.intro(session.heldOn, nameOf(record), pathWords[candidate.accessPath]), { after: 8 });
    if (rectification !== null) sheet.write(root, words.rectified(minuteNumber(record)), { after: 8 });
    sheet.heading(root, words.result, 2);
    sheet.write(root, words.outcome(outcome.kind), { style: 'semibold', size: 11.5, after: 6 });
    if (outcome.kind === 'postponed') {
      sheet.write(root, words.cause(outcome.cause));
      paragraphs(paper, outcome.note);
    }
    drawFacts(sheet, root, [
      [followingWords.labels.number, candidate.number],
      [followingWords.labels.minute, followingWords.minute(minuteNumber(record))],
      [followingWords.labels.session, session.title],
    ]);
    drawBlocks(paper, record, candidate);
    drawConsequences(paper, candidate);
    drawReasons(paper, record, candidate);
    if (regulations.appealText.trim() !== '') {
      sheet.heading(root, words.appeal, 2);
      paragraphs(paper, regulations.appealText);
      sheet.write(root, words.appealDelay(regulations.appealDelayDays));
    }
    sheet.y += 6;
    sheet.write(root, words.closing, { after: 14, keep: 90 });
    signFollowing(paper, facts);
  });
};

/** The copy of who accompanied a VAE: the result and, when it is partial, the blocks acquired; never reasons nor recommendations. Error: glyph-missing. */
export const drawCompanionNotice = (facts: FollowingFacts, candidate: RecordCandidate, companion: CompanionFields): Promise<Result<Uint8Array>> => {
  const { record } = facts;
  const { outcome } = candidate;
  const to = [companion.name, ...companion.address.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '')];
  const head = { title: companionWords.title, subject: companionWords.subject, to, running: companionWords.title };
  return drawFollowing(facts, head, [candidate.name], (paper) => {
    const { sheet, root } = paper;
    sheet.write(root, words.greeting, { after: 8 });
    sheet.write(root, companionWords.intro(record.session.heldOn, nameOf(record), candidate.name), { after: 10 });
    sheet.heading(root, words.result, 2);
    sheet.write(root, companionWords.outcomes[outcome.kind], { style: 'semibold', size: 11.5, after: 8 });
    if (outcome.kind === 'partial') {
      sheet.write(root, companionWords.acquired, { style: 'semibold', after: 2, keep: 30 });
      writeList(
        sheet,
        root,
        outcome.acquired.map((code) => labelOf(record, code)),
      );
    }
    sheet.write(root, `${companionWords.law} ${companionWords.only}`, { after: 10 });
    sheet.write(root, words.closing, { after: 14, keep: 90 });
    signFollowing(paper, facts);
  });
};
