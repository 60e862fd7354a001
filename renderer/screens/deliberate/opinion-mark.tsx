import type { ReactNode } from 'react';
import type { OpinionValue } from '../../../domain/opinion.ts';
import { opinionWords } from '../../../words/deliberate.ts';
import styles from './seats.module.css';

const paths: Readonly<Record<OpinionValue, string>> = {
  validate: 'M8 2.5 A5.5 5.5 0 1 1 8 13.5 A5.5 5.5 0 1 1 8 2.5 Z',
  refuse: 'M3 3 H13 V13 H3 Z',
  abstain: 'M2 7 H14 V9 H2 Z',
};

/** An individual opinion: a shape, its word, a colour. */
export const OpinionMark = (props: { readonly value: OpinionValue }): ReactNode => (
  <span className={[styles['opinion'], styles[props.value]].join(' ')}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[props.value]} />
    </svg>
    {opinionWords[props.value]}
  </span>
);
