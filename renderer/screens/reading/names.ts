import type { CandidateId, JurorId } from '../../../domain/ids.ts';
import type { SessionRecord } from '../../../domain/minute.ts';
import { space } from '../../../words/typography.ts';

/** The people of a record, by name. */
export interface RecordNames {
  readonly member: (id: string) => string;
  readonly candidate: (id: string) => string;
}

/** The names that a record gives to its people: a member with the civility kept to the name, a candidate with the number. */
export const namesOf = ({ members, candidates }: Pick<SessionRecord, 'members' | 'candidates'>): RecordNames => {
  const byMember = new Map(members.map(({ id, name }) => [id, name.replace(/^(Mme|M\.) /, `$1${space}`)]));
  const byCandidate = new Map(candidates.map(({ id, number, name }) => [id, `${number} · ${name}`]));
  return { member: (id) => byMember.get(id as JurorId) ?? id, candidate: (id) => byCandidate.get(id as CandidateId) ?? id };
};
