import type { ChapterId } from '../../words/guide/passage.ts';
import { ask } from '../bridge.ts';
import { readPlace } from './resume.ts';
import type { Place, Screen } from './screen.ts';
import { useStore } from './store.ts';

/** The chapter that speaks of a place. */
export const chapterFor = (place: Place): ChapterId => {
  switch (place.kind) {
    case 'start':
    case 'home':
    case 'parts':
      return 'start';
    case 'prepare':
    case 'certifications':
    case 'jurors':
      return 'prepare';
    case 'open':
    case 'review':
    case 'sign':
      return place.kind;
    case 'deliberate':
    case 'turn':
    case 'notes':
      return 'deliberate';
    case 'archive':
      return place.section === undefined || place.section === 'archive' ? 'archive' : 'after';
    case 'statistics':
    case 'retention':
      return 'after';
    case 'security':
      return 'safety';
    case 'reading':
      return 'verify';
  }
};

/** Whether the guide may take the place of a screen: never that of a member alone with the laptop, whose turn would end. */
export const guideAllowed = (screen: Screen): boolean => screen.kind !== 'turn' && screen.kind !== 'notes';

/** Opens the guide at a chapter, or at that of the place one is in; refused, and false, during a turn, private notes or an open question, where what is typed would be lost. */
export const openGuide = (chapter?: ChapterId): boolean => {
  const { screen, go } = useStore.getState();
  if (!guideAllowed(screen) || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return false;
  const from = screen.kind === 'guide' ? screen.from : screen;
  go({ kind: 'guide', chapter: chapter ?? chapterFor(from), from });
  return true;
};

/** The place that the guide was opened from, with the candidate and block that lay on the table. */
export const placeBefore = async (from: Place): Promise<Place> => {
  if (from.kind !== 'deliberate') return from;
  const kept = await ask('draft.get', { sessionId: from.sessionId, key: 'place' });
  const place = kept.ok ? readPlace(kept.value.text) : null;
  if (place === null) return from;
  return { kind: 'deliberate', sessionId: from.sessionId, candidateId: place.candidateId, ...(place.block === null ? {} : { block: place.block }) };
};
