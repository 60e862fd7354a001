import type { ReactNode } from 'react';
import { securityWords } from '../../../words/security.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStore } from '../../store/store.ts';

const words = securityWords.recovery;

/** Says at every visit that nobody may hold a recovery key, with the door to make or confirm one; nothing once it is confirmed, and not before a restored store is judged. */
export const KeyReminder = (): ReactNode => {
  const recovery = useStore((state) => state.store?.recovery ?? null);
  const isRestored = useStore((state) => state.store?.restored != null);
  const go = useStore((state) => state.go);
  if (isRestored || recovery === null || (recovery.kind === 'made' && recovery.confirmed)) return null;
  return (
    <Notice
      kind="warning"
      title={recovery.kind === 'none' ? words.none : words.unconfirmed}
      actions={
        <Button size="small" onPress={() => go({ kind: 'security' })}>
          {words.see}
        </Button>
      }
    >
      <p>{recovery.kind === 'none' ? words.noneText : words.unconfirmedText}</p>
    </Notice>
  );
};
