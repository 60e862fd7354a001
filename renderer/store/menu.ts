import { useEffect } from 'react';
import { menuAct, type MenuAct } from '../../domain/menu.ts';
import { menuSaid } from '../../words/menu.ts';
import { ask, listen } from '../bridge.ts';
import { openFind } from './find.ts';
import { openGuide } from './guide.ts';
import type { Screen } from './screen.ts';
import { placeOf } from './session-place.ts';
import { useStore } from './store.ts';
import { undoLast } from './undo.ts';

/** Whether a question or a form is open above the screen: it is answered before anything else. */
export const isBusyAbove = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

const { getState } = useStore;

/** The screen that takes a file to verify, a new session, a session to receive: the list of sessions, or the first screen where no store is open. */
export const goToDoor = (): void => {
  const { store, screen, go } = getState();
  const door: Screen = { kind: store?.kind === 'open' ? 'home' : 'start' };
  if (screen.kind !== door.kind) go(door);
};

const goToSession = async (sessionId: Extract<MenuAct, { kind: 'session' }>['sessionId']): Promise<void> => {
  const answer = await ask('session.get', { sessionId });
  const { go, fail } = getState();
  if (answer.ok) go(placeOf({ id: answer.value.id, phase: answer.value.phase, rank: answer.value.rectifying ?? 0 }));
  else fail(answer.error);
};

const obey = (act: MenuAct, showKeys: () => void): void => {
  const { go, say, setErrand } = getState();
  if (act.kind === 'undo') return undoLast();
  say(null);
  if (act.kind === 'find') return openFind() ? undefined : say(menuSaid.nothingToFind);
  // What the person is writing knows how to do it again.
  if (act.kind === 'redo') return void document.execCommand('redo');
  if (isBusyAbove()) return say(menuSaid.closeFirst);
  switch (act.kind) {
    case 'shortcuts':
      return showKeys();
    case 'newSession':
      setErrand({ kind: 'newSession' });
      return goToDoor();
    case 'verify':
    case 'receive':
      setErrand({ kind: act.kind, file: null, others: 0 });
      return goToDoor();
    case 'readArchive':
      return go({ kind: 'reading', work: null });
    case 'session':
      return void goToSession(act.sessionId);
    case 'go':
      return act.place === 'guide' ? void openGuide() : go({ kind: act.place });
  }
};

/** Obeys the native menus. */
export const useMenu = (showKeys: () => void): void =>
  useEffect(
    () =>
      listen('menu', (detail) => {
        const act = menuAct.safeParse(detail);
        if (act.success) obey(act.data, showKeys);
      }),
    [showKeys],
  );
