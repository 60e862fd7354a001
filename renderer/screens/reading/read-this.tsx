import type { ReactNode } from 'react';
import type { VerdictView } from '../../../domain/verdict.ts';
import { readingWords as words } from '../../../words/reading.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { useStore } from '../../store/store.ts';
import { useReadingOpener } from './opener.ts';
import styles from './reading.module.css';

/** Beside the verdict on a whole archive: the way to read it. It is checked again in full, for what lies on a disk may change. */
export const ReadThisArchive = (props: {
  readonly handle: string;
  readonly root: string | null;
  readonly secret: string;
  readonly verdict: VerdictView;
}): ReactNode => {
  const { handle, root, secret, verdict } = props;
  const go = useStore((state) => state.go);
  const { work, failure, open } = useReadingOpener((name) => go({ kind: 'reading', work: name }));
  const whole = verdict.level === 'whole' || verdict.level === 'established';
  if (verdict.kind !== 'archive' || !whole) return null;
  return (
    <div className={styles['readThis']}>
      <p>{words.readThisText}</p>
      <Button busy={work.progress !== null} onPress={() => void open({ handle, name: verdict.fileName, root, secret: secret === '' ? null : secret })}>
        {words.readThis}
      </Button>
      <Progress work={work} />
      <FailureNotice failure={failure} />
    </div>
  );
};
