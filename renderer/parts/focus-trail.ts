import { useEffect } from 'react';
import { useStore } from '../store/store.ts';

/** A control that held the focus: itself, and the name by which another of the same act is known. */
interface Step {
  readonly element: HTMLElement;
  readonly name: string;
}

/** Steps kept: enough for a long form and what opened it. */
const longest = 60;
const acts = 'button, a[href], summary, [role="tab"], select';
const fields = `${acts}, input, textarea`;

let trail: readonly Step[] = [];
let placed: Element | null = null;

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';

const canHold = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;

/** Which of the controls in sight takes the place of what is gone: the last one that held the focus and is still there, itself or by its name. */
export const lastStanding = <Control>(
  steps: readonly { readonly element: Control; readonly name: string }[],
  controls: readonly { readonly element: Control; readonly name: string }[],
): Control | null => {
  for (const { element, name } of steps.toReversed()) {
    const found = controls.find((each) => each.element === element) ?? (name === '' ? undefined : controls.find((each) => each.name === name));
    if (found !== undefined) return found.element;
  }
  return null;
};

/** The control of this screen that the focus goes back to, or null when none of those that held it is left. */
export const lastHeld = (): HTMLElement | null => {
  const content = document.getElementById('content');
  if (content === null || trail.length === 0) return null;
  const controls = [...content.querySelectorAll<HTMLElement>(fields)]
    .filter(canHold)
    .map((element) => ({ element, name: element.matches(acts) ? nameOf(element) : '' }));
  return lastStanding(trail, controls);
};

/** Puts the focus where nobody has chosen it to be: a screen may still name a better place. */
export const place = (element: HTMLElement | null): void => {
  element?.focus({ preventScroll: true });
  placed = document.activeElement;
};

/** Whether what holds the focus was only placed there, and not yet used. */
export const isPlaced = (): boolean => placed !== null && document.activeElement === placed;

/** Remembers what holds the focus on this screen; another screen begins anew. */
export const useFocusTrail = (): void => {
  const screen = useStore((state) => state.screen);
  useEffect(() => {
    trail = [];
  }, [screen]);
  useEffect(() => {
    const hold = ({ target }: FocusEvent): void => {
      if (target !== placed) placed = null;
      if (!(target instanceof HTMLElement) || !target.matches(fields) || target.closest('#content') === null) return;
      if (target.closest('[role="dialog"], [role="alertdialog"]') !== null) return;
      trail = [...trail.filter(({ element }) => element !== target), { element: target, name: target.matches(acts) ? nameOf(target) : '' }].slice(-longest);
    };
    const use = (): void => {
      placed = null;
    };
    document.addEventListener('focusin', hold);
    document.addEventListener('keydown', use);
    return () => {
      document.removeEventListener('focusin', hold);
      document.removeEventListener('keydown', use);
    };
  }, []);
};
