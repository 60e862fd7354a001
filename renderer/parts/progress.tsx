import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { workWords } from '../../words/work.ts';
import type { WorkState } from '../store/work.ts';
import { Button } from './button.tsx';
import styles from './progress.module.css';

/** How far a long work is, and the way to stop it; nothing when none runs. */
export const Progress = ({ work }: { readonly work: Pick<WorkState, 'progress' | 'stopping' | 'cancel'> }): ReactNode => {
  if (work.progress === null) return null;
  const { step, unit, done, total } = work.progress;
  const said = work.stopping ? workWords.cancelling : workWords.progress(step, unit, done, total);
  return (
    <div className={styles['progress']}>
      <ProgressBar className={styles['bar'] ?? ''} isIndeterminate={total === null} value={done} maxValue={Math.max(1, total ?? 1)} valueLabel={said}>
        {({ percentage }) => (
          <>
            <Label className={styles['said'] ?? ''}>{said}</Label>
            <div className={styles['track']}>
              <div
                className={total === null ? styles['waiting'] : styles['done']}
                ref={(element) => element?.style.setProperty('inline-size', total === null ? '' : `${percentage ?? 0}%`)}
              />
            </div>
          </>
        )}
      </ProgressBar>
      <Button size="small" busy={work.stopping} onPress={() => void work.cancel()}>
        {workWords.cancel}
      </Button>
    </div>
  );
};
