import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { startTransition, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { afterImage } from '../store/after-image.ts';

/** As many rows as are always laid whole: a longer list lays those in sight, the one that matters and the one that has the focus. */
export const laidWhole = 40;
const aroundSight = 6;
/** As many rows as the first image of a screen has: it answers at once, and the rest of the window comes with the next image. */
const atFirst = { before: 2, after: 3 };

/** One row to lay: its place in the whole list, the empty space before it in pixels, and what measures it once it is laid. */
export interface LaidRow<Row> {
  readonly row: Row;
  readonly index: number;
  readonly gap: number;
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
}

/** What a list lays: its rows, the empty space after the last one, and whether some are left out. */
export interface Laid<Row> {
  readonly rows: readonly LaidRow<Row>[];
  readonly after: number;
  readonly partial: boolean;
  /** Whether the window is filled: the first image holds a few rows only. */
  readonly settled: boolean;
  readonly onFocus: (event: FocusEvent) => void;
}

const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1;

/** What really scrolls the list: an element around it, or the page. */
const scrollerOf = (list: Element): Element => {
  for (let at = list.parentElement; at !== null; at = at.parentElement) if (scrolls(at)) return at;
  return document.documentElement;
};

/** A page that is printed lays everything, and so does one that no window shows. */
const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(typeof document === 'undefined');
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
};

/**
 * The rows of a long list that are worth laying, so that three hundred answer as three: those in sight and a few around, `at`, and the one that holds the focus.
 * `list` holds the rows; each row carries `data-index`, its place. `tall` is a first guess of a row's height in pixels.
 */
export const useLaidRows = <Row>(
  rows: readonly Row[],
  list: RefObject<HTMLElement | null>,
  options: {
    readonly keyOf: (row: Row) => string;
    readonly tall: number;
    readonly at?: number;
    /** What scrolls the list, where it is known. */
    readonly scroller?: RefObject<HTMLElement | null>;
  },
): Laid<Row> => {
  const { keyOf, tall, at = -1, scroller: known } = options;
  const printing = usePrinting();
  const partial = rows.length > laidWhole && !printing;
  const [settled, setSettled] = useState(false);
  const [focused, setFocused] = useState(-1);
  const [margin, setMargin] = useState(0);
  const scroller = useRef<Element | null>(null);
  /** Finds what scrolls the list and where the list begins in it: the page is laid out for it, so never before the first image. */
  const findScroller = useCallback((): void => {
    if (list.current === null) return;
    scroller.current = known?.current ?? scrollerOf(list.current);
    setMargin(Math.round(list.current.getBoundingClientRect().top - scroller.current.getBoundingClientRect().top + scroller.current.scrollTop));
  }, [list, known]);
  useEffect(
    () =>
      afterImage(() =>
        startTransition(() => {
          findScroller();
          setSettled(true);
        }),
      ),
    [findScroller],
  );
  useLayoutEffect(() => {
    if (partial && settled) findScroller();
  }, [partial, settled, findScroller]);
  const kept = useMemo(() => [at, focused].filter((index) => index >= 0 && index < rows.length), [at, focused, rows.length]);
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: partial && settled,
    getScrollElement: () => scroller.current,
    estimateSize: () => tall,
    getItemKey: (index) => keyOf(rows[index] as Row),
    initialOffset: () => scroller.current?.scrollTop ?? 0,
    scrollMargin: margin,
    rangeExtractor: ({ startIndex, endIndex }: Range) => {
      const [from, to] = [Math.max(0, startIndex - aroundSight), Math.min(rows.length - 1, endIndex + aroundSight)];
      const around = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      return [...new Set([...kept, ...around])].sort((a, b) => a - b);
    },
  });
  const onFocus = (event: FocusEvent): void => setFocused(Number(event.target.closest('[data-index]')?.getAttribute('data-index') ?? -1));
  if (!partial) return { rows: rows.map((row, index) => ({ row, index, gap: 0, measure: undefined })), after: 0, partial, settled, onFocus };
  if (!settled) {
    const from = Math.max(0, at - atFirst.before);
    const first = rows.slice(from, Math.max(0, at) + atFirst.after);
    return {
      rows: first.map((row, place) => ({ row, index: from + place, gap: place === 0 ? from * tall : 0, measure: undefined })),
      after: (rows.length - from - first.length) * tall,
      partial,
      settled,
      onFocus,
    };
  }
  let end = margin;
  const laid = virtual.getVirtualItems().map((item) => {
    const gap = Math.max(0, item.start - end);
    ({ end } = item);
    return { row: rows[item.index] as Row, index: item.index, gap, measure: virtual.measureElement };
  });
  return { rows: laid, after: Math.max(0, virtual.getTotalSize() + margin - end), partial, settled, onFocus };
};
