import type { ReactNode } from 'react';
import { holderWords as words } from '../../../words/holders.ts';
import { Button } from '../../parts/button.tsx';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import styles from './holders.module.css';

/** A quiet line per session whose holders are still to be declared; nothing when there is none. */
export const HolderReminder = (): ReactNode => {
  const go = useStore((state) => state.go);
  const { reading } = useRead('holder.due', {});
  if (reading.kind !== 'ready' || reading.value.length === 0) return null;
  return (
    <ul aria-label={words.homeTitle}>
      {reading.value.map(({ sessionId, number, holders, deadline, late }) => (
        <li key={sessionId} className={styles['reminder']}>
          <span>{words.home(number, holders, deadline, late)}</span>
          <Button kind="quiet" size="small" label={words.homeOpenOf(number)} onPress={() => go({ kind: 'archive', sessionId, section: 'holders' })}>
            {words.homeOpen}
          </Button>
        </li>
      ))}
    </ul>
  );
};
