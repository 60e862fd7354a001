import { useEffect, useId, type ReactNode } from 'react';
import { FileDown } from 'lucide-react';
import { givenWords } from '../../words/given.ts';
import type { Placed } from '../store/given.ts';
import { useStore } from '../store/store.ts';
import styles from './drop-place.module.css';
import { useCarried } from './drop-target.tsx';

interface Look {
  /** What is dropped here. */
  readonly title: string;
  /** Which file is expected, and where it usually comes from. */
  readonly text: string;
  /** One line, once a file was given: another one may be. */
  readonly small?: boolean;
  /** The button that chooses the same file. */
  readonly children: ReactNode;
}

/** A place that waits for a file, at rest or while one is carried over the window. */
export const DropPlaceShown = (props: Look & { readonly held: boolean }): ReactNode => {
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      data-held={props.held || undefined}
      className={[styles['place'], props.small === true ? styles['small'] : ''].join(' ')}
    >
      <span className={styles['icon']} aria-hidden>
        <FileDown />
      </span>
      <div className={styles['words']}>
        <p id={`${id}-title`} className={styles['title']}>
          {props.held ? givenWords.release : props.title}
        </p>
        <p id={`${id}-text`} className={styles['text']}>
          {props.text}
        </p>
      </div>
      <div className={styles['acts']}>{props.children}</div>
    </div>
  );
};

/** The place of a screen that waits for a file: what is dropped on the window comes here, its button chooses the same. While it works it takes nothing. */
export const DropPlace = (props: Look & { readonly takes: Placed; readonly busy?: boolean }): ReactNode => {
  const { takes, busy = false, ...look } = props;
  const setPlace = useStore((state) => state.setPlace);
  useEffect(() => {
    setPlace(busy ? null : takes);
    return () => setPlace(null);
  }, [setPlace, takes, busy]);
  const carried = useCarried();
  return <DropPlaceShown {...look} held={carried && !busy} />;
};

/** A first step: the place that waits for a file, and beside it what happens then; once that is over, the place alone. */
export const FirstStep = (props: {
  readonly children: ReactNode;
  readonly title: string;
  readonly steps: readonly { readonly title: string; readonly text: string }[];
}): ReactNode => (
  <div className={props.steps.length === 0 ? undefined : styles['first']}>
    {props.children}
    {props.steps.length === 0 ? null : (
      <div className={styles['then']}>
        <h2>{props.title}</h2>
        <ol>
          {props.steps.map(({ title, text }) => (
            <li key={title}>
              <div>
                <strong>{title}</strong>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    )}
  </div>
);
