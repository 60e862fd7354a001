import { create } from 'zustand';

/** Something that was taken out and can be put back: what is said of it, and how it comes back. */
export interface Undoable {
  readonly said: string;
  readonly undo: () => Promise<boolean>;
}

/** The last thing that can be put back, until another, or until the person leaves its screen. */
export const useUndo = create<{ readonly last: Undoable | null; readonly offer: (last: Undoable | null) => void }>()((set) => ({
  last: null,
  offer: (last) => set({ last }),
}));

const isWriting = (): boolean => {
  const here = document.activeElement;
  return here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement;
};

/** Undoes what the person is writing, else puts back what was taken out last. */
export const undoLast = (): void => {
  const { last } = useUndo.getState();
  if (isWriting() || last === null) document.execCommand('undo');
  else void last.undo();
};
