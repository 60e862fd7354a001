import type { ReactNode } from 'react';
import { retentionWords as words } from '../../../words/retention.ts';
import { DueRow } from '../../parts/due-row.tsx';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';

/** A line that says how much has come to the end of its keeping; nothing when nothing has. The program purges nothing by itself. */
export const DueLine = (): ReactNode => {
  const go = useStore((state) => state.go);
  const { reading } = useRead('retention.due', {});
  if (reading.kind !== 'ready' || reading.value.due === 0) return null;
  return <DueRow said={words.due(reading.value.due)} act={words.see} onGo={() => go({ kind: 'retention' })} />;
};
