import type { RequestName, RequestOutput } from '../domain/contract.ts';
import { recentSessions, type MenuState } from '../domain/menu.ts';
import type { Role } from '../domain/role.ts';

type Listed = RequestOutput<'session.list'>;

/** What the watch of the menus is given by the machine, or by a test. */
export interface MenuTools {
  readonly role: () => Role;
  /** The sessions of the store, or null when nobody may list them. */
  readonly list: () => Promise<Listed | null>;
  readonly show: (state: MenuState) => void;
}

/** The watch of the menus: told of what the window asked and was answered, and of whatever may change who holds the laptop. */
export interface MenuWatch {
  readonly heard: (name: string, input: unknown, answer: unknown) => void;
  readonly look: () => void;
}

const renames: ReadonlySet<string> = new Set([
  'session.create',
  'session.update',
  'store.openDemonstration',
  'retention.purge',
  'transfer.done',
] satisfies RequestName[]);

const givenBy = (answer: unknown): { readonly value: unknown } | null =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true && 'value' in answer ? { value: answer.value } : null;

const sessionOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'sessionId' in input && typeof input.sessionId === 'string' ? input.sessionId : null;

/** Opens the watch. The names of sessions are held while the lead has an open store, shown to the lead alone, and forgotten by a lock. */
export const openMenuWatch = ({ role, list, show }: MenuTools): MenuWatch => {
  let listed: Listed = [];
  let visited: readonly string[] = [];
  let last = '';
  let holder: Role = 'nobody';
  const draw = (): void => {
    const state: MenuState = { role: holder, recent: holder === 'lead' ? recentSessions(listed, visited) : [] };
    const text = JSON.stringify(state);
    if (text !== last) show(state);
    last = text;
  };
  const read = async (): Promise<void> => {
    const sessions = await list();
    if (sessions === null || role() === 'nobody') return;
    listed = sessions;
    draw();
  };
  const look = (): void => {
    const before = holder;
    holder = role();
    if (holder === 'nobody') [listed, visited] = [[], []];
    draw();
    if (before === 'nobody' && holder === 'lead') void read();
  };
  return {
    look,
    heard: (name, input, answer) => {
      look();
      const given = givenBy(answer);
      if (given === null || holder === 'nobody') return;
      if (name === 'store.openDemonstration') [listed, visited] = [[], []];
      if (name === 'session.list') listed = given.value as Listed;
      const session = name === 'place.keep' ? sessionOf(input) : null;
      if (session !== null) visited = [session, ...visited.filter((id) => id !== session)];
      draw();
      if (renames.has(name)) void read();
    },
  };
};
