import { useEffect, useState, type ReactNode } from 'react';
import { LockKeyhole } from 'lucide-react';
import { lockWords as words } from '../../words/lock.ts';
import { listen } from '../bridge.ts';
import styles from './lock-warning.module.css';

const secondsOf = (detail: unknown): number | null =>
  typeof detail === 'object' && detail !== null && 'seconds' in detail && typeof detail.seconds === 'number' ? detail.seconds : null;

/** The seconds that are left, for the eye: what is read aloud is said once. */
export const LockCountdown = (props: { readonly left: number }): ReactNode => (
  <div className={styles['warning']} aria-hidden>
    <LockKeyhole aria-hidden />
    <div>
      <strong>{words.soon(props.left)}</strong>
      <p>{words.cancel}</p>
    </div>
  </div>
);

/** The last seconds before the store locks itself: any key, any move of the pointer takes it away. */
export const LockWarning = (): ReactNode => {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => listen('lock', (detail) => setLeft(secondsOf(detail))), []);
  const counting = left !== null;
  useEffect(() => {
    if (!counting) return undefined;
    const timer = setInterval(() => setLeft((before) => (before === null ? null : Math.max(0, before - 1))), 1000);
    return () => clearInterval(timer);
  }, [counting]);
  return (
    <>
      <div aria-live="assertive" className="visually-hidden">
        {counting ? words.said : ''}
      </div>
      {left === null ? null : <LockCountdown left={left} />}
    </>
  );
};
