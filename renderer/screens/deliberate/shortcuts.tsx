import { Fragment, type ReactNode } from 'react';
import { shortcutWords } from '../../../words/shortcuts.ts';
import styles from './matrix.module.css';

/** The keys of the deliberation and what each does. */
export const Shortcuts = (): ReactNode => (
  <>
    <p className={styles['muted']}>{shortcutWords.text}</p>
    <dl className={styles['keys']}>
      {shortcutWords.list.map(([key, act]) => (
        <Fragment key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{act}</dd>
        </Fragment>
      ))}
    </dl>
  </>
);
