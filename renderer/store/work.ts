import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../domain/errors.ts';
import type { WorkProgress } from '../../domain/work.ts';
import { ask } from '../bridge.ts';

/** What a screen knows of its long work. */
export interface WorkState {
  /** How far it is, or null when none runs. */
  readonly progress: WorkProgress | null;
  /** Whether the person asked it to stop and it has not yet. */
  readonly stopping: boolean;
  readonly failure: Failure | null;
  /** Follows a work that a request has started; `ended` runs once it is done, never after a failure or a cancel. */
  readonly follow: (work: string, ended: (work: string) => void | Promise<void>) => void;
  readonly cancel: () => Promise<void>;
  readonly clear: () => void;
}

/** How often a screen asks how far its work is, in milliseconds. */
const rhythm = 150;
const start: WorkProgress = { step: 'reading', unit: 'files', done: 0, total: null };

/** Follows one long work at a time; leaving the screen stops it. */
export const useWork = (): WorkState => {
  const [progress, setProgress] = useState<WorkProgress | null>(null);
  const [stopping, setStopping] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<string | null>(null);
  const follow = useCallback<WorkState['follow']>((work, ended) => {
    running.current = work;
    setFailure(null);
    setProgress(start);
    const look = async (): Promise<void> => {
      if (running.current !== work) return;
      const answer = await ask('work.get', { work });
      if (running.current !== work) return;
      if (answer.ok && answer.value.kind === 'running') {
        const { kind: _, ...far } = answer.value;
        setProgress(far);
        setTimeout(() => void look(), rhythm);
        return;
      }
      running.current = null;
      setProgress(null);
      if (!answer.ok) setFailure(answer.error);
      else if (answer.value.kind === 'done') await ended(work);
      else if (answer.value.kind === 'failed' && answer.value.error.code !== 'cancelled') setFailure(answer.value.error as Failure);
    };
    void look();
  }, []);
  const cancel = useCallback(async () => {
    const work = running.current;
    if (work === null) return;
    running.current = null;
    setStopping(true);
    await ask('work.cancel', { work });
    setStopping(false);
    setProgress(null);
  }, []);
  useEffect(
    () => () => {
      const work = running.current;
      running.current = null;
      if (work !== null) void ask('work.cancel', { work });
    },
    [],
  );
  return { progress, stopping, failure, follow, cancel, clear: useCallback(() => setFailure(null), []) };
};
