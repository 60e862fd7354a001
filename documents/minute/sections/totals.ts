import type { BlockCode } from '../../../domain/ids.ts';
import type { SessionRecord } from '../../../domain/minute.ts';
import { minuteWords } from '../../../words/minute.ts';
import { blockWords, shortBlock, type BlockKind } from '../../../words/outcome.ts';
import { formatNumber } from '../../../words/typography.ts';
import type { Printing } from '../printing.ts';
import { cell, drawTable, type Cell } from '../table.ts';
import { stateOf } from './decisions.ts';

const words = minuteWords.totals;

/** The figures of a minute: each list adds up to the candidates registered. */
export const figuresOf = (
  record: SessionRecord,
): { readonly presence: readonly (readonly [string, number])[]; readonly outcome: readonly (readonly [string, number])[] } => {
  const { totals, candidates } = record;
  const among = (keep: (candidate: SessionRecord['candidates'][number]) => boolean): number => candidates.filter(keep).length;
  const some = (label: string, count: number): readonly (readonly [string, number])[] => (count === 0 ? [] : [[label, count]]);
  return {
    presence: [
      [words.present, totals.present],
      [words.excused, totals.excused],
      [words.absent, totals.absent],
      ...some(
        words.expected,
        among((candidate) => candidate.presence === 'expected'),
      ),
    ],
    outcome: [
      [words.full, totals.full],
      [words.partial, totals.partial],
      [words.none, totals.none],
      [words.postponed, totals.postponed],
      [words.away, among(({ outcome }) => outcome.kind === 'absent' || outcome.kind === 'excused')],
      ...some(
        words.undecided,
        among(({ outcome }) => outcome.kind === 'undecided'),
      ),
    ],
  };
};

const order: readonly BlockKind[] = ['validated', 'notValidated', 'brought', 'notPresented', 'absent', 'postponed', 'pending'];

/** Section 10: the totals, by presence, by outcome and by block. */
export const drawTotals = ({ sheet, root, record }: Printing, number: number): void => {
  const { presence, outcome } = figuresOf(record);
  const gap = 18;
  const width = (sheet.width - gap) / 2;
  const registered: readonly [string, number] = [words.total, record.totals.registered];
  const row = ([label, count]: readonly [string, number], last: boolean): readonly Cell[] => [
    cell(label, last ? 'bold' : 'regular'),
    cell(formatNumber(count), last ? 'bold' : 'regular'),
  ];
  const list = (title: string, figures: readonly (readonly [string, number])[], shift: number): void =>
    drawTable(sheet, root, {
      head: 0,
      shift,
      size: 9.5,
      columns: [
        { title, width: width - 56 },
        { title: words.count, width: 56, align: 'right' },
      ],
      rows: [...figures.map((each) => row(each, false)), row(registered, true)],
    });
  sheet.heading(root, `${number}. ${words.heading}`, 2, 200);
  const top = sheet.y;
  list(words.presence, presence, 0);
  const under = sheet.y;
  sheet.y = top;
  list(words.outcome, outcome, width + gap);
  sheet.y = Math.max(under, sheet.y) + 6;
  drawByBlock({ sheet, root, record });
};

const drawByBlock = ({ sheet, root, record }: Pick<Printing, 'sheet' | 'root' | 'record'>): void => {
  const { blocks } = record.certification;
  const count = (code: BlockCode, kind: BlockKind): number => record.candidates.filter((candidate) => stateOf(candidate, code) === kind).length;
  const rows = order.map((kind) => ({ kind, counts: blocks.map(({ code }) => count(code, kind)) })).filter(({ counts }) => counts.some((each) => each > 0));
  const first = Math.max(124, sheet.width - 90 * blocks.length);
  const column = (sheet.width - first) / blocks.length;
  drawTable(sheet, root, {
    head: 0,
    padding: blocks.length > 8 ? 3 : 4,
    columns: [{ title: words.blockColumn, width: first }, ...blocks.map(({ code }) => ({ title: shortBlock(code), width: column, align: 'right' as const }))],
    rows: [
      ...rows.map(({ kind, counts }) => [cell(blockWords[kind].word), ...counts.map((each) => cell(formatNumber(each)))]),
      [cell(words.total, 'bold'), ...blocks.map((_, place) => cell(formatNumber(rows.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0)), 'bold'))],
    ],
  });
};
