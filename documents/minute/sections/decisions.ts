import type { BroughtBlock } from '../../../domain/candidate.ts';
import type { BlockCode } from '../../../domain/ids.ts';
import type { RecordCandidate } from '../../../domain/minute.ts';
import { minuteWords } from '../../../words/minute.ts';
import { blockWords, consequenceDetail, outcomeWords, shortBlock, type BlockKind, type OutcomeShape } from '../../../words/outcome.ts';
import { formatDay } from '../../../words/typography.ts';
import { sayCandidate, type Printing } from '../printing.ts';
import { ink } from '../sheet.ts';
import { cell, drawTable, type Cell } from '../table.ts';

const words = minuteWords.decisions;

/** The state of one block of a candidate. */
export const stateOf = (candidate: RecordCandidate, code: BlockCode): BlockKind =>
  candidate.blocks.find((block) => block.code === code)?.state.kind ?? 'notPresented';

/** The outcome as everybody may read it: the note of a postponement is for the candidate's own page. */
export const publicOutcome = (candidate: Pick<RecordCandidate, 'outcome'>): OutcomeShape =>
  candidate.outcome.kind === 'postponed' ? { kind: 'postponed', cause: candidate.outcome.cause } : candidate.outcome;

const outcomeCell = (candidate: RecordCandidate, size: number): Cell => {
  const shown = publicOutcome(candidate);
  const detail = consequenceDetail(shown);
  return {
    texts: [{ text: outcomeWords[shown.kind], style: 'semibold', size }, ...(detail === '' ? [] : [{ text: detail, size: Math.max(7, size - 1) }])],
  };
};

const sayBrought = (brought: BroughtBlock): string =>
  brought.kind === 'earlier'
    ? words.earlier(brought.minute, brought.on === null ? null : formatDay(brought.on))
    : words.equivalence(brought.from, brought.reference, formatDay(brought.on), brought.authority);

/** Widths for a number of blocks: past six the words of the states are the short ones, and the page stays upright. */
const measuresFor = (
  blocks: number,
): { readonly number: number; readonly outcome: number; readonly block: number; readonly size: number; readonly word: number; readonly padding: number } =>
  blocks <= 4
    ? { number: 36, outcome: 136, block: 62, size: 9, word: 8, padding: 4 }
    : blocks <= 6
      ? { number: 34, outcome: 112, block: 42, size: 8.5, word: 7.5, padding: 3 }
      : { number: 28, outcome: 74, block: Math.min(34, Math.floor(282 / blocks)), size: 8, word: 7, padding: 2 };

/** Section 7: each candidate and block with its mark and word, and the outcome; then where blocks acquired before come from. */
export const drawDecisions = ({ sheet, root, record }: Printing, number: number): void => {
  const { blocks } = record.certification;
  const measures = measuresFor(blocks.length);
  const short = blocks.length > 4;
  sheet.heading(root, `${number}. ${words.heading}`, 2, 130);
  sheet.write(root, words.legend, { size: 9.5 });
  const cut = Object.values(blockWords).filter((each) => short && each.short !== each.word);
  if (cut.length > 0) sheet.write(root, words.abbreviations(cut.map((each) => [each.short, each.word])), { size: 9, colour: ink.soft });
  drawTable(sheet, root, {
    head: 1,
    size: measures.size,
    padding: measures.padding,
    columns: [
      { title: words.columns.number, width: measures.number },
      { title: words.columns.name, width: sheet.width - measures.number - measures.outcome - blocks.length * measures.block },
      ...blocks.map((block) => ({ title: shortBlock(block.code), width: measures.block, align: 'center' as const })),
      { title: words.columns.outcome, width: measures.outcome },
    ],
    rows: record.candidates.map((candidate) => [
      cell(candidate.number),
      cell(candidate.name, 'semibold'),
      ...blocks.map(({ code }): Cell => {
        const kind = stateOf(candidate, code);
        const said = blockWords[kind];
        return { mark: kind, texts: [{ text: short ? said.short : said.word, size: measures.word }] };
      }),
      outcomeCell(candidate, measures.size),
    ]),
  });
  drawBrought({ sheet, root, record });
};

const drawBrought = ({ sheet, root, record }: Pick<Printing, 'sheet' | 'root' | 'record'>): void => {
  const rows = record.candidates.flatMap((candidate) =>
    candidate.blocks.flatMap(({ code, state }) =>
      state.kind === 'brought' ? [[cell(sayCandidate(candidate)), cell(shortBlock(code)), cell(sayBrought(state.brought))]] : [],
    ),
  );
  if (rows.length === 0) return;
  const { broughtColumns } = words;
  drawTable(sheet, root, {
    heading: { text: words.brought, level: 3 },
    head: 0,
    columns: [
      { title: broughtColumns.candidate, width: 150 },
      { title: broughtColumns.block, width: 44 },
      { title: broughtColumns.reference, width: sheet.width - 194 },
    ],
    rows,
  });
};
