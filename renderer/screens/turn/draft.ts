import { useEffect, useState } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import { ask } from '../../bridge.ts';
import { useLater } from '../../store/later.ts';

/** The note being typed in a turn, kept on the disk as it grows; only its author's next turn shows it again. */
export const useTurnDraft = (turn: string, initial: string) => {
  const [text, setText] = useState(initial);
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { later, settle } = useLater();
  useEffect(() => () => settle(true), [settle]);
  const change = (next: string): void => {
    setText(next);
    later(
      () =>
        void ask('turn.draft', { turn, text: next }).then((answer) => {
          setFailure(answer.ok ? null : answer.error);
          if (answer.ok) setKeptAt(answer.value.savedAt);
        }),
    );
  };
  return { text, change, keptAt, failure, drop: () => settle(false) };
};
