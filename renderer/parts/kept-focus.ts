import { useEffect } from 'react';

/** Frames left to what closes (a dialog gives the focus back in the next one) before anything else may take it. */
const patience = 4;

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Keeps the focus from falling on the bare page when the control that held it goes away with its act:
 * after each drawing, if nothing holds it and no dialog is open, `find` says where it goes.
 */
export const useKeptFocus = (find: () => HTMLElement | null | undefined): void => {
  useEffect(() => {
    let frame = 0;
    let left = patience;
    const look = (): void => {
      if (!isLost() || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(look);
      else find()?.focus({ preventScroll: true });
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  });
};
