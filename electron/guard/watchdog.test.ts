import type { WebContents, WebFrameMain } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { kennelOf, patience, watchReader } from './watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const address = 'viewer://reader/index.html?view=x&opening=1';
const beats = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * patience.beat);

/** A window with a reader in it, whose answers and process the test decides. */
const openReader = (url = address, isMainFrame = false) => {
  const state = { answers: true, alive: true, shown: true, asked: 0, bytes: 200_000_000 };
  const frame = {
    osProcessId: 77,
    isDestroyed: () => false,
    executeJavaScript: () => {
      state.asked += 1;
      return state.answers ? Promise.resolve(0) : new Promise(() => undefined);
    },
  } as unknown as WebFrameMain;
  const others: WebFrameMain[] = [];
  const told: unknown[] = [];
  const ended: number[] = [];
  let navigated: ((...given: unknown[]) => void) | undefined;
  const contents = {
    on: (_event: string, listener: typeof navigated) => (navigated = listener),
    isDestroyed: () => false,
    send: (...message: unknown[]) => void told.push(message),
    get mainFrame() {
      return { framesInSubtree: [{ osProcessId: 1, isDestroyed: () => false }, ...others, ...(state.shown ? [frame] : [])] };
    },
  } as unknown as WebContents;
  watchReader(contents, { fromId: () => frame, isAlive: () => state.alive, weigh: () => state.bytes, end: (pid) => void ended.push(pid) });
  navigated?.({}, url, 200, '', isMainFrame, 5, 6);
  return { state, told, ended, others };
};

test('a reader that answers is left alone for as long as it is shown', async () => {
  const { state, told, ended } = openReader();
  await beats(200);
  expect({ told, ended, asked: state.asked }).toEqual({ told: [], ended: [], asked: 200 });
});

test('a reader that no longer answers is told to our page by its address, and its process is ended a beat later', async () => {
  const { state, told, ended } = openReader();
  await beats(3);
  state.answers = false;
  await beats(patience.unanswered);
  expect(told).toEqual([]);
  await beats(1);
  expect({ told, ended }).toEqual({ told: [['reader-stopped', { address }]], ended: [] });
  state.shown = false;
  await beats(1);
  expect({ told: told.length, ended }).toEqual({ told: 1, ended: [77] });
});

test('a reader that holds too much memory is told at once though it answers, and its process is ended a beat later', async () => {
  const { state, told, ended } = openReader();
  state.bytes = patience.heaviest;
  await beats(10);
  expect(told).toEqual([]);
  state.bytes += 1;
  await beats(1);
  expect({ told, ended }).toEqual({ told: [['reader-stopped', { address }]], ended: [] });
  state.shown = false;
  await beats(1);
  expect(ended).toEqual([77]);
});

test('a reader that answers again in time is not stopped', async () => {
  const { state, told } = openReader();
  for (let times = 0; times < 3; times += 1) {
    state.answers = false;
    await beats(patience.unanswered - 1);
    state.answers = true;
    await beats(2);
  }
  expect(told).toEqual([]);
});

test('a process that died is told at once, and nothing is left to end', async () => {
  const { state, told, ended } = openReader();
  state.alive = false;
  await beats(1);
  expect({ told, ended }).toEqual({ told: [['reader-stopped', { address }]], ended: [] });
});

test('a process that ended with its frame is not ended twice, and one that another reader uses is spared', async () => {
  const first = openReader();
  first.state.answers = false;
  await beats(patience.unanswered + 1);
  first.state.alive = false;
  await beats(2);
  expect(first.ended).toEqual([]);
  const second = openReader();
  second.state.answers = false;
  await beats(patience.unanswered + 1);
  second.others.push({ osProcessId: 77, isDestroyed: () => false } as unknown as WebFrameMain);
  await beats(2);
  expect(second.ended).toEqual([]);
});

test('a reader that the person closed is no longer watched', async () => {
  const { state, told, ended } = openReader();
  state.answers = false;
  state.shown = false;
  await beats(20);
  expect({ told, ended }).toEqual({ told: [], ended: [] });
  expect(vi.getTimerCount()).toBe(0);
});

test('our own page is never asked nor ended', async () => {
  const { state } = openReader('app://delibere/index.html', true);
  await beats(3);
  expect(state.asked).toBe(0);
});

test('whether a process lives, and what it weighs, is known of this machine', () => {
  const { isAlive, weigh } = kennelOf({
    frames: { fromId: () => undefined },
    processes: { getAppMetrics: () => [{ pid: 8, memory: { workingSetSize: 3 } }] },
  });
  expect([weigh(8), weigh(9)]).toEqual([3072, 0]);
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(2 ** 30)).toBe(false);
});
