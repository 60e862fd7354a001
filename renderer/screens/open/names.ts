import type { MemberView, SittingView } from '../../../domain/view.ts';

/** The member’s name as it is said in the room. */
export const nameMember = (member: MemberView): string => member.name;

/** The name of one member of the sitting, by identity. */
export const nameOf = (sitting: SittingView, id: string): string => {
  const member = sitting.members.find((each) => each.juror.id === id);
  return member === undefined ? id : nameMember(member);
};
