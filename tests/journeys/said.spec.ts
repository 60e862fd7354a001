import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { decisionWords } from '../../words/decision.ts';
import { givenWords } from '../../words/given.ts';
import { verifyWords } from '../../words/home.ts';
import { timerWords } from '../../words/timer.ts';
import { workWords } from '../../words/work.ts';
import { dropOn } from './drop.ts';
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
      if (last.get(region) === text || region.closest('[aria-hidden="true"], [inert]') !== null) return;
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

/** From now on, each new look of the form of a decision: whether its button is at work, and whether its choice is still there. */
const watchForm = (page: Page): Promise<void> =>
  page.evaluate((label) => {
    const looks: string[] = [];
    Object.assign(globalThis, { looks });
    const look = (): void => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(label));
      const state = button?.getAttribute('aria-busy') === 'true' ? 'at work' : 'free';
      const now = button === undefined ? 'gone' : `${state}, ${document.querySelector('input[type="radio"]:checked') === null ? 'empty' : 'chosen'}`;
      if (looks.at(-1) !== now) looks.push(now);
    };
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
  }, decisionWords.record);

const looks = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...(globalThis as unknown as { looks: string[] }).looks]);

/** What a screen reader adds to the name of what holds the focus: the fault of the field, or of the group that it is in. */
const focusDescribed = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [document.activeElement, document.activeElement?.closest('fieldset')]
      .flatMap((element) => element?.getAttribute('aria-describedby')?.split(' ') ?? [])
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

test('what is said aloud, once each: the opinions once revealed and not before, the timer as it changes state, the decision, what is saved, a refusal, the end of a long work', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'delibere-said-'));
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
    const saved = page.getByRole('status').filter({ hasText: /^Enregistré à/ });
    const first = await saved.textContent();
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

    await test.step('a decision that lacks something is not recorded: the focus goes to what is missing, which says so', async () => {
      await page.getByRole('radio', { name: decisionWords.notValidated }).check({ force: true });
      await page.getByRole('button', { name: decisionWords.record }).click();
      await expect.poll(() => focusDescribed(page)).toContain(decisionWords.reasonMissing);
      await page.getByLabel(decisionWords.reasonRefusal).fill('Le besoin n’est pas établi.');
      await page.getByRole('button', { name: decisionWords.record }).click();
      await expect.poll(() => focusDescribed(page)).toContain(decisionWords.competenciesMissing);
      await page.getByRole('radio', { name: decisionWords.validated }).check({ force: true });
      expect(times(await said(page), /Décision enregistrée/)).toBe(0);
    });

    await test.step('the decision is said once it is on the disk, and the hour of what is saved', async () => {
      await watchForm(page);
      await page.getByRole('button', { name: decisionWords.record }).click();
      await expect.poll(async () => times(await said(page), /Décision enregistrée\.$/)).toBe(1);
      // The form stays as it was written, at work, until the decision is there: never empty, nor free to be recorded again.
      await expect.poll(async () => (await looks(page)).at(-1)).toBe('gone');
      expect(await looks(page)).toEqual(['free, chosen', 'at work, chosen', 'gone']);
      // Nor that the block is still to decide, while the screen reads what was recorded.
      await expect.poll(async () => (await said(page)).at(-1)).toMatch(/^(En l’état\s: BC01 acquis|Essayez)/);
      expect(times(await said(page), /BC01[^·]*\sà décider/)).toBe(0);
      // All that was saved since the beginning, in one minute or two: each hour is said when it comes, and not at each saving.
      const [hour, hours] = [await saved.textContent(), (await said(page)).filter((each) => each.startsWith('Enregistré à'))];
      for (const each of hours) expect(each).toMatch(/^Enregistré à \d+\sh\s\d\d$/);
      expect(hours).toEqual([...new Set(hours)]);
      expect(hours.includes(hour ?? '')).toBe(hour !== first);
    });

    await test.step('a refusal of the program is an alert, said once', async () => {
      await page.getByRole('button', { name: decisionWords.reopen, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(decisionWords.reopenReason).fill('Une pièce manquait.');
      await dialog.getByLabel(/^Code personnel/).fill('0000');
      await page.keyboard.press('Enter');
      await expect.poll(async () => times(await said(page), /^! /)).toBe(1);
      await page.keyboard.press('Escape');
    });

    await test.step('a long work says that it is ended, then what it concludes', async () => {
      await page.getByRole('button', { name: 'Délibéré, Accueil' }).click();
      await page
        .getByRole('button', { name: /^Vérifier/ })
        .first()
        .click();
      const letter = join(folder, 'lettre.pdf');
      writeFileSync(letter, 'Une lettre.');
      await dropOn(page, verifyWords.place, [letter], () => expect(page.getByRole('dialog').getByText(givenWords.release)).toBeVisible());
      await expect.poll(async () => times(await said(page), new RegExp(`^${workWords.ended}`))).toBe(1);
      await expect.poll(async () => times(await said(page), /^Ce fichier n’est pas un document de Délibéré/)).toBe(1);
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
