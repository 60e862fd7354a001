import type { ReactNode } from 'react';
import { holderWords as words } from '../../../words/holders.ts';
import { DueRow } from '../../parts/due-row.tsx';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';

/** A line per session whose holders are still to be declared; nothing when there is none. */
export const HolderReminder = (): ReactNode => {
  const go = useStore((state) => state.go);
  const { reading } = useRead('holder.due', {});
  if (reading.kind !== 'ready' || reading.value.length === 0) return null;
  return (
    <ul aria-label={words.homeTitle}>
      {reading.value.map(({ sessionId, number, holders, deadline, late }) => (
        <li key={sessionId}>
          <DueRow
            said={words.home(number, holders, deadline, late)}
            late={late}
            act={words.homeOpen}
            label={words.homeOpenOf(number)}
            onGo={() => go({ kind: 'archive', sessionId, section: 'holders' })}
          />
        </li>
      ))}
    </ul>
  );
};
