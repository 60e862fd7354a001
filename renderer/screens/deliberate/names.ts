import type { JurorId } from '../../../domain/ids.ts';
import type { MemberView } from '../../../domain/view.ts';

// A civility never stands at the end of a line; a given name may.
const shortName = ({ juror }: MemberView): string =>
  juror.civility === '' ? `${juror.givenName} ${juror.familyName}` : `${juror.civility}\u00A0${juror.familyName}`;

/** The name of a member as it is said in the room, "M. Démonstration"; in full where two would be alike. */
export const nameMember = (members: readonly MemberView[], id: JurorId): string => {
  const member = members.find((entry) => entry.juror.id === id);
  if (member === undefined) return '';
  const name = shortName(member);
  const alike = members.filter((entry) => shortName(entry) === name).length > 1;
  return alike ? member.name : name;
};

/** The names of several members, in the order given. */
export const nameMembers = (members: readonly MemberView[], ids: readonly JurorId[]): string[] => ids.map((id) => nameMember(members, id));
