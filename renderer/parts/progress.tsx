import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { WorkProgress } from '../../domain/work.ts';
import { workWords } from '../../words/work.ts';
import type { WorkState } from '../store/work.ts';
import { Button } from './button.tsx';
import styles from './progress.module.css';

/** What is read aloud of a long work: each step once as it begins, then its end; a failure has its own words. */
const WorkSaid = (props: { readonly step: WorkProgress['step'] | null; readonly stopping: boolean; readonly failed: boolean }): ReactNode => {
  const { step, stopping, failed } = props;
  // Empty when it comes with the screen: what a region is born with is not read.
  const [said, say] = useState('');
  const before = useRef<{ readonly running: boolean; readonly stopping: boolean }>({ running: false, stopping: false });
  useEffect(() => {
    if (step !== null) say(workWords.begun(step));
    else if (before.current.running) say(failed ? '' : before.current.stopping ? workWords.stopped : workWords.ended);
    before.current = { running: step !== null, stopping: step !== null && (stopping || before.current.stopping) };
  }, [step, stopping, failed]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
};

/** How far a long work is, and the way to stop it; nothing in sight when none runs. */
export const Progress = ({ work }: { readonly work: Pick<WorkState, 'progress' | 'stopping' | 'cancel'> & Partial<Pick<WorkState, 'failure'>> }): ReactNode => (
  <>
    <WorkSaid step={work.progress?.step ?? null} stopping={work.stopping} failed={(work.failure ?? null) !== null} />
    <Far work={work} />
  </>
);

const Far = ({ work }: { readonly work: Pick<WorkState, 'progress' | 'stopping' | 'cancel'> }): ReactNode => {
  if (work.progress === null) return null;
  const { step, unit, done, total } = work.progress;
  const said = work.stopping ? workWords.cancelling : workWords.progress(step, unit, done, total);
  return (
    <div className={styles['progress']}>
      <ProgressBar
        className={styles['bar'] ?? ''}
        isIndeterminate={total === null}
        value={done}
        maxValue={Math.max(1, total ?? 1)}
        valueLabel={said}
        aria-label={workWords.steps[step]}
      >
        {({ percentage }) => (
          <>
            <span className={styles['said']}>{said}</span>
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
