import { countOf, find, fold, foldQuery } from './fold.ts';
import type { Reading } from './reading.ts';

/** How a search stands: how many pages were read, how many of them hold no text, how many places were found and which of them is shown (0 for none). */
export type Standing = { readonly read: number; readonly blank: number; readonly found: number; readonly shown: number; readonly over: boolean };

/** The search of a document, page after page, from the one that is read. */
export type Search = { start(query: string): void; next(direction: 1 | -1): void; mark(): void; stop(): void };

/** The most letters kept of pages already read. */
const mostKept = 30_000_000;

/** Makes the search of a reading; `tell` hears how it stands. */
export function makeSearch(reading: Reading, tell: (standing: Standing) => void): Search {
  const texts = new Map<number, string>();
  const counts = new Map<number, number>();
  let kept = 0;
  let word = '';
  let blank = 0;
  let over = true;
  let shown: { page: number; rank: number } | null = null;
  let asked = false;
  let run = 0;

  const textOf = async (page: number): Promise<string> => {
    const known = texts.get(page);
    if (known !== undefined) return known;
    const { text } = fold(await reading.words(page).catch(() => []));
    if (kept < mostKept) texts.set(page, text);
    kept += text.length;
    return text;
  };
  const pages = (): number[] => [...counts.keys()].filter((page) => (counts.get(page) ?? 0) > 0).sort((one, other) => one - other);
  const standing = (): Standing => {
    const found = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const before = shown === null ? 0 : pages().reduce((sum, page) => (page < (shown?.page ?? 0) ? sum + (counts.get(page) ?? 0) : sum), 0);
    return { read: counts.size, blank, found, shown: shown === null ? 0 : before + shown.rank + 1, over };
  };

  const mark = (): void => {
    const [all, here]: [Range[], Range[]] = [[], []];
    for (const [page, { runs, nodes }] of word === '' ? [] : reading.written) {
      for (const [rank, { from, to }] of find(fold(runs), word).entries()) {
        const [first, last] = [nodes[from[0]], nodes[to[0]]];
        if (!first || !last) continue;
        const range = document.createRange();
        range.setStart(first, Math.min(from[1], first.textContent?.length ?? 0));
        range.setEnd(last, Math.min(to[1], last.textContent?.length ?? 0));
        (page === shown?.page && rank === shown.rank ? here : all).push(range);
      }
    }
    CSS.highlights.set('found', new Highlight(...all));
    CSS.highlights.set('shown', new Highlight(...here));
    const [place] = here;
    if (place !== undefined && asked) {
      asked = false;
      reading.reveal(place);
    }
  };
  const show = (page: number, rank: number): void => {
    shown = { page, rank };
    asked = true;
    if (!reading.written.has(page)) reading.go(page);
    mark();
    tell(standing());
  };
  const stop = (): void => {
    run += 1;
    word = '';
    counts.clear();
    shown = null;
    mark();
  };
  const scan = async (mine: number): Promise<void> => {
    const from = reading.seen().page;
    for (let step = 0; step < reading.count; step += 1) {
      const page = ((from - 1 + step) % reading.count) + 1;
      const text = await textOf(page);
      if (mine !== run) return;
      counts.set(page, countOf(text, word));
      if (text.trim() === '') blank += 1;
      over = step === reading.count - 1;
      if (shown === null && (counts.get(page) ?? 0) > 0) show(page, 0);
      else if (over || step % 10 === 0) tell(standing());
    }
  };
  return {
    start(query) {
      stop();
      [word, blank, over] = [foldQuery(query), 0, false];
      if (word !== '') void scan(run);
    },
    next(direction) {
      const found = pages();
      if (shown === null || found.length === 0) return;
      const { page, rank } = shown;
      const beside = rank + direction;
      if (beside >= 0 && beside < (counts.get(page) ?? 0)) return show(page, beside);
      const at = found.indexOf(page);
      const to = found[(at + direction + found.length) % found.length] ?? page;
      show(to, direction === 1 ? 0 : (counts.get(to) ?? 1) - 1);
    },
    mark,
    stop,
  };
}
