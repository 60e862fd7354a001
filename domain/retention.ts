import { z } from 'zod';
import { candidateId, jurorFileId, sessionId } from './ids.ts';
import type { Regulations } from './regulations.ts';
import { storePlace } from './store.ts';
import { day, instant, type Day, type Instant } from './time.ts';

/** The kinds of data that a session keeps, each with an end of its own: another kind is one more entry here, in `rules` and in db/purge-kinds.ts. */
export const retentionKinds = ['drafts', 'accommodations', 'opinions', 'notes', 'dossiers', 'holders', 'minute'] as const;
/** A kind of data that a session keeps. */
export type RetentionKind = (typeof retentionKinds)[number];
/** A kind of data that a purge takes: the minute is never purged by the program, what becomes of it is the archivist's to say. */
export const purgeKind = z.enum(['drafts', 'accommodations', 'opinions', 'notes', 'dossiers', 'holders', 'jurorFile']);
/** A kind of data that a purge takes. */
export type PurgeKind = z.infer<typeof purgeKind>;

/** How long a kind is kept, counted from the day on which the minute was closed. */
interface Rule {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

const rules: Readonly<Record<RetentionKind, (regulations: Regulations) => Rule>> = {
  drafts: () => ({}),
  accommodations: ({ appealDelayDays }) => ({ days: appealDelayDays }),
  opinions: ({ appealDelayDays, retention }) => ({ days: appealDelayDays, months: retention.dossierMonthsAfterAppeal }),
  notes: ({ appealDelayDays, retention }) => ({ days: appealDelayDays, months: retention.dossierMonthsAfterAppeal }),
  dossiers: ({ appealDelayDays, retention }) => ({ days: appealDelayDays, months: retention.dossierMonthsAfterAppeal }),
  holders: ({ appealDelayDays, retention }) => ({ days: appealDelayDays, months: retention.dossierMonthsAfterAppeal }),
  minute: ({ retention }) => ({ years: retention.minuteYears }),
};

/** The day that a clock on the wall shows at an instant, in a time zone. */
export const dayAt = (at: Instant, timeZone: string): Day =>
  day.parse(new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at)));

const dayFrom = (date: Date): Day => day.parse(date.toISOString().slice(0, 10));

/** A day some days later. */
export const addDays = (from: Day, days: number): Day => dayFrom(new Date(Date.parse(from) + days * 86_400_000));

/** The same day of the month some months later; the last of the month where that day does not exist (31 January and one month: 28 or 29 February). */
export const addMonths = (from: Day, months: number): Day => {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayFrom(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
};

/** The last day on which a kind is kept, from the day of the closing: the appeal delay first, in days, then the months or years. */
export const keptUntil = (kind: RetentionKind, base: Day, regulations: Regulations): Day => {
  const { years = 0, months = 0, days = 0 } = rules[kind](regulations);
  return addMonths(addDays(base, days), months + 12 * years);
};

/** The last day on which a person of the directory is kept: so many years after the last session sat. */
export const jurorKeptUntil = (lastSat: Day, jurorYears: number): Day => addMonths(lastSat, 12 * jurorYears);

/** What is known of a session when its data fall due. */
export interface RetentionFacts {
  readonly phase: 'preparing' | 'open' | 'closed' | 'sealed' | 'archived';
  readonly timeZone: string;
  readonly closedAt: Instant | null;
  /** When the last rectifying minute was sealed: its decisions are notified again, and an appeal runs from them. */
  readonly rectifiedAt: Instant | null;
  readonly rectifying: boolean;
  /** The reason of an appeal noted and not lifted. */
  readonly held: string | null;
  readonly regulations: Regulations;
  /** Holders whose declaration is not settled: neither accepted nor suppressed. */
  readonly undeclared: number;
}

/** Until when a kind is kept, or why no day can be told yet. */
export const retentionDue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('until'), day }),
  z.strictObject({ kind: z.literal('notSealed') }),
  z.strictObject({ kind: z.literal('rectifying') }),
  z.strictObject({ kind: z.literal('held'), reason: z.string() }),
  z.strictObject({ kind: z.literal('undeclared'), holders: z.number().int().min(1) }),
]);
/** Until when a kind is kept, or why no day can be told yet. */
export type RetentionDue = z.infer<typeof retentionDue>;

/** The day from which everything is counted: the closing, or the sealing of the last rectifying minute, when the decisions were said for the last time. */
export const baseOf = (facts: RetentionFacts): Day | null => {
  const at = facts.rectifiedAt ?? facts.closedAt;
  return at === null ? null : dayAt(at, facts.timeZone);
};

