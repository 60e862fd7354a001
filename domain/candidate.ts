import { z } from 'zod';
import { oneLine } from './harmless.ts';
import { blockCode, candidateId } from './ids.ts';
import { accessPath } from './jury.ts';
import { day, isWithin, type Day, type Instant } from './time.ts';

/** A block that the candidate brings: acquired at an earlier session, or through an explicit equivalence. */
export const broughtBlock = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('earlier'), block: blockCode, minute: z.string().trim().min(1).max(80), on: day.nullable() }),
    z.strictObject({
      kind: z.literal('equivalence'),
      block: blockCode,
      from: z.string().trim().min(1).max(120),
      reference: z.string().trim().min(1).max(160),
      on: day,
      authority: z.string().trim().min(1).max(160),
    }),
  ])
  .meta({ id: 'broughtBlock' });
/** A block that the candidate brings. */
export type BroughtBlock = z.infer<typeof broughtBlock>;

/** What a person says of a candidate when preparing the session. */
export const candidateFields = z.strictObject({
  number: oneLine(40).min(1),
  familyName: oneLine(120),
  usageName: oneLine(120),
  givenName: oneLine(120).min(1),
  birthDate: day.nullable(),
  email: z.string().trim().max(200),
  accessPath,
  /** The day the candidate entered training, or the VAE was declared recevable. [L L6113-9] */
  entryDate: day,
  entryProof: z.string().trim().max(300),
  /** Whom a juror may know: compared with the jury before the day, never on the minute nor in the record. */
  employer: z.string().trim().max(160).default(''),
  mentor: z.string().trim().max(160).default(''),
  presents: z.array(blockCode).max(60),
  brings: z.array(broughtBlock).max(60),
});
/** What a person says of a candidate when preparing the session. */
export type CandidateFields = z.infer<typeof candidateFields>;

/** A candidate registered for the session. */
export const candidate = candidateFields.extend({ id: candidateId });
/** A candidate registered for the session. */
export type Candidate = z.infer<typeof candidate>;

/** Whether the candidate came: the state of the whole candidate, not of one block. */
export const presence = z.enum(['expected', 'present', 'absent', 'excused']);
/** Whether the candidate came. */
export type Presence = z.infer<typeof presence>;

/** The check of the entry date against the registration. */
export const entryCheck = z
  .strictObject({
    entitled: z.boolean(),
    entryDate: day,
    from: day,
    to: day,
    path: accessPath,
    /** The day of the session, and the last day on which the certification may still be delivered, where the fiche has one. */
    heldOn: day,
    limit: day.nullable(),
  })
  .meta({ id: 'entryCheck' });
/** The check of the entry date against the registration. */
export type EntryCheck = z.infer<typeof entryCheck>;

/**
 * Entitled when training began, or the VAE was recevable, while the registration was valid, and the session is held by the limit of delivery where there is one.
 * Source: Code du travail L6113-9; fiche DATE_LIMITE_DELIVRANCE.
 */
export const checkEntry = (
  { accessPath: path, entryDate }: Pick<Candidate, 'accessPath' | 'entryDate'>,
  terms: { readonly decisionDate: Day; readonly registrationEnd: Day; readonly deliveryLimit: Day | null },
  heldOn: Day,
): EntryCheck => {
  const { decisionDate: from, registrationEnd: to, deliveryLimit: limit } = terms;
  const delivered = limit === null || heldOn <= limit;
  return { entitled: isWithin(entryDate, from, to) && delivered, entryDate, from, to, path, heldOn, limit };
};

/** The candidate's name as it is read aloud: given name, then usage or family name; either may be missing. */
export const fullName = (person: { readonly givenName: string; readonly familyName: string; readonly usageName?: string }): string =>
  [person.givenName, person.usageName || person.familyName].filter((part) => part !== '').join(' ');

/** The day from which a limit of delivery is judged: the day planned, or the day of the opening where that came later. */
export const laterOf = (heldOn: Day, openedAt: Instant | null): Day => {
  const opened = openedAt?.slice(0, 10) as Day | undefined;
  return opened !== undefined && opened > heldOn ? opened : heldOn;
};
