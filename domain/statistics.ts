import { z } from 'zod';
import type { CandidateId, SessionId } from './ids.ts';
import { accessPath, type AccessPath } from './jury.ts';
import type { SessionRecord } from './minute.ts';
import { foldWords } from './name-key.ts';
import { daysToNotification } from './notification.ts';
import { day, type Day } from './time.ts';

/** What of the store is counted; null counts everything. */
export const statisticsFilter = z.strictObject({
  code: z.string().max(40).nullable(),
  year: z.number().int().min(1900).max(2200).nullable(),
  path: accessPath.nullable(),
});
/** What of the store is counted. */
export type StatisticsFilter = z.infer<typeof statisticsFilter>;

/** An insertion rate as a person entered it from a survey; never computed. `perMille` is 667 for 66,7 %. */
export const insertionFields = z.strictObject({
  code: z.string().trim().min(1).max(40),
  year: z.number().int().min(1900).max(2200),
  months: z.union([z.literal(6), z.literal(24)]),
  perMille: z.number().int().min(0).max(1000),
  source: z.string().trim().min(1).max(300),
  on: day,
});
/** An insertion rate as a person entered it. */
export type InsertionFields = z.infer<typeof insertionFields>;

const count = z.number().int();
/** The figures of every sealed session that the filter keeps. */
export const statisticsView = z.strictObject({
  sessions: count,
  codes: z.array(z.string()),
  years: z.array(count),
  perYear: z.array(z.strictObject({ code: z.string(), year: count, registered: count, certified: count, throughVae: count })),
  perBlock: z.array(z.strictObject({ code: z.string(), path: accessPath, block: z.string(), presented: count, validated: count, notValidated: count })),
  refusals: z.array(z.strictObject({ code: z.string(), competency: z.string(), count })),
  later: z.strictObject({ partial: count, completed: count, named: count, unidentified: count }),
  delays: z.strictObject({ sessions: count, known: count, shortest: count.nullable(), median: count.nullable(), longest: count.nullable() }),
  insertion: z.array(insertionFields),
});
/** The figures of every sealed session that the filter keeps. */
export type StatisticsView = z.infer<typeof statisticsView>;

type Counted = Pick<SessionRecord, 'session' | 'certification' | 'candidates'>;
type CountedCandidate = Counted['candidates'][number];

const yearOf = ({ session }: Counted): number => Number(session.heldOn.slice(0, 4));

/** Who a candidate is from one session to another: birth name, given name and birth date; null without a birth date, since names alone are shared. */
export const identityOf = ({ familyName, givenName, birthDate }: Pick<CountedCandidate, 'familyName' | 'givenName' | 'birthDate'>): string | null =>
  birthDate === null ? null : `${foldWords(familyName).join('')}|${foldWords(givenName).join('')}|${birthDate}`;

const groupOf = <Row extends object>(rows: Map<string, Row>, key: readonly (string | number)[], empty: Row): Row => {
  const name = key.join('\n');
  const known = rows.get(name) ?? empty;
  rows.set(name, known);
  return known;
};

type Mutable<Row> = { -readonly [Key in keyof Row]: Row[Key] };
type Block = Mutable<StatisticsView['perBlock'][number]>;

