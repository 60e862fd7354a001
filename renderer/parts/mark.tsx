import type { ReactNode } from 'react';
import { blockWords, markSquare, type BlockKind } from '../../words/outcome.ts';
import styles from './mark.module.css';

/** The mark of a block's state: shape, word and colour; the shape alone keeps its word for a screen reader. */
export const Mark = (props: { readonly state: BlockKind; readonly show?: 'shape' | 'short' | 'word'; readonly label?: string }): ReactNode => {
  const { state, show = 'word' } = props;
  const words = blockWords[state];
  const name = props.label ?? words.word;
  return (
    <span className={[styles['mark'], styles[state], show === 'shape' ? '' : styles['worded']].join(' ')}>
      <svg viewBox={`0 0 ${markSquare} ${markSquare}`} className={words.drawn === 'filled' ? styles['filled'] : styles['line']} aria-hidden="true">
        <path d={words.path} strokeWidth={words.drawn === 'filled' ? undefined : words.weight} />
      </svg>
      {show === 'shape' ? <span className="visually-hidden">{name}</span> : <span>{show === 'short' ? words.short : name}</span>}
    </span>
  );
};
