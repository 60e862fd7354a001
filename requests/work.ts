import { done, failed, type Result } from '../domain/errors.ts';
import type { WorkProgress, WorkView } from '../domain/work.ts';
import type { Handlers } from './desk.ts';
import { diskFailure } from './disk-failure.ts';
import type { Office } from './office.ts';

/** What a long work is given: a way to say how far it is, and the word that it must stop. */
export interface Progress {
  readonly report: (progress: WorkProgress) => void;
  readonly signal: AbortSignal;
}

/** A long work under way or ended, in the memory of the office. */
export interface Work {
  readonly controller: AbortController;
  /** Ends when the work has ended, whatever the way. */
  readonly ended: Promise<void>;
  state: WorkView | { readonly kind: 'broken'; readonly bug: unknown };
}

/**
 * Starts a long work and answers its name at once, while other requests go on. The work keeps what it gives under that name, cleans after itself when told to stop,
 * and ends with a value: an expected failure is told by `work.get`, a bug is thrown there. What it throws once told to stop is the stop itself: cancelled.
 */
export const startWork = (office: Office, run: (progress: Progress, name: string) => Promise<Result<unknown>>): string => {
  const name = office.tools.ids.next();
  const controller = new AbortController();
  const end = (state: Work['state']): void => {
    work.state = state;
  };
  const guarded = async (): Promise<void> => {
    try {
      const result = await run({ signal: controller.signal, report: (progress) => end({ kind: 'running', ...progress }) }, name);
      end(result.ok ? { kind: 'done' } : { kind: 'failed', error: { code: result.error.code, facts: { ...result.error.facts } } });
    } catch (bug) {
      const failure = controller.signal.aborted ? failed('cancelled') : diskFailure(bug);
      end(failure ? { kind: 'failed', error: { code: failure.error.code, facts: { ...failure.error.facts } } } : { kind: 'broken', bug });
    }
  };
  const work: Work = {
    controller,
    state: { kind: 'running', step: 'reading', unit: 'files', done: 0, total: null },
    // Begun after this function has answered, so that the work never runs inside the request that starts it.
    ended: Promise.resolve().then(guarded),
  };
  office.works.set(name, work);
  return name;
};

/** Tells every long work to stop, but the one that asks for it: the store is about to close, or a session to change under them. */
export const stopWorks = (office: Office, asking: string | null = null): void => {
  for (const [name, work] of office.works)
    if (name !== asking) {
      work.controller.abort();
      office.works.delete(name);
    }
};

/** Long works: how far, and stop. */
export const workRequests = {
  'work.get': (office, { work: name }) => {
    const work = office.works.get(name);
    if (!work) return failed('not-found', { what: 'work' });
    if (work.state.kind === 'running') return done(work.state);
    office.works.delete(name);
    if (work.state.kind === 'broken') throw work.state.bug;
    return done(work.state);
  },
  'work.cancel': async (office, { work: name }) => {
    const work = office.works.get(name);
    if (!work) return done({ savedAt: null });
    work.controller.abort();
    await work.ended;
    office.works.delete(name);
    return done({ savedAt: null });
  },
} satisfies Handlers;
