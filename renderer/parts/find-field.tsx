import type { ReactNode } from 'react';
import { findWords } from '../../words/find.ts';
import { TextField } from './text-field.tsx';
import styles from './find-field.module.css';

/** The search of a list, which Ctrl + F leads to: what is typed, and how many lines are left, said as it changes. */
export const FindField = (props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly found: number;
  readonly total: number;
}): ReactNode => (
  <div className={styles['find']}>
    <TextField find label={props.label} value={props.value} maxLength={80} onChange={props.onChange} />
    <p className={styles['count']} role="status">
      {props.value.trim() === '' ? '' : props.found === 0 ? findWords.none : findWords.count(props.found, props.total)}
    </p>
  </div>
);
