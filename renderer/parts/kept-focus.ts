import { useEffect } from 'react';
import { isPlaced, lastHeld, place } from './focus-trail.ts';

/** Frames left to what closes (a dialog gives the focus back in the next one) before anything else may take it. */
const patience = 4;
/** Frames left to a screen to take the focus itself, before its whole content does. */
const longPatience = 12;

const dialogs = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]')];

/** The last place where the focus may fall: the dialog above all, or the content of the window as a whole. */
const floor = (): HTMLElement | null => dialogs().at(-1) ?? document.getElementById('content');

const isBare = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Frames that a dialog which closes may take to be gone, on a slow machine. */
const closing = 120;

const waitFor = (frames: number, isLost: () => boolean, act: () => void, isHidden: () => boolean = () => false): (() => void) => {
  let frame = 0;
  let left = frames;
  let hidden = closing;
  const look = (): void => {
    if (isHidden()) {
      hidden -= 1;
      if (hidden > 0) frame = requestAnimationFrame(look);
      return;
    }
    if (!isLost()) return;
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(look);
    else act();
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
};

/**
 * Keeps the focus from falling on the bare page when the control that held it goes away with its act:
 * after each drawing, if nothing holds it and no dialog is open, `find` says where it goes.
 */
export const useKeptFocus = (find: () => HTMLElement | null | undefined): void => {
  useEffect(() =>
    waitFor(
      patience,
      () => isBare() || document.activeElement === floor() || isPlaced(),
      () => find()?.focus({ preventScroll: true }),
      () => dialogs().length > 0,
    ),
  );
};

/**
 * On every screen, once what held the focus is gone and the screen names no better place, it goes back to the last control that held it and is still there,
 * else to the content as a whole, or to the dialog that is open: Tab goes on from there.
 */
export const useFocusFloor = (): void => {
  useEffect(() => {
    let stop = (): void => {};
    const observer = new MutationObserver(() => {
      stop();
      if (isBare() && document.hasFocus()) stop = waitFor(longPatience, isBare, () => place((dialogs().length === 0 ? lastHeld() : null) ?? floor()));
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);
};
