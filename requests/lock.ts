import { done } from '../domain/errors.ts';
import { idleMinutes, usualIdleMinutes, type IdleMinutes, type LockCause } from '../domain/lock.ts';
import { readTimer } from '../domain/timer.ts';
import { elapsed } from '../domain/time.ts';
import { readSession } from '../db/session.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import type { Handlers } from './desk.ts';
import { requireStore, type Office } from './office.ts';
import { closeStore } from './store.ts';

/** The minutes that this store waits before it locks itself. */
export const idleMinutesOf = (office: Office): IdleMinutes => {
  const kept = office.store ? readSetting(office.store.db, 'idleMinutes') : null;
  return idleMinutes.safeParse(Number(kept)).data ?? usualIdleMinutes;
};

/** Locks the store at once, whatever is under way: works are told to stop, the memory is emptied, and what waits is kept for the locked screen. */
export const lockStore = (office: Office, cause: LockCause): void => {
  if (!office.store) return;
  const { sessionId } = office.place ?? { sessionId: null };
  const session = sessionId === null || office.place?.demonstration !== office.demonstration ? null : readSession(office.store.db, sessionId);
  const { number, heldOn } = session?.fields ?? { number: '', heldOn: null };
  closeStore(office);
  office.locked = { at: office.tools.clock.now(), cause, session: heldOn === null ? null : { number, heldOn } };
};

/** The longest defence that keeps the screen awake without anybody touching it: beyond it a timer was forgotten. */
const longest = 90 * 60_000;

/** What keeps an idle lock waiting: a long work, or the timer of a defence that runs. */
export const heldBy = (office: Office): 'work' | 'timer' | null => {
  if ([...office.works.values()].some(({ state }) => state.kind === 'running')) return 'work';
  const now = office.tools.clock.now();
  const runs = [...office.sessions.values()].some(({ acts }) =>
    [...new Set(acts.flatMap(({ act }) => (act.kind === 'timer' ? [act.projectId] : [])))].some((project) => {
      const { runningSince } = readTimer(acts, project);
      return runningSince !== null && elapsed(runningSince, now) < longest;
    }),
  );
  return runs ? 'timer' : null;
};

/** The lock, what the locked screen may say, and the place to come back to. */
export const lockRequests = {
  'lock.state': (office) => done(office.store ? null : office.locked),
  'lock.setting': (office) => {
    const store = requireStore(office);
    return store.ok ? done({ minutes: idleMinutesOf(office) }) : store;
  },
  'lock.set': (office, { minutes }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    writeSetting(store.value.db, 'idleMinutes', `${minutes}`);
    return done({ savedAt: office.tools.clock.now() });
  },
  'place.keep': (office, { text, sessionId }) => {
    office.place = { text, sessionId, demonstration: office.demonstration };
    return done({ savedAt: null });
  },
  // A place of another store is no place of this one.
  'place.take': (office) => done({ text: office.place?.demonstration === office.demonstration ? office.place.text : null }),
} satisfies Handlers;
