import type { ReactNode } from 'react';
import { guide } from '../../../words/guide/guide.ts';
import type { Chapter } from '../../../words/guide/passage.ts';
import { guideWords as words } from '../../../words/guide/screen.ts';
import { findPassages, type Found } from './find.ts';
import { Said } from './passages.tsx';
import styles from './guide.module.css';

/** The chapters, or the passages that a search has found. */
export const Contents = (props: { readonly here: Chapter; readonly query: string; readonly onGo: (chapter: Chapter, rank: number) => void }): ReactNode => {
  const found: readonly Found[] = findPassages(props.query);
  if (props.query.trim() === '')
    return (
      <nav aria-label={words.nav}>
        <ol className={styles['chapters']}>
          {guide.map((chapter) => (
            <li key={chapter.id}>
              <button
                type="button"
                className={styles['chapter']}
                aria-current={chapter.id === props.here.id ? 'page' : undefined}
                onClick={() => props.onGo(chapter, -1)}
              >
                {chapter.title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    );
  return (
    <>
      <p className={styles['count']} role="status">
        {words.found(found.length)}
      </p>
      <nav aria-label={words.results}>
        <ul className={styles['chapters']}>
          {found.map(({ chapter, rank, said }) => (
            <li key={`${chapter.id} ${rank}`}>
              <button type="button" className={styles['found']} onClick={() => props.onGo(chapter, rank)}>
                <span className={styles['where']}>{chapter.title}</span>
                <span className={styles['excerpt']}>
                  <Said text={said} query={props.query} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
};
