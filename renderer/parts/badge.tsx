import type { ReactNode } from 'react';
import styles from './badge.module.css';

const shapes = {
  neutral: 'M8 2.5 A5.5 5.5 0 1 1 8 13.5 A5.5 5.5 0 1 1 8 2.5 Z',
  accent: 'M4 2.5 L13 8 L4 13.5 Z',
  success: 'M2.5 8.5 L6.5 12.5 L13.5 3.5',
  warning: 'M8 2 L14.5 13.5 L1.5 13.5 Z',
  danger: 'M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5',
} as const;

/** A short word about a thing, with a shape that tells it apart without colour. */
export const Badge = (props: {
  readonly tone?: keyof typeof shapes;
  readonly children: ReactNode;
  readonly plain?: boolean;
  readonly wraps?: boolean;
}): ReactNode => {
  const tone = props.tone ?? 'neutral';
  return (
    <span className={[styles['badge'], styles[tone], props.wraps ? styles['wraps'] : ''].join(' ')}>
      {props.plain ? null : (
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={shapes[tone]} />
        </svg>
      )}
      <span>{props.children}</span>
    </span>
  );
};
