import { useEffect, useRef, useState } from 'react';
import { ask } from '../bridge.ts';
import { useLater } from './later.ts';
import { useStore } from './store.ts';

/**
 * The text of a long field, kept on the disk while one types and shown again after a crash or a lock, under a key of its own in the session on screen.
 * `forget` is for who records it or gives it up; never for what is told of a person's health, nor for a member's own turn, which have drafts of their own.
 */
export const useTypedText = (key: string, initial = '') => {
  const sessionId = useStore(({ screen }) => ('sessionId' in screen ? screen.sessionId : null));
  const place = key.slice(0, 200);
  const [text, setText] = useState(initial);
  const typed = useRef(false);
  const { later, settle } = useLater();

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
    later(() => void ask('draft.save', { sessionId, key: place, text: next }));
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
