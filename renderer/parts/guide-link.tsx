import type { ReactNode } from 'react';
import { CircleHelp } from 'lucide-react';
import { chapterOf } from '../../words/guide/guide.ts';
import { guideWords } from '../../words/guide/screen.ts';
import { chapterFor, guideAllowed, openGuide } from '../store/guide.ts';
import { useStore } from '../store/store.ts';
import styles from './guide-link.module.css';

/** The way to the guide from every screen of the frame, at the chapter of that screen. */
export const GuideLink = (): ReactNode => {
  const screen = useStore((state) => state.screen);
  if (screen.kind === 'guide' || !guideAllowed(screen)) return null;
  return (
    <button type="button" className={styles['link']} onClick={() => openGuide()} aria-label={guideWords.linkLabel(chapterOf(chapterFor(screen)).title)}>
      <CircleHelp aria-hidden />
      {guideWords.link}
    </button>
  );
};
