import type { ReactNode } from 'react';
import { clockTime, frameWords } from '../../words/screens.ts';
import { useStore } from '../store/store.ts';

/** The same, of an instant given. */
export const Saved = (props: { readonly at: string | null }): ReactNode => (
  <span role="status">{props.at === null ? '' : frameWords.saved(clockTime(props.at))}</span>
);

/** "Enregistré à 14:32", from what the disk acknowledged; announced politely. */
export const SavedAt = (): ReactNode => {
  const savedAt = useStore((state) => state.savedAt);
  return <Saved at={savedAt} />;
};
