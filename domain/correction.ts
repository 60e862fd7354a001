import { z } from 'zod';
import { candidateFields, type Candidate } from './candidate.ts';
import { failed, done, type Result } from './errors.ts';
import { candidateId, jurorId } from './ids.ts';
import { jurorFields, type Juror } from './jury.ts';
import { day } from './time.ts';

const text = (most: number) => z.string().trim().max(most);

/** The person who leads the session, as the minute names the lead. */
export const leadFields = z.strictObject({ givenName: text(80), familyName: text(80), quality: text(160) });

/** What the minute prints of a session that no rule reads, hence that may be put right without a new deliberation. */
export const header = z.strictObject({ title: text(200), place: text(200), lead: leadFields });
/** What the minute prints of a session that no rule reads. */
export type Header = z.infer<typeof header>;

/**
 * What a material error may be about: words that name, never words that decide. A date of entry, a path, a block or a reason is matter of substance.
 * Source: domain.md "The minute", a change of substance needs a new deliberation.
 */
export const correctedField = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('session'), field: z.enum(['title', 'place']) }),
  z.strictObject({ of: z.literal('lead'), field: z.enum(['givenName', 'familyName', 'quality']) }),
  z.strictObject({
    of: z.literal('candidate'),
    candidateId,
    field: z.enum(['number', 'familyName', 'usageName', 'givenName', 'birthDate', 'entryProof']),
  }),
  z.strictObject({ of: z.literal('member'), jurorId, field: z.enum(['civility', 'givenName', 'familyName', 'quality', 'employer']) }),
]);
/** What a material error is about. */
export type CorrectedField = z.infer<typeof correctedField>;

/** What a correction says: where, what stood there, what to read instead; a missing birth date is the empty text. */
export const correctionFields = z.strictObject({ where: correctedField, before: text(300), after: text(300), reason: text(1000) });
/** What a correction says. */
export type Correction = z.infer<typeof correctionFields>;

/** What corrections change of what a session was prepared with. */
export interface Correctable {
  readonly header: Header;
  readonly candidates: readonly Candidate[];
  readonly jurors: readonly Juror[];
}

/** The text that stands in a field now, or null when what it is about is not in the session. */
export const standingText = (prepared: Correctable, where: CorrectedField): string | null => {
  switch (where.of) {
    case 'session':
      return prepared.header[where.field];
    case 'lead':
      return prepared.header.lead[where.field];
    case 'candidate': {
      const found = prepared.candidates.find((candidate) => candidate.id === where.candidateId);
      return found ? (found[where.field] ?? '') : null;
    }
    case 'member':
      return prepared.jurors.find((juror) => juror.id === where.jurorId)?.[where.field] ?? null;
  }
};

const change = <Of extends { readonly id: string }>(list: readonly Of[], id: string, changed: (one: Of) => Of): Of[] =>
  list.map((one) => (one.id === id ? changed(one) : one));

/** What was prepared, with one field put right; the value is taken as given, the gate has judged it. */
export const correct = <Prepared extends Correctable>(prepared: Prepared, where: CorrectedField, value: string): Prepared => {
  switch (where.of) {
    case 'session':
      return { ...prepared, header: { ...prepared.header, [where.field]: value } };
    case 'lead':
      return { ...prepared, header: { ...prepared.header, lead: { ...prepared.header.lead, [where.field]: value } } };
    case 'candidate': {
      const put = where.field === 'birthDate' && value === '' ? null : value;
      return { ...prepared, candidates: change(prepared.candidates, where.candidateId, (candidate) => ({ ...candidate, [where.field]: put })) };
    }
    case 'member':
      return { ...prepared, jurors: change(prepared.jurors, where.jurorId, (juror) => ({ ...juror, [where.field]: value })) };
  }
};

const shapeOf = (where: CorrectedField): z.ZodType => {
  switch (where.of) {
    case 'session':
      return header.shape[where.field];
    case 'lead':
      return leadFields.shape[where.field];
    case 'candidate':
      return where.field === 'birthDate' ? z.union([day, z.literal('')]) : candidateFields.shape[where.field];
    case 'member':
      return jurorFields.shape[where.field];
  }
};

/** Judges a correction: about somebody of the session, on what stands, to another value that the preparation would have taken, with a reason. */
export const checkCorrection = (prepared: Correctable, { where, before, after, reason }: Correction): Result<true> => {
  const standing = standingText(prepared, where);
  if (standing === null) return failed('not-found', { what: where.of });
  if (reason === '') return failed('reason-missing');
  if (standing !== before) return failed('correction-stale', { standing });
  if (after === before) return failed('correction-changes-nothing');
  if (!shapeOf(where).safeParse(after).success) return failed('correction-unfit', { field: where.field });
  const taken = where.of === 'candidate' && where.field === 'number' && prepared.candidates.some((one) => one.number === after);
  return taken ? failed('duplicate-candidate', { number: after }) : done(true);
};
