import { accessPath } from '../../domain/jury.ts';
import type { Outcome } from '../../domain/decision.ts';
import type { Result } from '../../domain/errors.ts';
import { minuteNumber, type RecordCandidate, type SessionRecord } from '../../domain/minute.ts';
import { dayAfter } from '../../domain/notification.ts';
import { pathWords } from '../../words/minute.ts';
import { followingWords, summaryWords as words } from '../../words/notice.ts';
import { consequenceDetail, shortBlock } from '../../words/outcome.ts';
import { capitalise, formatNumber } from '../../words/typography.ts';
import { drawFacts } from '../minute/facts.ts';
import { publicOutcome } from '../minute/sections/decisions.ts';
import { figuresOf } from '../minute/sections/totals.ts';
import { cell, drawTable, type Cell } from '../minute/table.ts';
import { drawFollowing, type FollowingFacts, type Letterhead } from './letterhead.ts';

/** The outcomes in the order of a list. */
export const outcomeOrder: readonly Outcome['kind'][] = ['full', 'partial', 'none', 'postponed', 'absent', 'excused', 'undecided'];

const figure = (value: number): Cell => cell(formatNumber(value));

const drawHead = ({ sheet, root }: Letterhead, { session, certification, ...record }: SessionRecord): void => {
  const number = minuteNumber({ session, rectification: record.rectification });
  drawFacts(sheet, root, [
    [followingWords.labels.session, [followingWords.day(session.heldOn), session.title].filter((part) => part !== '').join(' · ')],
    [followingWords.labels.minute, followingWords.minute(number)],
    [followingWords.labels.certification, followingWords.certification(certification.title, certification.code, certification.level)],
  ]);
  sheet.write(root, words.internal, { style: 'semibold', after: 4 });
};

const drawTotals = ({ sheet, root }: Letterhead, record: SessionRecord): void => {
  const { presence, outcome } = figuresOf(record);
  const rows = [[words.registered, record.totals.registered] as const, ...presence, ...outcome];
  drawTable(sheet, root, {
    heading: { text: words.totals, level: 2 },
    head: 0,
    size: 9.5,
    columns: [
      { title: words.figures.label, width: 260 },
      { title: words.figures.count, width: 80, align: 'right' },
    ],
    rows: rows.map(([label, count]) => [cell(label), figure(count)]),
  });
};

const drawPaths = ({ sheet, root }: Letterhead, { candidates }: SessionRecord): void => {
  const { columns } = words;
  const paths = accessPath.options.filter((path) => candidates.some((candidate) => candidate.accessPath === path));
  const width = 62;
  const counted = [columns.registered, columns.full, columns.partial, columns.none, columns.other].map((title) => ({ title, width, align: 'right' as const }));
  drawTable(sheet, root, {
    heading: { text: words.paths, level: 2 },
    head: 0,
    size: 9.5,
    columns: [{ title: columns.path, width: sheet.width - 5 * width }, ...counted],
    rows: paths.map((path) => {
      const among = candidates.filter((candidate) => candidate.accessPath === path);
      const ended = (...kinds: readonly Outcome['kind'][]): number => among.filter(({ outcome }) => kinds.includes(outcome.kind)).length;
      return [
        cell(pathWords[path]),
        figure(among.length),
        figure(ended('full')),
        figure(ended('partial')),
        figure(ended('none')),
        figure(ended('absent', 'excused', 'postponed', 'undecided')),
      ];
    }),
  });
};

