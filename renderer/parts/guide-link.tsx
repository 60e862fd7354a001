import type { ReactNode } from 'react';
import { CircleHelp } from 'lucide-react';
import { chapterOf } from '../../words/guide/guide.ts';
import { guideWords } from '../../words/guide/screen.ts';
import { chapterFor, guideAllowed, openGuide } from '../store/guide.ts';
import { useStore } from '../store/store.ts';
import styles from './guide-link.module.css';

/** The link itself, named by the chapter that it opens. */
export const GuideButton = (props: { readonly chapter: string; readonly onOpen: () => void }): ReactNode => (
  <button type="button" className={styles['link']} onClick={props.onOpen} aria-label={guideWords.linkLabel(props.chapter)}>
    <CircleHelp aria-hidden />
    {guideWords.link}
  </button>
);

/** The way to the guide from every screen of the frame, at the chapter of that screen. */
export const GuideLink = (): ReactNode => {
  const screen = useStore((state) => state.screen);
  if (screen.kind === 'guide' || !guideAllowed(screen)) return null;
  return <GuideButton chapter={chapterOf(chapterFor(screen)).title} onOpen={() => openGuide()} />;
};
