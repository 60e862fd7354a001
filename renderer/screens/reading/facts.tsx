import type { ReactNode } from 'react';
import styles from './reading.module.css';

/** Facts as a list of terms and values; an empty value is left out. */
export const Facts = (props: { readonly facts: readonly (readonly [term: string, value: ReactNode])[] }): ReactNode => (
  <dl className={styles['facts']}>
    {props.facts
      .filter(([, value]) => value !== '' && value !== null)
      .map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
