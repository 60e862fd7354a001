import type { ReactNode } from 'react';
import { frameWords } from '../../words/screens.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import styles from './due-row.module.css';

/** Something that awaits a person: what, whether its day is past, and where to see to it. */
export const DueRow = (props: {
  readonly said: string;
  readonly late?: boolean;
  readonly act: string;
  readonly label?: string;
  readonly onGo: () => void;
}): ReactNode => (
  <div className={styles['row']}>
    <span className={styles['said']}>
      {props.late ? <Badge tone="warning">{frameWords.late}</Badge> : null}
      <span>{props.said}</span>
    </span>
    <Button kind="quiet" size="small" {...(props.label === undefined ? {} : { label: props.label })} onPress={props.onGo}>
      {props.act}
    </Button>
  </div>
);

/** What awaits a person, under one heading; it shows nothing while nothing does. */
export const Dues = (props: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <section className={styles['dues']} aria-label={props.title}>
    <h2 className={styles['title']}>{props.title}</h2>
    {props.children}
  </section>
);
