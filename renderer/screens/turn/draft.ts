import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import { ask } from '../../bridge.ts';

/** Milliseconds between the last key and the disk. */
const delay = 300;

/** The note being typed in a turn, kept on the disk as it grows; only its author's next turn shows it again. */
export const useTurnDraft = (turn: string, initial: string) => {
  const [text, setText] = useState(initial);
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const waiting = useRef<{ readonly timer: number; readonly save: () => void } | null>(null);
  const settle = useCallback((keep: boolean): void => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    if (keep) waiting.current.save();
    waiting.current = null;
  }, []);
  useEffect(() => () => settle(true), [settle]);
  const change = (next: string): void => {
    setText(next);
    settle(false);
    const save = (): void =>
      void ask('turn.draft', { turn, text: next }).then((answer) => {
        setFailure(answer.ok ? null : answer.error);
        if (answer.ok) setKeptAt(answer.value.savedAt);
      });
    const timer = window.setTimeout(() => {
      waiting.current = null;
      save();
    }, delay);
    waiting.current = { timer, save };
  };
  return { text, change, keptAt, failure, drop: () => settle(false) };
};
