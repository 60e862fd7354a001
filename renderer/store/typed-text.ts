import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../bridge.ts';
import { useStore } from './store.ts';

/** Milliseconds between the last key and the disk: well within the half-second that is promised. */
const delay = 300;

/**
 * The text of a long field, kept on the disk while one types and shown again after a crash or a lock, under a key of its own in the session on screen.
 * `forget` is for who records it or gives it up; never for what is told of a person's health, nor for a member's own turn, which have drafts of their own.
 */
export const useTypedText = (key: string, initial = '') => {
  const sessionId = useStore(({ screen }) => ('sessionId' in screen ? screen.sessionId : null));
  const place = key.slice(0, 200);
  const [text, setText] = useState(initial);
  const typed = useRef(false);
  const waiting = useRef<{ readonly timer: number; readonly save: () => void } | null>(null);
  const settle = useCallback((keep: boolean): void => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    if (keep) waiting.current.save();
    waiting.current = null;
  }, []);

  useEffect(() => {
    if (sessionId === null) return undefined;
    void ask('draft.get', { sessionId, key: place }).then((answer) => {
      if (answer.ok && answer.value.text !== '' && !typed.current) setText(answer.value.text);
    });
    return () => settle(true);
  }, [sessionId, place, settle]);

  const change = (next: string): void => {
    typed.current = true;
    setText(next);
    if (sessionId === null) return;
    settle(false);
    const save = (): void => void ask('draft.save', { sessionId, key: place, text: next });
    const timer = window.setTimeout(() => {
      waiting.current = null;
      save();
    }, delay);
    waiting.current = { timer, save };
  };
  const forget = (): void => {
    settle(false);
    if (sessionId !== null) void ask('draft.save', { sessionId, key: place, text: '' });
  };
  /** What to do once the text is recorded or given up: the draft goes, then `then`. */
  const andForget = (then: () => void) => (): void => {
    forget();
    then();
  };
  return { text, change, andForget };
};
