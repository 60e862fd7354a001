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
import type { Comparison } from './measure.ts';

const repository = join(import.meta.dirname, '..', '..');

/** What a person does and waits for: its name in the words of the bench. */
export const fluencyActs = ['candidate', 'opened', 'hurried', 'block', 'typing', 'decide', 'decided', 'matrix', 'review', 'deliberate'] as const;
/** One interaction. */
export type FluencyAct = (typeof fluencyActs)[number];

/** What a screen shows when it has answered. */
type Shown = { readonly selector: string; readonly text: string } | { readonly typed: number };

/** One open program and its window. */
interface Room {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Has the page tell, for each answer wanted, the milliseconds from the person's own event to the frame that shows it. */
const armed = (page: Page, answers: readonly Shown[]): Promise<unknown> =>
  page.evaluate((wanted) => {
    const holds = (answer: (typeof wanted)[number]): boolean =>
      'typed' in answer
        ? document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value.length >= answer.typed
        : [...document.querySelectorAll(answer.selector)].some((element) => element.textContent.includes(answer.text));
    const timings = wanted.map(
      (answer) =>
        new Promise<number>((resolve) => {
          let from = 0;
          const look = (): void => {
            if (!holds(answer)) return void requestAnimationFrame(look);
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
        }),
    );
    Object.assign(globalThis, { timings });
  }, answers);

const spent = (page: Page): Promise<number[]> => page.evaluate(() => Promise.all((globalThis as unknown as { readonly timings: Promise<number>[] }).timings));

/** The milliseconds of one act, from the key or the button to the frame of each answer. */
const timesOf = async (page: Page, shown: readonly Shown[], act: () => Promise<unknown>): Promise<number[]> => {
  await armed(page, shown);
  await act();
  const never = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`no image answered ${JSON.stringify(shown)}`)), 30_000).unref());
  return Promise.race([spent(page), never]);
};

const timeOf = async (page: Page, shown: Shown, act: () => Promise<unknown>): Promise<number> => (await timesOf(page, [shown], act))[0] ?? Number.NaN;

/** A person reads before the next gesture: what the last one set going is over. */
const rest = ({ page }: Room): Promise<void> => page.waitForTimeout(1000);

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

/** Each play decides one of the twelve blocks of a candidate: this many plays on one, the rest on the one before. */
const playsOfOne = 11;

/** Plays each act once on one program, and gives its milliseconds; `turn` says how many times it was played there before. */
const play = async (room: Room, turn: number): Promise<Record<FluencyAct, number>> => {
  const { page } = room;
  const all = await names(page);
  const [one = '', two = ''] = all.slice(-2 - Math.floor(turn / playsOfOne));
  const chosen: Shown = { selector: 'nav li button[aria-current="true"]', text: two };
  await goTo(room, one);
  const hurried = await timeOf(page, chosen, () => page.keyboard.press('j'));
  await goTo(room, one);
  await rest(room);
  const [candidate = Number.NaN, opened = Number.NaN] = await timesOf(page, [chosen, { selector: 'h1', text: two }], () => page.keyboard.press('j'));
  const reason = page.getByLabel(decisionWords.reason).first();
  await page.getByText(decisionWords.validated, { exact: true }).click();
  await reason.focus();
  const before = await reason.inputValue();
  await rest(room);
  const typing = await timeOf(page, { typed: before.length + 1 }, () => page.keyboard.press('x'));
  await rest(room);
  const [decide = Number.NaN, decided = Number.NaN] = await timesOf(
    page,
    [
      { selector: `button[aria-busy="true"], section[aria-label="${decisionWords.title}"] > [tabindex="-1"]`, text: '' },
      { selector: `section[aria-label="${decisionWords.title}"] span`, text: decisionWords.decidedAt('').trim() },
    ],
    () => page.keyboard.press('Control+Enter'),
  );
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  const chip = 'ul button[aria-current="true"]';
  const first = await page.locator(chip).textContent();
  const after = await page.locator(`ul > li:has(> ${chip.slice(3)}) + li button`).textContent();
  await rest(room);
  const block = await timeOf(page, { selector: chip, text: after ?? first ?? '' }, () => page.keyboard.press('l'));
  await rest(room);
  const matrix = await timeOf(page, { selector: '[role="dialog"] table th', text: deliberateWords.outcome }, () => page.keyboard.press('m'));
  await page.keyboard.press('Escape');
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  const spine = (stage: keyof typeof stageWords) => page.locator('nav button').filter({ hasText: stageWords[stage] }).first();
  await rest(room);
  const review = await timeOf(page, { selector: 'h1', text: reviewWords.title }, () => spine('review').click());
  await rest(room);
  const deliberate = await timeOf(page, { selector: 'nav h2', text: deliberateWords.candidates }, () => spine('deliberate').click());
  await page.getByLabel(blockPanelWords.seats).first().waitFor();
  return { candidate, opened, hurried, block, typing, decide, decided, matrix, review, deliberate };
};

/** Rounds that count for nothing: the programs warm up. */
const warm = 2;

/**
 * Compares each act on a session of three hundred candidates with the same on one of three, the two windows open side by side, in turn.
 * An answer comes with an image, so every 16.7 ms, and takes two to four of them: nineteen measures, since the median of nine moved by an image from run to run.
 */
export const compareFluency = async (runtime: Runtime, scratch: string, rounds = 19): Promise<Readonly<Record<FluencyAct, Comparison>>> => {
  const large = await open(runtime, scratch, 300, 500);
  const small = await open(runtime, scratch, 3, 500);
  const kept = Object.fromEntries(fluencyActs.map((act) => [act, { ours: [] as number[], theirs: [] as number[] }])) as Record<
    FluencyAct,
    { ours: number[]; theirs: number[] }
  >;
  let round = -warm;
  const note = async (side: 'ours' | 'theirs', room: Room): Promise<void> => {
    const times = await play(room, round + warm);
    if (round >= 0) for (const act of fluencyActs) kept[act][side].push(times[act]);
  };
  // Each goes first every other time.
  const sides = [
    ['ours', large],
    ['theirs', small],
  ] as const;
  try {
    for (; round < rounds; round += 1) for (const [side, room] of round % 2 === 0 ? sides : sides.toReversed()) await note(side, room);
  } finally {
    await Promise.all([large.app.close(), small.app.close()]);
  }
  return kept;
};
