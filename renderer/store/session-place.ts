import type { SessionSummary } from '../../domain/view.ts';
import type { Screen } from './screen.ts';

/** Where a session is gone on with: the stage that it has reached. */
export const placeOf = (session: Pick<SessionSummary, 'id' | 'phase' | 'rank'>): Screen => {
  const { id: sessionId } = session;
  switch (session.phase) {
    case 'preparing':
      return { kind: 'prepare', sessionId };
    case 'open':
      return session.rank > 0 ? { kind: 'review', sessionId } : { kind: 'deliberate', sessionId };
    case 'closed':
      return { kind: 'sign', sessionId };
    case 'sealed':
    case 'archived':
      return { kind: 'archive', sessionId };
  }
};
