import type { CandidateId } from '../../domain/ids.ts';
import { minuteNumber, type SessionRecord } from '../../domain/minute.ts';
import type { Day } from '../../domain/time.ts';
import { blockWords, outcomeWords, shortBlock } from '../../words/outcome.ts';
import { resultWords as words } from '../../words/results.ts';

/** A cell of the results: a text, or a day that a spreadsheet knows as a date; null for none. */
export type ResultCell = string | { readonly day: Day } | null;
/** The results as a table: its titles, then a row for each candidate. */
export interface ResultTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly ResultCell[])[];
}

// What the XML of a workbook cannot hold: characters of control, halves of a pair, and the two that are no character.
const unfit = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;
const text = (value: string): string => value.replaceAll(unfit, '\uFFFD').replaceAll(/\r\n?/g, '\n');
const dated = (day: Day | null | undefined): ResultCell => (day === null || day === undefined ? null : { day });

/**
 * The results of a sealed record: a row for each candidate, a column for each block. Neither reasons nor opinions, nor anything of an arrangement;
 * `notified` gives the day that the first letter left.
 */
export const tableResults = (record: SessionRecord, notified: ReadonlyMap<CandidateId, Day>): ResultTable => {
  const { session, certification, candidates } = record;
  const { columns } = words;
  const number = minuteNumber(record);
  const codes = (list: readonly string[]): string => list.map(shortBlock).join(', ');
  const titles = [
    columns.session,
    columns.minute,
    columns.heldOn,
    columns.certification,
    columns.number,
    columns.familyName,
    columns.usageName,
    columns.givenName,
    columns.birthDate,
    columns.path,
    columns.entry,
    columns.presence,
    ...certification.blocks.map(({ code }) => shortBlock(code)),
    columns.outcome,
    columns.acquired,
    columns.today,
    columns.remaining,
    columns.notified,
  ];
  const rows = candidates.map((candidate): ResultCell[] => {
    const { outcome } = candidate;
    return [
      session.number,
      number,
      { day: session.heldOn },
      certification.code,
      candidate.number,
      candidate.familyName,
      candidate.usageName,
      candidate.givenName,
      dated(candidate.birthDate),
      candidate.accessPath,
      dated(candidate.entry.entryDate),
      words.presence[candidate.presence],
      ...certification.blocks.map(({ code }) => {
        const state = candidate.blocks.find((block) => block.code === code)?.state;
        return state ? blockWords[state.kind].word : '';
      }),
      outcomeWords[outcome.kind],
      codes(outcome.acquired),
      codes('today' in outcome ? outcome.today : []),
      codes('remaining' in outcome ? outcome.remaining : []),
      dated(notified.get(candidate.id)),
    ];
  });
  return { titles: titles.map(text), rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? text(cell) : cell))) };
};
