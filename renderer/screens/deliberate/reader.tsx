import type { ReactNode } from 'react';
import styles from './reader.module.css';

/** A PDF on the reader's own origin: foreign pages never touch this window. */
export const Reader = (props: { readonly view: string; readonly title: string }): ReactNode => (
  <iframe
    className={styles['reader']}
    title={props.title}
    src={`viewer://reader/index.html?view=${encodeURIComponent(props.view)}`}
    sandbox="allow-scripts allow-same-origin"
  />
);
