import { z } from 'zod';
import { sessionId } from './ids.ts';
import type { Role } from './role.ts';

/** The places that a menu leads to. */
export const menuPlaces = ['home', 'certifications', 'jurors', 'statistics', 'retention', 'security', 'guide'] as const;

/** What a menu asks of the page; the page alone knows how it is done where it stands. */
export const menuAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['newSession', 'verify', 'readArchive', 'receive', 'find', 'shortcuts', 'undo', 'redo']) }),
  z.object({ kind: z.literal('go'), place: z.enum(menuPlaces) }),
  z.object({ kind: z.literal('session'), sessionId }),
]);
/** What a menu asks of the page. */
export type MenuAct = z.infer<typeof menuAct>;

/** A session as a menu names it: its number and its title, nobody's name. */
export interface RecentSession {
  readonly id: z.infer<typeof sessionId>;
  readonly label: string;
}

/** What the menus depend on: who holds the laptop, and the sessions that were opened last, none but in the lead's hands. */
export interface MenuState {
  readonly role: Role;
  readonly recent: readonly RecentSession[];
}

/** The most sessions that the menu lists. */
export const mostRecent = 8;

interface Listed {
  readonly id: z.infer<typeof sessionId>;
  readonly number: string;
  readonly title: string;
  readonly heldOn: string;
  readonly certification: { readonly title: string };
}

/** The sessions of the menu: those visited last, then the latest held; a session that is listed no more is not named. */
export const recentSessions = (listed: readonly Listed[], visited: readonly string[]): readonly RecentSession[] => {
  const rank = (id: string): number => (visited.includes(id) ? visited.indexOf(id) : visited.length);
  return listed
    .toSorted((one, other) => rank(one.id) - rank(other.id) || (one.heldOn < other.heldOn ? 1 : one.heldOn > other.heldOn ? -1 : 0))
    .slice(0, mostRecent)
    .map(({ id, number, title, certification }) => ({ id, label: `${number} · ${title === '' ? certification.title : title}` }));
};
