import type { JurorId, CandidateId } from '../../domain/ids.ts';
import type { RecordCandidate, RecordMember, SessionRecord } from '../../domain/minute.ts';
import type { Instant } from '../../domain/time.ts';
import { dayOf, formatInstant, formatTime, space } from '../../words/typography.ts';
import type { Element } from './paper.ts';
import type { Sheet } from './sheet.ts';

/** What a section needs: where it draws, under which element, and the record it tells. */
export interface Printing {
  readonly sheet: Sheet;
  readonly root: Element;
  readonly record: SessionRecord;
  readonly kind: 'provisional' | 'toSign';
}

/** An instant as the minute says it, in the time zone of the session. */
export const sayInstant = (record: SessionRecord, at: Instant): string => formatInstant(at, record.session.timeZone);

/** The member of the record with this identity; a record names every member it points to. */
export const memberOf = (record: SessionRecord, id: JurorId): RecordMember => {
  const member = record.members.find((each) => each.id === id);
  if (!member) throw new Error(`The record has no member ${id}`);
  return member;
};

/** The candidate of the record with this identity. */
export const candidateOf = (record: SessionRecord, id: CandidateId): RecordCandidate => {
  const candidate = record.candidates.find((each) => each.id === id);
  if (!candidate) throw new Error(`The record has no candidate ${id}`);
  return candidate;
};

/** A member's name with the civility kept to it. */
export const sayMember = (member: { readonly name: string }): string => member.name.replace(/^(Mme|M\.) /, `$1${space}`);

/** The hour of an instant, with its day when it is not that of the session. */
export const sayTime = (record: SessionRecord, at: Instant): string =>
  dayOf(at, record.session.timeZone) === record.session.heldOn ? formatTime(at, record.session.timeZone) : sayInstant(record, at);

/** A candidate's number and name, kept together. */
export const sayCandidate = (candidate: RecordCandidate): string => `${candidate.number} · ${candidate.name}`;
