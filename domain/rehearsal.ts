import { z } from 'zod';
import { addMonths } from './retention.ts';
import { day, instant, type Day } from './time.ts';
import { verdictView } from './verdict.ts';

/** What a rehearsal concludes of a file: it could replace what is here, it misses what came after it, it is something else, or it is no whole archive of the organism. */
export const rehearsalOutcome = z.enum(['conform', 'outdated', 'differs', 'otherSession', 'otherOrganism', 'notIntact', 'notArchive']);
/** What a rehearsal concludes of a file. */
export type RehearsalOutcome = z.infer<typeof rehearsalOutcome>;

/** What a rehearsal says of the last backup. */
export const backupOutcome = z.enum(['none', 'conform', 'differs', 'unusable']);

const alike = z.enum(['same', 'different']);

/** One point of the comparison of an archive with the store. */
export const rehearsalPoint = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('session'), state: alike, number: z.string() }),
  z.strictObject({ part: z.literal('minute'), state: z.enum(['same', 'different', 'earlier']) }),
  z.strictObject({ part: z.enum(['record', 'receipt', 'certificates', 'regulations', 'referential']), state: alike }),
  /** A minute that the archived one rectifies, 0 for the first. */
  z.strictObject({ part: z.literal('earlier'), state: alike, rank: z.number() }),
  /** `place` is that of the first link which is not the one of the store. */
  z.strictObject({ part: z.literal('chain'), state: alike, links: z.number(), place: z.number().nullable() }),
  /** What the store recorded after: null while a rectification is under way, whose acts are the jury's alone. */
  z.strictObject({ part: z.literal('later'), state: z.literal('noted'), links: z.number().nullable(), since: instant.nullable() }),
  /** Which bag of the dossiers the archive names: the last one written here, one before it, none though one was written, or one that was never written here; absent when there is none on either side. */
  z.strictObject({ part: z.literal('namedBag'), state: z.enum(['same', 'absent', 'earlier', 'none', 'different']) }),
  /** The bag that was given: the one that the archive names, another that was written here, one that is not from here, or damaged. */
  z.strictObject({ part: z.literal('bag'), state: z.enum(['same', 'other', 'different', 'notIntact', 'notBag']) }),
  z.strictObject({ part: z.literal('pieces'), state: alike, pieces: z.number(), different: z.number(), missing: z.number(), added: z.number() }),
  /** The dossiers are no longer here since that day: it is no fault. */
  z.strictObject({ part: z.literal('purgedPieces'), state: z.literal('noted'), pieces: z.number(), on: day }),
]);
/** One point of the comparison of an archive with the store. */
export type RehearsalPoint = z.infer<typeof rehearsalPoint>;

/** What opening the last backup gave: its sessions, those whose chain does not go on into the one here, and those that are here alone. */
export const backupRehearsal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unusable'), at: instant }),
  z.strictObject({
    kind: z.literal('read'),
    at: instant,
    sessions: z.number(),
    different: z.number(),
    since: z.number(),
    /** Whether the passphrase of today opens it; otherwise the one of its day does. */
    samePassphrase: z.boolean(),
  }),
]);
/** What opening the last backup gave. */
export type BackupRehearsal = z.infer<typeof backupRehearsal>;

/** What a rehearsal gave: the check of the file, each point compared, the last backup. */
export const rehearsalView = z.strictObject({
  at: instant,
  fileName: z.string(),
  outcome: rehearsalOutcome,
  /** The day on which this very file was written here; null for a file that the acts do not tell. */
  writtenOn: day.nullable(),
  verdict: verdictView,
  points: z.array(rehearsalPoint),
  backup: backupRehearsal,
});
/** What a rehearsal gave. */
export type RehearsalView = z.infer<typeof rehearsalView>;

/** What is kept of the last rehearsal of a session, and whether another is due. */
export const rehearsalState = z.strictObject({
  last: z.strictObject({ on: day, sha256: z.string(), outcome: rehearsalOutcome, backup: backupOutcome }).nullable(),
  archivedOn: day.nullable(),
  backupOn: day.nullable(),
  due: z.boolean(),
});

const isAlike = ({ state }: RehearsalPoint): boolean => state !== 'different' && state !== 'notIntact' && state !== 'notBag';

/** What the points of a comparison conclude, for a whole archive whose origin is established. */
export const concludeRehearsal = (points: readonly RehearsalPoint[]): RehearsalOutcome => {
  if (points.some(({ part, state }) => part === 'session' && state === 'different')) return 'otherSession';
  if (!points.every(isAlike)) return 'differs';
  return points.some(({ part, state }) => part === 'minute' && state === 'earlier') ? 'outdated' : 'conform';
};

/** What the register keeps of the rehearsal of a backup. */
export const concludeBackup = (backup: BackupRehearsal): z.infer<typeof backupOutcome> => {
  if (backup.kind !== 'read') return backup.kind;
  return backup.different > 0 ? 'differs' : 'conform';
};

/** Whether a rehearsal is due: a year has gone by since the archive was written, and since the last rehearsal that found it conforming. */
export const isRehearsalDue = (archivedOn: Day | null, conformedOn: Day | null, today: Day): boolean => {
  if (archivedOn === null) return false;
  const from = conformedOn !== null && conformedOn > archivedOn ? conformedOn : archivedOn;
  return today > addMonths(from, 12);
};
