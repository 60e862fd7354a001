import { z } from 'zod';
import { candidateId, jurorId } from './ids.ts';
import { day, instant } from './time.ts';

/** The usual measures of an arranged test (domain.md "Disability"); never a diagnosis. */
export const measureKind = z.enum([
  'extraTime',
  'breaksNotCounted',
  'room',
  'furniture',
  'ownEquipment',
  'adaptedDocuments',
  'readerOrScribe',
  'rephrasing',
  'signInterpreter',
  'speechToText',
  'remote',
  'writtenSupport',
  'slotChoice',
  'splitSessions',
  'longerDeadline',
  'companion',
]);
/** One kind of measure. */
export type MeasureKind = z.infer<typeof measureKind>;

/** What the jury may see: the measure and its effect, nothing else. */
export const juryView = z.strictObject({
  candidateId,
  measures: z.array(measureKind).min(1).max(16),
  effect: z.string().trim().min(1).max(600),
  /** With its seconds: 40 min and one third are 53 min 20 s. */
  defenceMinutes: z.number().min(1).max(6600).nullable(),
  standardMinutes: z.number().int().min(1).max(600).nullable(),
});
/** What the jury may see of an accommodation, with the candidate's consent. */
export type JuryView = z.infer<typeof juryView>;

const proof = z.string().trim().min(1).max(300);
/** The candidate's consent to declaring the accommodation to the final jury. Arranging the tests needs none. */
export const consent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notGiven') }),
  z.strictObject({ kind: z.literal('given'), on: day, proof }),
  /** What was given before stays beside the withdrawal: the jury's earlier view rested on it. */
  z.strictObject({ kind: z.literal('withdrawn'), on: day, proof, given: z.strictObject({ on: day, proof }).nullable() }),
]);
/** The candidate's consent to declaring the accommodation to the final jury. */
export type Consent = z.infer<typeof consent>;

/** A share of time added to a test: one third, one half. */
export const timeShare = z.strictObject({ numerator: z.number().int().min(1).max(10), denominator: z.number().int().min(1).max(10) });
/** A share of time added to a test. */
export type TimeShare = z.infer<typeof timeShare>;

/** The disability officer's record, opened with the officer's own PIN. Health data: GDPR art. 9. */
export const officerRecord = z.strictObject({
  candidateId,
  measures: z.array(measureKind).min(1).max(16),
  effect: z.string().trim().min(1).max(600),
  decidedOn: day,
  note: z.string().trim().max(2000),
  standardMinutes: z.number().int().min(1).max(600).nullable(),
  extraTime: timeShare.nullable(),
  consent,
});
/** The disability officer's record of one candidate. */
export type OfficerRecord = z.infer<typeof officerRecord>;

/** Seconds of a test with extra time: 30 min and one third give 2,400 s (40 min); 40 min and one third give 3,200 s (53 min 20 s). */
export const extendedSeconds = (minutes: number, share: TimeShare): number => minutes * 60 + Math.round((minutes * 60 * share.numerator) / share.denominator);

/** Seconds that a test lasts: its planned minutes, and the share that the officer's record adds; a right, whatever was consented. */
export const appliedSeconds = (minutes: number, share: TimeShare | null): number => (share === null ? minutes * 60 : extendedSeconds(minutes, share));

/** The jury's view that a record allows: none without consent. */
export const juryViewOf = (record: OfficerRecord): JuryView | null => {
  if (record.consent.kind !== 'given') return null;
  const { standardMinutes, extraTime } = record;
  const defenceMinutes = standardMinutes !== null && extraTime !== null ? extendedSeconds(standardMinutes, extraTime) / 60 : null;
  return { candidateId: record.candidateId, measures: [...record.measures], effect: record.effect, defenceMinutes, standardMinutes };
};

/** What happened to the officer's records, as the officer's own log tells it: never what they say. */
export const accessKind = z.enum(['opened', 'read', 'written', 'consent', 'refused', 'removed', 'logRead', 'shown', 'confirmed']);
/** What happened to the officer's records. */
export type AccessKind = z.infer<typeof accessKind>;

/** One line of the officer's log: who is the officer, the screen that the room shares, or a member who confirmed a reading. */
export const officerAccess = z.strictObject({
  at: instant,
  what: accessKind,
  candidateId: candidateId.nullable(),
  jurorId: jurorId.nullable(),
});
/** One line of the officer's log. */
export type OfficerAccess = z.infer<typeof officerAccess>;

/** A record with what it makes of each test of the candidate, and whether the slot of the saved schedule holds it; null without a schedule. */
export const officerLine = z.strictObject({
  record: officerRecord,
  tests: z.array(z.strictObject({ title: z.string(), kind: z.enum(['defence', 'interview']), plannedMinutes: z.number(), seconds: z.number() })),
  slot: z.strictObject({ minutes: z.number(), holds: z.boolean() }).nullable(),
});
/** A record with what it makes of each test of the candidate. */
export type OfficerLine = z.infer<typeof officerLine>;
