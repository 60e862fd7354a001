import { z } from 'zod';
import { candidateId } from './ids.ts';
import { day } from './time.ts';

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
  defenceMinutes: z.number().int().min(1).max(600).nullable(),
  standardMinutes: z.number().int().min(1).max(600).nullable(),
});
/** What the jury may see of an accommodation, with the candidate's consent. */
export type JuryView = z.infer<typeof juryView>;

/** The candidate's consent to declaring the accommodation to the final jury. Arranging the tests needs none. */
export const consent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notGiven') }),
  z.strictObject({ kind: z.literal('given'), on: day, proof: z.string().trim().min(1).max(300) }),
  z.strictObject({ kind: z.literal('withdrawn'), on: day }),
]);
/** The candidate's consent to declaring the accommodation to the final jury. */
export type Consent = z.infer<typeof consent>;

/** The disability officer's record, opened with the officer's own PIN. Health data: GDPR art. 9. */
export const officerRecord = z.strictObject({
  candidateId,
  measures: z.array(measureKind).min(1).max(16),
  effect: z.string().trim().min(1).max(600),
  decidedOn: day,
  note: z.string().trim().max(2000),
  standardMinutes: z.number().int().min(1).max(600).nullable(),
  extraTime: z.strictObject({ numerator: z.number().int().min(1).max(10), denominator: z.number().int().min(1).max(10) }).nullable(),
  consent,
});
/** The disability officer's record of one candidate. */
export type OfficerRecord = z.infer<typeof officerRecord>;

/** Seconds of a test with extra time: 30 min and one third give 2,400 s (40 min); 40 min and one third give 3,200 s (53 min 20 s). */
export const extendedSeconds = (minutes: number, share: { readonly numerator: number; readonly denominator: number }): number =>
  minutes * 60 + Math.round((minutes * 60 * share.numerator) / share.denominator);

/** The jury's view that a record allows: none without consent. */
export const juryViewOf = (record: OfficerRecord): JuryView | null => {
  if (record.consent.kind !== 'given') return null;
  const { standardMinutes, extraTime } = record;
  const defenceMinutes = standardMinutes !== null && extraTime !== null ? Math.ceil(extendedSeconds(standardMinutes, extraTime) / 60) : null;
  return { candidateId: record.candidateId, measures: [...record.measures], effect: record.effect, defenceMinutes, standardMinutes };
};
