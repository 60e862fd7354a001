import { useCallback, useRef } from 'react';

/** Milliseconds between the last key and the disk: well within the half-second that is promised. */
const delay = 300;

/** A save that waits for the last key: `later` puts it off, `settle` runs it at once or gives it up, `isWaiting` tells whether one waits. */
export const useLater = () => {
  const waiting = useRef<{ readonly timer: number; readonly save: () => void } | null>(null);
  const settle = useCallback((keep: boolean): void => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    if (keep) waiting.current.save();
    waiting.current = null;
  }, []);
  const later = useCallback(
    (save: () => void): void => {
      settle(false);
      const timer = window.setTimeout(() => {
        waiting.current = null;
        save();
      }, delay);
      waiting.current = { timer, save };
    },
    [settle],
  );
  const isWaiting = useCallback((): boolean => waiting.current !== null, []);
  return { later, settle, isWaiting };
};
