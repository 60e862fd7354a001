import type { SessionId } from '../../domain/ids.ts';
import { undoWords as words } from '../../words/undo.ts';
import { ask } from '../bridge.ts';
import { useStore } from './store.ts';

const { getState } = useStore;

/** Says that something was taken out of a preparation, and offers to put it back: by the button, or by the usual key. */
export const offerUndo = (text: string, sessionId: SessionId, undo: string, putBack: () => Promise<void>): void => {
  const run = async (): Promise<void> => {
    const answer = await ask('removal.undo', { sessionId, undo });
    const { fail, saved, say } = getState();
    if (!answer.ok) return fail(answer.error);
    if (answer.value.savedAt !== null) saved(answer.value.savedAt);
    await putBack();
    say({ text: words.done, low: true });
  };
  getState().say({ text, act: { label: words.act, run: () => void run() }, undoes: true, low: true });
};

const isWriting = (): boolean => {
  const here = document.activeElement;
  return here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement;
};

/** Undoes what the person is writing, else puts back what was taken out last. */
export const undoLast = (): void => {
  const { said, say } = getState();
  if (isWriting() || said?.act === undefined || said.undoes !== true) return void document.execCommand('undo');
  say(null);
  said.act.run();
};
