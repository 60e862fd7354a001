import type { ReactNode } from 'react';
import { clockTime, frameWords } from '../../words/screens.ts';
import { useStore } from '../store/store.ts';

/** "Enregistré à 14:32", from what the disk acknowledged; announced politely. */
export const SavedAt = (): ReactNode => {
  const savedAt = useStore((state) => state.savedAt);
  return <span role="status">{savedAt === null ? '' : frameWords.saved(clockTime(savedAt))}</span>;
};
