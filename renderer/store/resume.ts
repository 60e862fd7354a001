import { z } from 'zod';
import { blockCode, candidateId, jurorId, type SessionId } from '../../domain/ids.ts';
import { ask } from '../bridge.ts';
import type { Screen } from './screen.ts';

const shape = z.strictObject({ candidateId, block: blockCode.nullable(), away: z.array(jurorId).readonly(), at: z.string() });
/** Where a deliberation stands: the candidate and block on the table, and the members out of the room. */
export type KeptPlace = z.infer<typeof shape>;

const key = 'place';

/** Keeps on the disk where the deliberation stands, for the program to come back to. */
export const keepPlace = (sessionId: SessionId, place: Omit<KeptPlace, 'at'>): void =>
  void ask('draft.save', { sessionId, key, text: JSON.stringify({ ...place, at: new Date().toISOString() } satisfies KeptPlace) });

/** The place that a text keeps, or null when it keeps none. */
export const readPlace = (text: string): KeptPlace | null => {
  if (text === '') return null;
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

interface OpenSession {
  readonly sessionId: SessionId;
  readonly place: KeptPlace | null;
}

/** The session to come back to among those open: the only one, or the one where somebody worked last; null when nothing tells. */
export const pickSession = (open: readonly OpenSession[]): OpenSession | null => {
  if (open.length === 1) return open[0] ?? null;
  const [latest] = open.filter((session) => session.place !== null).toSorted((one, other) => ((one.place?.at ?? '') < (other.place?.at ?? '') ? 1 : -1));
  return latest ?? null;
};

/** Where the window goes when a store opens: back into the sitting that is open, else home. A turn is never come back to: it asks for its member's code again. */
export const findResumption = async (): Promise<Screen> => {
  const sessions = await ask('session.list', {});
  const open: OpenSession[] = [];
  for (const { id: sessionId, phase } of sessions.ok ? sessions.value : []) {
    if (phase !== 'open') continue;
    const kept = await ask('draft.get', { sessionId, key });
    open.push({ sessionId, place: kept.ok ? readPlace(kept.value.text) : null });
  }
  const session = pickSession(open);
  if (session === null) return { kind: 'home' };
  const { sessionId, place } = session;
  if (place === null) return { kind: 'deliberate', sessionId };
  return {
    kind: 'deliberate',
    sessionId,
    candidateId: place.candidateId,
    ...(place.block === null ? {} : { block: place.block }),
    resumed: { away: place.away },
  };
};
