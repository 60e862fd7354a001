import type { ReactNode } from 'react';
import styles from './sided.module.css';

/** A part of a screen as its list names it; `count` is what awaits there, with the words that say it. */
export interface SidedPart<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly count?: { readonly value: number; readonly said: string };
}

/** A screen in parts: their list on the left under the session's name, the part in hand on the right. `stage` makes that name the heading of the screen. */
export const Sided = <Key extends string>(props: {
  readonly label: string;
  readonly session: { readonly number: string; readonly title: string } | null;
  readonly stage?: string;
  readonly parts: readonly SidedPart<Key>[];
  readonly here: Key;
  readonly onGo: (key: Key) => void;
  readonly children: ReactNode;
}): ReactNode => {
  const { session, here, stage } = props;
  const Which = stage === undefined ? 'p' : 'h1';
  return (
    <div className={styles['sided']}>
      <nav className={styles['nav']} aria-label={props.label}>
        <Which className={styles['which']}>
          {stage === undefined ? null : <span className="visually-hidden">{stage} </span>}
          {session?.number}
          <span className={styles['whichTitle']}>{session?.title}</span>
        </Which>
        <ul>
          {props.parts.map(({ key, label, count }) => (
            <li key={key}>
              <button
                type="button"
                className={[styles['part'], key === here ? styles['here'] : ''].join(' ')}
                aria-current={key === here ? 'page' : undefined}
                onClick={() => props.onGo(key)}
              >
                <span>{label}</span>
                {count === undefined || count.value === 0 ? null : (
                  <span className={styles['count']}>
                    {count.value}
                    <span className="visually-hidden"> {count.said}</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles['content']} key={here} data-region>
        {props.children}
      </div>
    </div>
  );
};
