import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What an empty place is for, and the first thing to do there. */
export const EmptyState = (props: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }): ReactNode => (
  <div className={styles['empty']}>
    <h2 className={styles['title']}>{props.title}</h2>
    {props.children === undefined ? null : <div className={styles['text']}>{props.children}</div>}
    {props.actions === undefined ? null : <div className={styles['actions']}>{props.actions}</div>}
  </div>
);
