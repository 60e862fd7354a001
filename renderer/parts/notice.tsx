import { useEffect, useRef, type ReactNode } from 'react';
import { CircleAlert, Info, TriangleAlert, CircleCheck } from 'lucide-react';
import type { Failure } from '../../domain/errors.ts';
import { errorWords } from '../../words/errors.ts';
import { failureWords } from '../../words/screens.ts';
import { space } from '../../words/typography.ts';
import styles from './notice.module.css';

/** Between what a part of a failure is and its words, for a screen reader. */
const separator = `${space}: `;

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const;

/** A passage that informs, warns, or says what failed, where it happened. */
export const Notice = (props: {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read aloud when it appears: for what a person has just caused. */
  readonly live?: boolean;
}): ReactNode => {
  const Icon = icons[props.kind];
  return (
    <div className={[styles['notice'], styles[props.kind]].join(' ')} role={props.live ? (props.kind === 'error' ? 'alert' : 'status') : undefined}>
      <Icon aria-hidden className={styles['icon']} />
      <div className={styles['body']}>
        {props.title === undefined ? null : <p className={styles['title']}>{props.title}</p>}
        {props.children}
        {props.actions === undefined ? null : <div className={styles['actions']}>{props.actions}</div>}
      </div>
    </div>
  );
};

/** An expected failure in three parts: what happened, what is safe, what to do next. Nothing when there is none. */
export const FailureNotice = (props: { readonly failure: Failure | null; readonly actions?: ReactNode }): ReactNode => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => void place.current?.scrollIntoView({ block: 'nearest' }), [props.failure]);
  if (props.failure === null) return null;
  const words = errorWords(props.failure.code, props.failure.facts);
  return (
    <div ref={place}>
      <Notice kind="error" live title={words.happened} actions={props.actions}>
        <p>
          <span className="visually-hidden">
            {failureWords.safe}
            {separator}
          </span>
          {words.safe}
        </p>
        <p>
          <span className="visually-hidden">
            {failureWords.next}
            {separator}
          </span>
          {words.next}
        </p>
      </Notice>
    </div>
  );
};