/** Whether a text names the minute of a session, or one that rectifies it: the number as a whole, never as the beginning or the end of another. */
export const namesMinute = (text: string, number: string): boolean => {
  const fold = (value: string): string => value.normalize('NFC').toLowerCase();
  const [whole, wanted] = [fold(text), fold(number)];
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) {
    const after = whole.slice(at + wanted.length).replace(/^-r\d+(?![\p{L}\p{N}])/u, '');
    if (!/[\p{L}\p{N}][-/._]?$/u.test(whole.slice(0, at)) && !/^[-/._]?[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
};

const countLater = (all: readonly Counted[], kept: readonly Counted[], path: AccessPath | null): StatisticsView['later'] => {
  const later = { partial: 0, completed: 0, named: 0, unidentified: 0 };
  for (const record of kept)
    for (const candidate of record.candidates) {
      if (candidate.outcome.kind !== 'partial' || (path !== null && candidate.accessPath !== path)) continue;
      later.partial += 1;
      const identity = identityOf(candidate);
      if (identity === null) {
        later.unidentified += 1;
        continue;
      }
      const completing = all
        .filter((other) => other.certification.code === record.certification.code && other.session.heldOn > record.session.heldOn)
        .flatMap((other) => other.candidates)
        .filter((other) => other.outcome.kind === 'full' && identityOf(other) === identity);
      if (completing.length === 0) continue;
      later.completed += 1;
      const names = (other: CountedCandidate): boolean =>
        other.brings.some((block) => block.kind === 'earlier' && namesMinute(block.minute, record.session.number));
      if (completing.some(names)) later.named += 1;
    }
  return later;
};

/** The days from the jury to the notification of each session: shortest, median (the lower of two) and longest; a session without a date is unknown, never zero. */
export const countDelays = (sessions: readonly { readonly heldOn: Day; readonly notifiedOn: Day | null }[]): StatisticsView['delays'] => {
  const days = sessions
    .flatMap(({ heldOn, notifiedOn }) => (notifiedOn === null ? [] : [daysToNotification(heldOn, notifiedOn)]))
    .sort((one, other) => one - other);
  const at = (place: number): number | null => days[place] ?? null;
  return { sessions: sessions.length, known: days.length, shortest: at(0), median: at(Math.ceil(days.length / 2) - 1), longest: at(days.length - 1) };
};

/** The day that each candidate's first letter left, by session. */
export type NotifiedDays = ReadonlyMap<SessionId, ReadonlyMap<CandidateId, Day>>;

/** The day on which the last of a session's candidates was notified; null while one of them waits. */
const notifiedOn = (record: Counted, path: AccessPath | null, notified: NotifiedDays): Day | null => {
  const days = record.candidates.filter((each) => path === null || each.accessPath === path).map(({ id }) => notified.get(record.session.id)?.get(id) ?? null);
  return days.reduce((last, each) => (last === null || each === null ? null : each > last ? each : last), days[0] ?? null);
};

/** Counts the last sealed record of each session; nothing undecided and no opinion is part of a record. */
export const countStatistics = (
  records: readonly Counted[],
  filter: StatisticsFilter,
  insertion: readonly InsertionFields[],
  notified: NotifiedDays = new Map(),
): StatisticsView => {
  const kept = records.filter(
    (record) => (filter.code === null || record.certification.code === filter.code) && (filter.year === null || yearOf(record) === filter.year),
  );
  const years = new Map<string, Mutable<StatisticsView['perYear'][number]>>();
  const blocks = new Map<string, Block>();
  const refusals = new Map<string, Mutable<StatisticsView['refusals'][number]>>();
  for (const record of kept) {
    const { code } = record.certification;
    const year = yearOf(record);
    for (const candidate of record.candidates) {
      const { accessPath: path, outcome } = candidate;
      if (filter.path !== null && path !== filter.path) continue;
      const row = groupOf(years, [code, year], { code, year, registered: 0, certified: 0, throughVae: 0 });
      row.registered += 1;
      if (outcome.kind === 'full') row.certified += 1;
      if (outcome.kind === 'full' && path === 'VAE') row.throughVae += 1;
      for (const { code: block, state } of candidate.blocks) {
        if (state.kind !== 'validated' && state.kind !== 'notValidated') continue;
        const told = groupOf(blocks, [code, path, block], { code, path, block, presented: 0, validated: 0, notValidated: 0 });
        told.presented += 1;
        told[state.kind] += 1;
        if (state.kind === 'notValidated')
          for (const competency of new Set(state.decision.competencies)) groupOf(refusals, [code, competency], { code, competency, count: 0 }).count += 1;
      }
    }
  }
  const inOrder = <Row>(rows: Map<string, Row>): Row[] => [...rows.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  return {
    sessions: kept.length,
    codes: [...new Set(records.map((record) => record.certification.code))].sort(),
    years: [...new Set(records.map(yearOf))].sort((one, other) => other - one),
    perYear: inOrder(years),
    perBlock: inOrder(blocks),
    refusals: inOrder(refusals).sort((one, other) => other.count - one.count),
    later: countLater(records, kept, filter.path),
    delays: countDelays(
      kept
        .filter(({ candidates }) => filter.path === null || candidates.some((each) => each.accessPath === filter.path))
        .map((record) => ({ heldOn: record.session.heldOn, notifiedOn: notifiedOn(record, filter.path, notified) })),
    ),
    insertion: insertion.filter((rate) => (filter.code === null || rate.code === filter.code) && (filter.year === null || rate.year === filter.year)),
  };
};
