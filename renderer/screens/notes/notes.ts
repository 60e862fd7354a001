import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import type { NoteSubject, PrivateNote } from '../../../domain/note.ts';
import { ask } from '../../bridge.ts';

/** Milliseconds between the last key and the disk. */
const delay = 300;

const nameOf = (subject: NoteSubject): string => (subject.kind === 'competency' ? subject.competency : `${subject.pieceId} ${subject.page ?? ''}`);

/** The notes that a key opened: read once, kept on the disk as they are typed, and forgotten here with the screen. */
export const useNotes = (key: string) => {
  const [notes, setNotes] = useState<readonly PrivateNote[] | null>(null);
  const [open, setOpen] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const waiting = useRef(new Map<string, { readonly timer: number; readonly save: () => void }>());

  useEffect(() => {
    const typed = waiting.current;
    void ask('note.list', { key }).then((answer) => {
      if (!answer.ok) return setFailure(answer.error);
      setNotes(answer.value.notes);
      setOpen(answer.value.open);
    });
    return () => {
      for (const { timer, save } of typed.values()) {
        clearTimeout(timer);
        save();
      }
      void ask('note.close', { key });
    };
  }, [key]);

  const write = useCallback(
    (subject: NoteSubject, text: string): void => {
      const name = nameOf(subject);
      setNotes((before) => [...(before ?? []).filter((note) => nameOf(note.subject) !== name), ...(text === '' ? [] : [{ subject, text }])]);
      const before = waiting.current.get(name);
      if (before !== undefined) clearTimeout(before.timer);
      const save = (): void => {
        waiting.current.delete(name);
        void ask('note.save', { key, note: { subject, text } }).then((answer) => {
          setFailure(answer.ok ? null : answer.error);
          if (answer.ok) setSavedAt(answer.value.savedAt);
        });
      };
      waiting.current.set(name, { timer: window.setTimeout(save, delay), save });
    },
    [key],
  );
  const read = (subject: NoteSubject): string => notes?.find((note) => nameOf(note.subject) === nameOf(subject))?.text ?? '';
  return { notes, open, savedAt, failure, write, read };
};

/** The notes in hand, as the screen passes them on. */
export type Notes = ReturnType<typeof useNotes>;
