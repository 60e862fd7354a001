import { accessWords as words } from '../../words/access.ts';

/** The words of the access file that requests put in it: requests import no words of their own. */
export const accessWords = { member: words.member, other: words.other, oneMember: words.oneMember, file: words.file } as const;
