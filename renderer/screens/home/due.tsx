import type { ReactNode } from 'react';
import { retentionWords as words } from '../../../words/retention.ts';
import { Button } from '../../parts/button.tsx';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import styles from './home.module.css';

/** A quiet line that says how much has come to the end of its keeping; nothing when nothing has. The program purges nothing by itself. */
export const DueLine = (): ReactNode => {
  const go = useStore((state) => state.go);
  const { reading } = useRead('retention.due', {});
  if (reading.kind !== 'ready' || reading.value.due === 0) return null;
  return (
    <p className={styles['due']}>
      {words.due(reading.value.due)}
      <Button kind="quiet" size="small" onPress={() => go({ kind: 'retention' })}>
        {words.see}
      </Button>
    </p>
  );
};
