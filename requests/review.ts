import { done } from '../domain/errors.ts';
import { listHealthFlags } from '../domain/health-flag.ts';
import type { Handlers } from './desk.ts';
import { loadSession } from './office.ts';

/** What is to be read again before closing. */
export const reviewRequests = {
  'review.flags': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    return session.ok ? done(listHealthFlags(session.value.state, session.value.acts)) : session;
  },
} satisfies Handlers;
