import { useId, type ReactNode } from 'react';
import styles from './section.module.css';
import { Titled } from './titled.ts';

/** A titled part of a screen, with its own acts on the right of the title. */
export const Section = (props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly level?: 2 | 3;
}): ReactNode => {
  const id = useId();
  const Title = props.level === 3 ? 'h3' : 'h2';
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <Title id={id}>{props.title}</Title>
        {props.actions === undefined ? null : <div className={styles['actions']}>{props.actions}</div>}
      </div>
      {props.intro === undefined ? null : <div className={styles['intro']}>{props.intro}</div>}
      <Titled value={props.title}>{props.children}</Titled>
    </section>
  );
};

/** Fields side by side where there is room, one under the other where there is none. */
export const Fields = (props: { readonly columns?: 1 | 2 | 3 | 4; readonly children: ReactNode }): ReactNode => (
  <div className={[styles['fields'], styles[`columns${props.columns ?? 2}`]].join(' ')}>{props.children}</div>
);

/** Buttons in a row; the act that counts comes last, on the right, when `end` is set. */
export const Actions = (props: { readonly children: ReactNode; readonly end?: boolean }): ReactNode => (
  <div className={[styles['row'], props.end ? styles['end'] : ''].join(' ')}>{props.children}</div>
);

/** Things under one another with even space. */
export const Stack = (props: { readonly children: ReactNode; readonly gap?: 'small' | 'normal' | 'large' }): ReactNode => (
  <div className={[styles['stack'], styles[`gap-${props.gap ?? 'normal'}`]].join(' ')}>{props.children}</div>
);
