import { z } from 'zod';
import { blockCode, candidateId, jurorId, pieceId, sessionId } from '../../domain/ids.ts';
import { guide } from '../../words/guide/guide.ts';
import { ask } from '../bridge.ts';
import { findResumption } from './resume.ts';
import type { Screen } from './screen.ts';

const inSession = { sessionId, candidateId: candidateId.optional(), block: blockCode.optional() };
const places = [
  z.object({ kind: z.enum(['home', 'jurors', 'certifications', 'statistics', 'retention', 'security', 'parts']) }),
  z.object({ kind: z.enum(['open', 'review', 'sign']), sessionId }),
  z.object({ kind: z.literal('archive'), sessionId, section: z.enum(['archive', 'letters', 'holders', 'journal']).optional() }),
  z.object({
    kind: z.literal('prepare'),
    sessionId,
    section: z.enum(['session', 'jury', 'candidates', 'dossiers', 'schedule', 'accommodations', 'readiness']).optional(),
    candidateId: candidateId.optional(),
    jurorId: jurorId.optional(),
  }),
  z.object({ kind: z.literal('deliberate'), ...inSession }),
  z.object({ kind: z.literal('turn'), sessionId, candidateId, block: blockCode, jurorId }),
  z.object({ kind: z.literal('notes'), sessionId, candidateId, block: blockCode, pieceId: pieceId.nullable() }),
] as const;
const chapter = z.enum(guide.map(({ id }) => id)).optional();
const shape = z.discriminatedUnion('kind', [...places, z.object({ kind: z.literal('guide'), chapter, from: z.discriminatedUnion('kind', places) })]);

/** The screen that a text keeps, or null when it keeps none. */
export const readScreen = (text: string | null): Screen | null => {
  if (text === null) return null;
  try {
    return (shape.safeParse(JSON.parse(text)).data as Screen | undefined) ?? null;
  } catch {
    return null;
  }
};

/** Tells the desk where the window is, for the page that takes the place of this one: in memory alone, and no name. */
export const keepScreen = async (screen: Screen): Promise<void> => {
  await ask('place.keep', { text: JSON.stringify(screen), sessionId: 'sessionId' in screen ? screen.sessionId : null });
};

/** Where a page that has just been loaded goes: where the one before it was; after a lock, into the sitting that is open, and never inside a turn. */
export const comeBack = async (unlocked: boolean): Promise<Screen> => {
  const taken = await ask('place.take', {});
  const kept = readScreen(taken.ok ? taken.value.text : null);
  if (kept === null) return findResumption();
  const inSitting = kept.kind === 'turn' || kept.kind === 'notes' || kept.kind === 'deliberate';
  if (inSitting && unlocked) return findResumption();
  if (!('sessionId' in kept)) return kept;
  const session = await ask('session.get', { sessionId: kept.sessionId });
  return session.ok ? kept : { kind: 'home' };
};
