import { expect, type Page } from '@playwright/test';
import { focused } from './keyboard.ts';

/** The most presses of Tab between where the focus is and the next thing to do: more is a fault of the screen. */
const most = 25;

/** Whether a person sees what holds the focus: on screen, with a ring around it or around the box that draws it. */
const isSeen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (here === null || here === document.body) return 'nothing holds the focus';
    if (here.localName === 'iframe') return '';
    const ringed = (each: Element): boolean =>
      [undefined, '::after'].some((drawing) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each, drawing);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)';
      });
    // The box of a choice is a picture beside its own control, which is hidden in the same label.
    const label = here instanceof HTMLInputElement && (here.type === 'radio' || here.type === 'checkbox') ? here.closest('label') : null;
    const drawn = [here, ...(label === null ? [] : [label, ...label.querySelectorAll('*')])].find(ringed);
    if (drawn === undefined) return 'no ring around it';
    const { top, bottom, left, right, width, height } = drawn.getBoundingClientRect();
    const inside = top < innerHeight && bottom > 0 && left < innerWidth && right > 0 && width > 0 && height > 0;
    return inside ? '' : 'off the screen';
  });

/** A person without a mouse: only keys, and never more than a few to reach what is next. */
export interface Hand {
  /** Presses Tab until that control holds the focus, which is then seen. */
  readonly to: (wanted: RegExp, key?: 'Tab' | 'Shift+Tab' | 'F6') => Promise<void>;
  /** Reaches a control, and presses it. */
  readonly press: (wanted: RegExp, way?: { readonly by?: 'Tab' | 'Shift+Tab'; readonly key?: 'Enter' | 'Space' }) => Promise<void>;
  /** Reaches a field, and writes in it. */
  readonly write: (wanted: RegExp, text: string) => Promise<void>;
  /** Reaches a choice or a box, and takes it, or the one after it. */
  readonly take: (wanted: RegExp, rank?: number) => Promise<void>;
  readonly key: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Waits until the focus is where the eye rests. */
  readonly awaits: (wanted: RegExp) => Promise<void>;
  /** The longest way made so far, in presses of Tab. */
  readonly longest: () => { readonly presses: number; readonly wanted: string };
}

/** Takes the keyboard of a page. */
export const openHand = (page: Page): Hand => {
  let far = { presses: 0, wanted: '' };
  const key = (pressed: string): Promise<void> => page.keyboard.press(pressed);
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  const to: Hand['to'] = async (wanted, by = 'Tab') => {
    // What closes gives the focus back a moment later: nobody presses on before.
    await expect.poll(() => focused(page)).not.toBe('nothing');
    const met: string[] = [await focused(page)];
    while (!wanted.test(met.at(-1) ?? '')) {
      if (met.length > most) throw new Error(`${wanted} is more than ${most} presses away; met:\n${met.join('\n')}`);
      await key(by);
      met.push(await focused(page));
      // A document that is still opening lets the focus through until it is drawn; what is lost stays lost.
      if (met.at(-1) === 'nothing') await page.waitForTimeout(1000);
      if (met.slice(-3).every((each) => each === 'nothing')) throw new Error(`the focus is lost; met:\n${met.join('\n')}`);
    }
    if (met.length - 1 > far.presses) far = { presses: met.length - 1, wanted: String(wanted) };
    if (met.length > 1) await expect.poll(() => isSeen(page), met.at(-1) ?? '').toBe('');
  };
  const awaits: Hand['awaits'] = async (wanted) => {
    await expect.poll(() => focused(page), { timeout: 20_000 }).toMatch(wanted);
  };
  return {
    to,
    key,
    type,
    awaits,
    press: async (wanted, { by = 'Tab', key: pressed = 'Enter' } = {}) => {
      await to(wanted, by);
      await key(pressed);
    },
    write: async (wanted, text) => {
      await to(wanted);
      await type(text);
    },
    take: async (wanted, rank = 0) => {
      await to(wanted);
      await key('Space');
      for (let step = 0; step < rank; step += 1) await key('ArrowDown');
    },
    longest: () => far,
  };
};
