import { useId, type ReactNode } from 'react';
import { troubleWords, type TroubleWords } from '../../../words/trouble.ts';
import styles from './start.module.css';

/** A store that cannot be used: what happened, what is safe, what to do, then the means. */
export const Trouble = (props: {
  readonly words: TroubleWords;
  /** Once something is being done about it, only what is safe is still told. */
  readonly underRepair?: boolean;
  readonly children?: ReactNode;
}): ReactNode => {
  const title = useId();
  return (
    <section className={styles['form']} aria-labelledby={title}>
      <div role="status" className={styles['told']}>
        <h1 id={title}>{props.words.title}</h1>
        <dl className={styles['parts']}>
          {(props.underRepair ? (['safe'] as const) : (['happened', 'safe', 'next'] as const)).map((part) => (
            <div key={part}>
              <dt>{troubleWords[part]}</dt>
              <dd>{props.words[part]}</dd>
            </div>
          ))}
        </dl>
      </div>
      {props.children}
    </section>
  );
};

/** Facts of a trouble, a figure a line. */
export const Figures = (props: { readonly lines: readonly (readonly [name: string, value: string | number])[] }): ReactNode => (
  <dl className={styles['versions']}>
    {props.lines.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
