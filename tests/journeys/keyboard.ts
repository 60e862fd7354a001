import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What holds the focus, as a screen reader names it: 'button "Révéler les avis"'; "nothing" when the bare page does. */
export const focused = async (page: Page): Promise<string> => {
  // A page that is being replaced holds no focus.
  const tag = await page.evaluate(() => document.activeElement?.localName ?? 'body').catch(() => 'body');
  if (tag === 'body') return 'nothing';
  // A reader's frame is another page: it is named, not entered.
  if (tag === 'iframe') return 'iframe';
  const [line = ''] = (await page.locator(':focus').ariaSnapshot({ timeout: 2000 })).split('\n');
  const named = line.replace(/^- /, '').replace(/:$/, '');
  return named.startsWith("'") ? named.slice(1, -1).replaceAll("''", "'") : named;
};

/** Presses Tab (or Shift+Tab) as a person would until the wanted control is reached; fails with everything met on the way. */
export const tabTo = async (page: Page, wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const met: string[] = [await focused(page)];
  for (let presses = 0; presses < 90; presses += 1) {
    if (wanted.test(met.at(-1) ?? '')) return;
    await page.keyboard.press(key);
    met.push(await focused(page));
  }
  throw new Error(`${wanted} is out of reach; met:\n${met.join('\n')}`);
};

/** Waits until the focus is where it should be after an act. */
export const expectFocus = async (page: Page, wanted: RegExp): Promise<void> => {
  await expect.poll(() => focused(page)).toMatch(wanted);
};

/** Waits until something other than the bare page holds the focus. */
export const expectFocusHeld = async (page: Page): Promise<void> => {
  await expect.poll(() => focused(page)).not.toBe('nothing');
};

/** Reaches a control and presses a key on it. */
export const pressOn = async (page: Page, wanted: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
};

/** No fault that axe can find inside the reader's frame, which no tool enters from our own window. */
export const expectNoFaultInReader = async (page: Page, where: string): Promise<void> => {
  const frame = page.frames().find((each) => each.url().startsWith('viewer://reader/'));
  if (frame === undefined) throw new Error('no reader');
  await frame.evaluate(axeSource);
  const faults = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
  expect(faults, where).toEqual([]);
};

/**
 * Every rule of axe on the screen as it stands. The axe of a page is read once, and only what is wrong comes back from it:
 * carrying back each node of each rule that passes takes five times the check itself.
 */
export const axeFaults = async (page: Page): Promise<readonly { readonly id: string; readonly targets: readonly string[] }[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
  });
};

/** No fault that axe can find on the screen as it stands, the reader's own frame apart. */
export const expectNoFault = async (page: Page, where: string): Promise<void> => {
  // What is still appearing has not its colours yet.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        // A long work passes without an end.
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  const faults = (await axeFaults(page)).map(({ id, targets }) => `${where}: ${id} ${targets.join(', ')}`);
  expect(faults).toEqual([]);
};
