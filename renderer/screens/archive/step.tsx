import { useId, type ReactNode } from 'react';
import { archiveWords as words } from '../../../words/archiving.ts';
import { space } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import styles from './archive.module.css';

/** Where a step stands: done at an instant, still to be done though nothing works without it, of one's choice, or empty. */
export type StepState = { readonly kind: 'done'; readonly at: string } | { readonly kind: 'needed' | 'optional' | 'nothing' };

/** One step of the archiving: its rank, what it is for, where it stands. */
export const Step = (props: {
  readonly rank: number;
  readonly title: string;
  readonly intro: string;
  readonly state: StepState;
  readonly children?: ReactNode;
}): ReactNode => {
  const id = useId();
  const { state } = props;
  return (
    <li className={styles['step']} data-done={state.kind === 'done'}>
      <span className={styles['rank']} aria-hidden>
        {props.rank}
      </span>
      <section className={styles['body']} aria-labelledby={id}>
        <div className={styles['head']}>
          <h2 id={id}>
            <span className="visually-hidden">{`${words.step(props.rank)}${space}: `}</span>
            {props.title}
          </h2>
          {state.kind === 'done' ? (
            <Badge tone="success">{words.doneOn(state.at)}</Badge>
          ) : (
            <Badge tone={state.kind === 'needed' ? 'accent' : 'neutral'}>{words[state.kind]}</Badge>
          )}
        </div>
        <p className={styles['intro']}>{props.intro}</p>
        {props.children}
      </section>
    </li>
  );
};