/** Until when a kind of a session is kept. */
export const dueOf = (kind: RetentionKind, facts: RetentionFacts): RetentionDue => {
  const base = baseOf(facts);
  if (facts.rectifying) return { kind: 'rectifying' };
  if (base === null || (facts.phase !== 'sealed' && facts.phase !== 'archived')) return { kind: 'notSealed' };
  if (facts.held !== null) return { kind: 'held', reason: facts.held };
  // An identity is what a declaration is written from: it stays until none is left to write.
  if (kind === 'holders' && facts.undeclared > 0) return { kind: 'undeclared', holders: facts.undeclared };
  return { kind: 'until', day: keptUntil(kind, base, facts.regulations) };
};

/** Whether a kind may be purged: its last day is over. */
export const isDue = (due: RetentionDue, today: Day): boolean => due.kind === 'until' && today > due.day;

/** How much there is of a kind: rows of the store, and files beside it. */
export const retentionCount = z.strictObject({ rows: z.number().int().min(0), files: z.number().int().min(0) });
/** How much there is of a kind. */
export type RetentionCount = z.infer<typeof retentionCount>;

/** What a line of the calendar is about. */
export const retentionSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('session'), sessionId }),
  z.strictObject({ kind: z.literal('jurorFile'), fileId: jurorFileId }),
]);
/** What a line of the calendar is about. */
export type RetentionSubject = z.infer<typeof retentionSubject>;

/** One line of the calendar: a kind of data of a session, or a person of the directory. Nothing is counted before the minute is sealed. */
export const retentionLine = z.strictObject({
  subject: retentionSubject,
  name: z.string(),
  title: z.string(),
  what: z.union([purgeKind, z.literal('minute')]),
  due: retentionDue,
  isDue: z.boolean(),
  count: retentionCount.nullable(),
});
/** One line of the calendar. */
export type RetentionLine = z.infer<typeof retentionLine>;

/** What a file that left the program is. */
export const exportedWhat = z.enum(['dossiers', 'working', 'access', 'declaration', 'letters', 'results', 'journal', 'other']);
/** What a file that left the program is. */
export type ExportedWhat = z.infer<typeof exportedWhat>;

/** What a purge could not reach, for a person to delete by hand. */
export const retentionLeft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('secondFolder'), path: z.string() }),
  z.strictObject({ kind: z.literal('formerFolder'), path: z.string() }),
  z.strictObject({ kind: z.literal('backup'), name: z.string() }),
  z.strictObject({ kind: z.literal('aside'), name: z.string() }),
  /** A file that left, by its entry in the register; its name where the register tells it. */
  z.strictObject({
    kind: z.literal('exported'),
    seq: z.number().int(),
    session: z.string(),
    what: exportedWhat,
    fileName: z.string().nullable(),
    at: instant,
  }),
  z.strictObject({ kind: z.literal('pending'), session: z.string(), what: purgeKind }),
]);
/** What a purge could not reach. */
export type RetentionLeft = z.infer<typeof retentionLeft>;

/** What is kept of a purge beside the database, so that a restore applies it again. */
export const listedPurge = z.strictObject({
  token: z.string().regex(/^[0-9a-f]{32}$/),
  at: instant,
  what: purgeKind,
  sessionId: sessionId.nullable(),
  jurorFileId: jurorFileId.nullable(),
  due: day,
  reason: z.string(),
});
/** What is kept of a purge beside the database. */
export type ListedPurge = z.infer<typeof listedPurge>;

/** The proof of one purge. */
export const retentionProof = z.strictObject({
  seq: z.number().int(),
  at: instant,
  what: purgeKind,
  session: z.string().nullable(),
  rows: z.number(),
  files: z.number(),
  due: day,
  reason: z.string(),
  again: z.boolean(),
});
/** The proof of one purge. */
export type RetentionProof = z.infer<typeof retentionProof>;

/** The second folder of backups. */
export const secondFolder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('reached'), path: z.string(), backups: z.number(), place: storePlace }),
  z.strictObject({ kind: z.literal('unreachable'), path: z.string() }),
]);
/** The second folder of backups. */
export type SecondFolder = z.infer<typeof secondFolder>;

/** Everything that the screen of retention shows. */
export const retentionView = z.strictObject({
  today: day,
  lines: z.array(retentionLine),
  proofs: z.array(retentionProof),
  left: z.array(retentionLeft),
  second: secondFolder,
  /** The second folders of before, where copies remain that nothing follows any more. */
  former: z.array(z.string()),
});

/** Somebody found in the sessions, by name. */
export const personFound = z.strictObject({
  sessionId,
  candidateId,
  name: z.string(),
  number: z.string(),
  birthDate: z.string(),
  session: z.string(),
  /** Nothing leaves before the minute is sealed: what is held of the person is still the jury's. */
  refused: z.boolean(),
});
/** Somebody found in the sessions, by name. */
export type PersonFound = z.infer<typeof personFound>;
