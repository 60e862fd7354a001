import { z } from 'zod';
import { candidateId } from './ids.ts';
import { scheduleFields } from './schedule.ts';
import { day } from './time.ts';

/** A candidate who may be placed: what is planned that day, in minutes; never what is arranged. */
export const scheduleCandidate = z.strictObject({
  id: candidateId,
  number: z.string(),
  name: z.string(),
  familyName: z.string(),
  minutes: z.number(),
  /** The day of what is planned when it is another one: such a candidate is placed only if asked for. */
  elsewhere: day.nullable(),
});
/** A candidate who may be placed. */
export type ScheduleCandidate = z.infer<typeof scheduleCandidate>;

/** The schedule of a session as its screen needs it. */
export const scheduleView = z.strictObject({
  fields: scheduleFields,
  saved: z.boolean(),
  /** What was saved no longer agrees with the preparation: dossiers, candidates or lengths changed since. */
  changed: z.boolean(),
  slotMinutes: z.number(),
  candidates: z.array(scheduleCandidate),
});
/** The schedule of a session as its screen needs it. */
export type ScheduleView = z.infer<typeof scheduleView>;

/** What may be wrong with a schedule; none keeps it from being saved but a day that runs past midnight. */
export const scheduleRemark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pastEnd'), endsAt: z.number() }),
  z.strictObject({ kind: z.literal('pastMidnight') }),
  z.strictObject({ kind: z.literal('nothingPlanned'), candidateIds: z.array(candidateId) }),
]);
/** What may be wrong with a schedule. */
export type ScheduleRemark = z.infer<typeof scheduleRemark>;

/** A schedule laid out, in minutes since midnight; a line has a beginning and no end. */
export const scheduleLaid = z.strictObject({
  slotMinutes: z.number(),
  lines: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('slot'), startsAt: z.number(), candidateId, room: z.number() }),
      z.strictObject({ kind: z.literal('pause'), startsAt: z.number(), label: z.string() }),
    ]),
  ),
  remarks: z.array(scheduleRemark),
});
/** A schedule laid out. */
export type ScheduleLaid = z.infer<typeof scheduleLaid>;

/** Who reads a printed schedule. */
export const scheduleReader = z.enum(['door', 'jury']);
/** Who reads a printed schedule. */
export type ScheduleReader = z.infer<typeof scheduleReader>;
