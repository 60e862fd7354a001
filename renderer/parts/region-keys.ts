import { useEffect } from 'react';

const tabbable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
const regions = 'header, #content nav, #content aside, [data-region]';

const isOpenAbove = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** What a region gives the focus to: the part in hand of a list, else its first control. */
const doorOf = (region: Element): HTMLElement | null => {
  const inSight = (each: HTMLElement): boolean => each.getClientRects().length > 0 && each.closest(regions) === region;
  const here = [...region.querySelectorAll<HTMLElement>('[aria-current]:not([aria-current="false"])')].find(inSight);
  return here ?? [...region.querySelectorAll<HTMLElement>(tabbable)].find(inSight) ?? null;
};

/** The one after the present in a round; the first, or the last going back, when none is. */
export const nextInRound = <Each>(round: readonly Each[], present: Each | undefined, step: 1 | -1): Each | undefined => {
  const at = present === undefined ? -1 : round.indexOf(present);
  if (at < 0) return step === 1 ? round[0] : round.at(-1);
  return round.at((at + step) % round.length);
};

/** F6 goes from one part of the screen to the next, the stages, the list of parts, the part in hand, what has just been said; Shift+F6 goes back. */
export const useRegionKeys = (): void =>
  useEffect(() => {
    const go = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isOpenAbove()) return;
      const doors = [...document.querySelectorAll(regions)].map((region) => ({ region, door: doorOf(region) })).filter(({ door }) => door !== null);
      const present = document.activeElement?.closest(regions);
      const next = nextInRound(
        doors,
        doors.find(({ region }) => region === present),
        event.shiftKey ? -1 : 1,
      );
      if (next === undefined) return;
      event.preventDefault();
      next.door?.focus();
    };
    document.addEventListener('keydown', go);
    return () => document.removeEventListener('keydown', go);
  }, []);
