import { useCallback, useState } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import type { ReadingView } from '../../../domain/reading.ts';
import { ask } from '../../bridge.ts';
import { useWork, type WorkState } from '../../store/work.ts';

/** A file to read: dropped, chosen before, or asked for (null). */
export interface ReadingFile {
  readonly handle: string | null;
  readonly name: string | null;
  readonly root: string | null;
  readonly secret: string | null;
}

/** The file that a dialog will give. */
export const askedFile: ReadingFile = { handle: null, name: null, root: null, secret: null };

/** How far an archive is opened, and what it gave. */
export interface ReadingOpener {
  readonly work: WorkState;
  readonly failure: Failure | null;
  readonly open: (file: ReadingFile) => Promise<void>;
}

/** Opens an archive for reading: the full check runs as a long work; `ended` hears what it gave. A stop leaves nothing of it in memory. */
export const useReadingOpener = (ended: (work: string, view: ReadingView) => void): ReadingOpener => {
  const work = useWork();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { follow, cancel } = work;
  const open = useCallback(
    async (file: ReadingFile): Promise<void> => {
      setFailure(null);
      const started = await ask('reading.open', file);
      if (!started.ok) {
        if (started.error.code !== 'cancelled') setFailure(started.error);
        return;
      }
      follow(started.value.work, async (done) => {
        const read = await ask('reading.get', { work: done });
        if (read.ok) ended(done, read.value);
        else setFailure(read.error);
      });
    },
    [follow, ended],
  );
  const stop = useCallback(async (): Promise<void> => {
    await cancel();
    await ask('reading.close', {});
  }, [cancel]);
  return { work: { ...work, cancel: stop }, failure: failure ?? work.failure, open };
};
