import type { ReactNode } from 'react';
import type { Instant } from '../../domain/time.ts';
import { troubleWords } from '../../words/trouble.ts';
import { useStore } from '../store/store.ts';
import { Notice } from './notice.tsx';
import styles from './clock-notice.module.css';

/** What a clock that went back means for a session. */
export const ClockBehind = (props: { readonly latest: Instant; readonly timeZone: string }): ReactNode => (
  <Notice kind="warning" title={troubleWords.clock.title}>
    <p>{troubleWords.clock.text(props.latest, props.timeZone)}</p>
  </Notice>
);

/** Above every screen of a session whose latest act is after what the clock now tells; nothing while time goes on as it should. */
export const ClockNotice = (): ReactNode => {
  const session = useStore((state) => ('sessionId' in state.screen ? state.session : null));
  if (session === null || session.clockBehind === null) return null;
  return (
    <div className={styles['notice']}>
      <ClockBehind latest={session.clockBehind} timeZone={session.fields.timeZone} />
    </div>
  );
};
