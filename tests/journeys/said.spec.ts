import { expect, test, type Page } from '@playwright/test';
import { timerWords } from '../../words/timer.ts';
import { launchApp } from './launch.ts';
import { openRoom, reloadHome } from './room.ts';

/** From now on, what a screen reader would say by itself: each new text of a region that is said aloud, in order. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const regions = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    const last = new Map<Element, string>();
    const read = (region: Element): void => {
      const text = (region.textContent ?? '').trim();
      if (last.get(region) === text) return;
      last.set(region, text);
      if (text !== '') said.push(`${region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive' ? '! ' : ''}${text}`);
    };
    for (const region of document.querySelectorAll(regions)) last.set(region, (region.textContent ?? '').trim());
    new MutationObserver((changes) => {
      const touched = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(regions);
        if (around) touched.add(around);
        for (const node of addedNodes) if (node instanceof Element) for (const region of node.querySelectorAll(regions)) touched.add(region);
      }
      for (const region of touched) read(region);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });

const said = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...(globalThis as unknown as { said: string[] }).said]);
const times = (lines: readonly string[], of: RegExp): number => lines.filter((line) => of.test(line)).length;

test('what is said aloud: nothing of the opinions before they are revealed, then the three at once; the timer when it changes state and not as it runs', async () => {
  test.setTimeout(240_000);
  const { page, close } = await launchApp();
  try {
    page.setDefaultTimeout(30_000);
    await page.getByRole('button', { name: /^Découvrir avec la session de démonstration/ }).click();
    await expect(page.getByText('Jury de démonstration du 17 mars 2026').first()).toBeVisible({ timeout: 60_000 });
    const room = await openRoom(page);
    await room.sealOpinions('D-01', ['validate', 'validate', 'refuse']);
    await reloadHome(page);
    await page.getByText('Jury de démonstration du 17 mars 2026').first().click();
    await page.getByRole('button', { name: /^Délibérer/ }).click();
    const reveal = page.getByRole('button', { name: /^Révéler les avis/ });
    await expect(reveal).toBeEnabled();
    await listen(page);

    await test.step('the timer is said when it starts and when it stops, and not at each second', async () => {
      const timer = page.getByRole('timer').last();
      await page
        .getByRole('button', { name: new RegExp(`^${timerWords.start}, `) })
        .last()
        .click();
      await expect.poll(async () => times(await said(page), /^Soutenance en cours/)).toBe(1);
      const before = await timer.textContent();
      await expect.poll(() => timer.textContent()).not.toBe(before);
      const later = await timer.textContent();
      await expect.poll(() => timer.textContent()).not.toBe(later);
      expect(times(await said(page), /Soutenance|reste/)).toBe(1);
      await page
        .getByRole('button', { name: new RegExp(`^${timerWords.pause}, `) })
        .last()
        .click();
      await expect.poll(async () => times(await said(page), /^Soutenance suspendue/)).toBe(1);
    });

    await test.step('before the reveal nothing of the opinions is said; it says the three at once', async () => {
      const opinions = /[Vv]alid|[Rr]efus/;
      expect(times(await said(page), opinions)).toBe(0);
      await reveal.click();
      await expect.poll(async () => times(await said(page), /^Avis révélés/)).toBe(1);
      const line = (await said(page)).find((each) => each.startsWith('Avis révélés')) ?? '';
      expect(room.members.filter(({ fields }) => line.includes(fields.familyName))).toHaveLength(3);
    });
  } finally {
    await close();
  }
});
