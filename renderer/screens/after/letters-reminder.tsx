import type { ReactNode } from 'react';
import { notificationReminder as words } from '../../../words/notification.ts';
import { DueRow } from '../../parts/due-row.tsx';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';

/** A line per session whose VAE results are still to be sent; nothing when there is none. */
export const LettersReminder = (): ReactNode => {
  const go = useStore((state) => state.go);
  const { reading } = useRead('notification.due', {});
  if (reading.kind !== 'ready' || reading.value.length === 0) return null;
  return (
    <ul aria-label={words.title}>
      {reading.value.map(({ sessionId, number, letters, due, late }) => (
        <li key={sessionId}>
          <DueRow
            said={words.said(number, letters, due, late)}
            late={late}
            act={words.open}
            label={words.openOf(number)}
            onGo={() => go({ kind: 'archive', sessionId, section: 'letters' })}
          />
        </li>
      ))}
    </ul>
  );
};