const drawBlocks = ({ sheet, root }: Letterhead, { certification, candidates }: SessionRecord): void => {
  const { blockColumns } = words;
  const width = 62;
  const counted = [blockColumns.validated, blockColumns.refused, blockColumns.brought, blockColumns.other].map((title) => ({
    title,
    width,
    align: 'right' as const,
  }));
  drawTable(sheet, root, {
    heading: { text: words.blocks, level: 2 },
    head: 0,
    size: 9.5,
    columns: [{ title: blockColumns.block, width: sheet.width - 4 * width }, ...counted],
    rows: certification.blocks.map(({ code, label }) => {
      const kinds = candidates.flatMap(({ blocks }) => blocks.filter((block) => block.code === code).map(({ state }) => state.kind));
      const of = (kind: string): number => kinds.filter((each) => each === kind).length;
      const [validated, refused, brought] = [of('validated'), of('notValidated'), of('brought')];
      return [
        cell(`${shortBlock(code)} · ${label}`),
        figure(validated),
        figure(refused),
        figure(brought),
        figure(kinds.length - validated - refused - brought),
      ];
    }),
  });
};

/** What a candidate holds once the session is over: the column is never empty. */
const blocksOf = (candidate: RecordCandidate): string => {
  if (candidate.outcome.kind === 'full')
    return words.allAcquired(candidate.blocks.filter(({ state }) => state.kind === 'brought').map(({ code }) => shortBlock(code)));
  return capitalise(consequenceDetail(publicOutcome(candidate)) || words.noneAcquired);
};

const drawGroups = ({ sheet, root }: Letterhead, { candidates }: SessionRecord): void => {
  const { listColumns } = words;
  const rowOf = (candidate: RecordCandidate): readonly Cell[] => [
    cell(candidate.number),
    cell(candidate.name),
    cell(candidate.accessPath),
    cell(blocksOf(candidate)),
  ];
  for (const kind of outcomeOrder) {
    const among = candidates.filter(({ outcome }) => outcome.kind === kind);
    if (among.length === 0) continue;
    drawTable(sheet, root, {
      heading: { text: words.group(kind, among.length), level: 3 },
      head: 1,
      size: 9.5,
      columns: [
        { title: listColumns.number, width: 62 },
        { title: listColumns.name, width: sheet.width - 62 - 40 - 180 },
        { title: listColumns.path, width: 40 },
        { title: listColumns.detail, width: 180 },
      ],
      rows: among.map(rowOf),
    });
  }
};

/** The deadline of the VAE results of a session, or null where it has none. */
export const vaeDeadline = ({ candidates, regulations, session }: SessionRecord) =>
  candidates.some(({ accessPath: path }) => path === 'VAE') ? dayAfter(session.heldOn, regulations.vaeNotificationDays) : null;

const drawDeadlines = ({ sheet, root }: Letterhead, record: SessionRecord): void => {
  const due = vaeDeadline(record);
  const count = record.candidates.filter(({ accessPath: path }) => path === 'VAE').length;
  sheet.heading(root, words.deadlines, 2);
  sheet.write(root, due === null ? words.noVae : words.vae(count, record.regulations.vaeNotificationDays, record.session.heldOn, due));
};

/** The summary for the administration: totals, by access path, by block, deadlines, then every candidate under an outcome. Error: glyph-missing. */
export const drawSummary = (facts: FollowingFacts): Promise<Result<Uint8Array>> => {
  const { record } = facts;
  const title = words.titles.summary;
  return drawFollowing(facts, { title, subject: words.subject, to: [], running: `${title} · ${minuteNumber(record)}` }, [], (paper) => {
    drawHead(paper, record);
    drawTotals(paper, record);
    drawPaths(paper, record);
    drawBlocks(paper, record);
    drawDeadlines(paper, record);
    paper.sheet.heading(paper.root, words.byOutcome, 2, 100);
    drawGroups(paper, record);
  });
};

/** Every candidate under an outcome, for the administration: it names people, and is not for display. Error: glyph-missing. */
export const drawOutcomeList = (facts: FollowingFacts): Promise<Result<Uint8Array>> => {
  const { record } = facts;
  const title = words.titles.list;
  return drawFollowing(facts, { title, subject: words.subject, to: [], running: `${title} · ${minuteNumber(record)}` }, [], (paper) => {
    drawHead(paper, record);
    paper.sheet.heading(paper.root, words.byOutcome, 2, 100);
    drawGroups(paper, record);
  });
};
