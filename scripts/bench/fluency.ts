import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { decisionWords } from '../../words/decision.ts';
import { blockPanelWords, deliberateWords } from '../../words/deliberate.ts';
import { startWords } from '../../words/home.ts';
import { reviewWords } from '../../words/review.ts';
import { stageWords } from '../../words/screens.ts';
import { startArguments, type Runtime } from '../runtime/electron.ts';
import { layFluency } from './fluency-lay.ts';
import { alternate, type Comparison } from './measure.ts';

const repository = join(import.meta.dirname, '..', '..');

/** What a person does and waits for: its name in the words of the bench. */
export const fluencyActs = ['candidate', 'block', 'typing', 'decide', 'matrix', 'review', 'deliberate'] as const;
/** One interaction. */
export type FluencyAct = (typeof fluencyActs)[number];

/** What a screen shows when it has answered. */
type Shown = { readonly selector: string; readonly text: string } | { readonly typed: number };

/** One open program and its window. */
interface Room {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Has the page tell the milliseconds from the person's own event to the frame that shows the answer. */
const armed = (page: Page, shown: Shown): Promise<unknown> =>
  page.evaluate((wanted) => {
    const holds = (): boolean =>
      'typed' in wanted
        ? document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value.length >= wanted.typed
        : [...document.querySelectorAll(wanted.selector)].some((element) => element.textContent.includes(wanted.text));
    const timing = new Promise<number>((resolve) => {
      let from = 0;
      const look = (): void => {
        if (!holds()) return void requestAnimationFrame(look);
        // After the frame's own callbacks: it is painted.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - from);
        channel.port2.postMessage(null);
      };
      const begin = (event: Event): void => {
        removeEventListener('keydown', begin, true);
        removeEventListener('pointerdown', begin, true);
        from = event.timeStamp;
        requestAnimationFrame(look);
      };
      addEventListener('keydown', begin, true);
      addEventListener('pointerdown', begin, true);
    });
    Object.assign(globalThis, { timing });
  }, shown);

const spent = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { readonly timing: Promise<number> }).timing);

/** The milliseconds of one act, from the key or the button to the frame that answers. */
const timeOf = async (page: Page, shown: Shown, act: () => Promise<unknown>): Promise<number> => {
  await armed(page, shown);
  await act();
  return spent(page);
};

const open = async (runtime: Runtime, scratch: string, candidates: number, pages: number): Promise<Room> => {
  const folder = join(scratch, `fluency-${candidates}`);
  mkdirSync(folder, { recursive: true });
  const { userData, scenario } = await layFluency(folder, { candidates, blocks: 12, pages });
  const app = await _electron.launch({
    executablePath: runtime.program,
    args: [...startArguments(), `--user-data-dir=${userData}`, repository],
    env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8', TZ: 'Europe/Paris' },
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(60_000);
  await page.getByLabel(startWords.passphrase).first().fill(scenario.passphrase);
  await page.keyboard.press('Enter');
  // A session under way is come back to at once.
  await page.getByRole('navigation', { name: deliberateWords.candidates }).waitFor();
  return { app, page };
};

const names = (page: Page): Promise<string[]> => page.locator('nav ol [class*="name"]').allTextContents();

const goTo = async ({ page }: Room, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: deliberateWords.candidates }).getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

/** Plays each act once on one program, and gives its milliseconds. */
const play = async (room: Room): Promise<Record<FluencyAct, number>> => {
  const { page } = room;
  const all = await names(page);
  const [one = '', two = ''] = all.slice(-2);
  await goTo(room, one);
  const candidate = await timeOf(page, { selector: 'h1', text: two }, () => page.keyboard.press('j'));
  const reason = page.getByLabel(decisionWords.reason).first();
  await page.getByText(decisionWords.validated, { exact: true }).click();
  await reason.focus();
  const before = await reason.inputValue();
  const typing = await timeOf(page, { typed: before.length + 1 }, () => page.keyboard.press('x'));
  const decide = await timeOf(page, { selector: 'section, p, div', text: decisionWords.decidedAt('').trim() }, () => page.keyboard.press('Control+Enter'));
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  const chip = 'ul button[aria-current="true"]';
  const first = await page.locator(chip).textContent();
  const next = await page.locator(`li:has(> ${chip.slice(3)}) + li button`).textContent();
  const block = await timeOf(page, { selector: chip, text: next ?? first ?? '' }, () => page.keyboard.press('l'));
  const matrix = await timeOf(page, { selector: '[role="dialog"] table th', text: deliberateWords.outcome }, () => page.keyboard.press('m'));
  await page.keyboard.press('Escape');
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  const spine = (stage: keyof typeof stageWords) => page.locator('nav button').filter({ hasText: stageWords[stage] }).first();
  const review = await timeOf(page, { selector: 'h1', text: reviewWords.title }, () => spine('review').click());
  const deliberate = await timeOf(page, { selector: 'nav h2', text: deliberateWords.candidates }, () => spine('deliberate').click());
  await page.getByLabel(blockPanelWords.seats).first().waitFor();
  return { candidate, block, typing, decide, matrix, review, deliberate };
};

/** Compares each act on a session of three hundred candidates with the same on one of three, the two windows open side by side, in turn. */
export const compareFluency = async (runtime: Runtime, scratch: string, rounds = 9): Promise<Readonly<Record<FluencyAct, Comparison>>> => {
  const large = await open(runtime, scratch, 300, 500);
  const small = await open(runtime, scratch, 3, 500);
  const kept = Object.fromEntries(fluencyActs.map((act) => [act, { ours: [] as number[], theirs: [] as number[] }])) as Record<
    FluencyAct,
    { ours: number[]; theirs: number[] }
  >;
  let round = -2;
  const note = async (side: 'ours' | 'theirs', room: Room): Promise<number> => {
    const times = await play(room);
    if (round >= 0) for (const act of fluencyActs) kept[act][side].push(times[act]);
    return 0;
  };
  try {
    for (; round < rounds; round += 1)
      await alternate(
        1,
        0,
        () => note('ours', large),
        () => note('theirs', small),
      );
  } finally {
    await Promise.all([large.app.close(), small.app.close()]);
  }
  return kept;
};
