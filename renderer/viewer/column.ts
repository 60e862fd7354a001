import { readerWords } from '../../words/reader.ts';
import { type Book, type Size, type Turn, turned, type Written } from './book.ts';
import type { Reading, Spot, Told } from './reading.ts';
import { type Heard, makeSheet, type Sheet } from './sheet.ts';
import { scaleOf, shareOf, type Zoom } from './zoom.ts';

const gap = 12;
const margins = 32;

/** Shows a book as one column of pages; only those near the eye exist, however many there are. */
export function showColumn(book: Book, bar: HTMLElement, place: HTMLElement, start: Spot, told: Told): Reading {
  const sizes = new Map<number, Size>();
  const sheets = new Map<number, Sheet>();
  const written = new Map<number, Written>();
  let zoom: Zoom = start.zoom;
  let turn: Turn = start.turn;
  // The place of each page down the column, in pixels; one more than there are pages, for the end.
  let tops: number[] = [];

  const sizeOf = (page: number): Size => turned(sizes.get(page) ?? book.first, turn);
  const room = (): Size => ({
    width: document.documentElement.clientWidth - place.offsetLeft - margins,
    height: window.innerHeight - bar.offsetHeight - 2 * gap,
  });
  const lookOf = (page: number, within: Size) => {
    const size = sizeOf(page);
    const share = shareOf(zoom, size, within);
    return { share, width: Math.round(size.width * scaleOf(share)), height: Math.round(size.height * scaleOf(share)) };
  };
  /** The page at so many pixels down the column. */
  const pageAt = (height: number): number => {
    let [low, high] = [1, book.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] ?? 0) > height) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const eye = (): number => window.scrollY + (window.innerHeight - bar.offsetHeight) / 3;
  const current = (): number => pageAt(eye());
  const shareNow = (): number => lookOf(current(), room()).share;

  const arrange = (): void => {
    const within = room();
    let [at, widest] = [gap, 0];
    tops = [];
    for (let page = 1; page <= book.count; page += 1) {
      tops.push(at);
      const { width, height } = lookOf(page, within);
      at += height + gap;
      widest = Math.max(widest, width);
    }
    tops.push(at);
    place.style.height = `${at}px`;
    place.style.minWidth = `${widest + margins}px`;
  };
  const settle = (): void => {
    const within = room();
    const [from, to] = [pageAt(window.scrollY - window.innerHeight * 0.75), pageAt(window.scrollY + window.innerHeight * 1.75)];
    for (const [page, sheet] of sheets) {
      if (page >= from && page <= to) continue;
      sheets.delete(page);
      sheet.leave();
    }
    for (let page = from; page <= to; page += 1) {
      let sheet = sheets.get(page);
      if (sheet === undefined) {
        sheet = makeSheet(book, page, heard);
        sheets.set(page, sheet);
        // Pages lie in the document in their order, for whoever hears them.
        const after = [...sheets.keys()].filter((other) => other > page).sort((one, other) => one - other)[0];
        place.insertBefore(sheet.element, after === undefined ? null : (sheets.get(after)?.element ?? null));
      }
      sheet.lay({ ...lookOf(page, within), turn, top: tops[page - 1] ?? 0 });
    }
    told.seen(reading.seen());
  };
  const lay = (): void => {
    bar.style.width = `${document.documentElement.clientWidth}px`;
    document.body.style.setProperty('--head', `${bar.offsetHeight}px`);
    // What is under the eye stays under the eye, at the same share of its page.
    const kept = tops.length === 0 ? null : current();
    const before = kept === null ? 0 : (tops[kept] ?? 0) - (tops[kept - 1] ?? 0) || 1;
    const read = kept === null ? 0 : (eye() - (tops[kept - 1] ?? 0)) / before;
    const moved = kept !== null && window.scrollY > 0;
    arrange();
    if (moved && kept !== null) {
      const height = (tops[kept] ?? 0) - (tops[kept - 1] ?? 0);
      window.scrollTo({ top: (tops[kept - 1] ?? 0) + read * height - (window.innerHeight - bar.offsetHeight) / 3, left: window.scrollX });
    }
    settle();
  };
  const layOnce = onNextFrame(lay);
  const heard: Heard = {
    measured(page, size) {
      const known = sizes.get(page) ?? book.first;
      sizes.set(page, size);
      if (known.width !== size.width || known.height !== size.height) layOnce();
    },
    written(page, words) {
      if (words === null) written.delete(page);
      else written.set(page, words);
      told.written();
    },
  };
  const reading: Reading = {
    count: book.count,
    hasText: book.hasText,
    seen: () => ({ page: current(), zoom, turn, share: shareNow() }),
    go(page) {
      window.scrollTo({ top: page === 1 ? 0 : (tops[page - 1] ?? 0) - gap / 2, left: window.scrollX });
      settle();
    },
    zoom(next) {
      zoom = next;
      lay();
    },
    turn(by) {
      const page = current();
      turn = ((turn + by + 360) % 360) as Turn;
      arrange();
      settle();
      reading.go(page);
    },
    words: book.words,
    written,
    reveal(range) {
      const { top, bottom, left, right } = range.getBoundingClientRect();
      const visible = top > bar.offsetHeight && bottom < window.innerHeight;
      const beside = left >= 0 && right <= window.innerWidth ? 0 : left - window.innerWidth / 3;
      if (!visible || beside !== 0) window.scrollBy({ top: visible ? 0 : top - bar.offsetHeight - window.innerHeight / 4, left: beside });
      settle();
    },
  };
  place.setAttribute('aria-label', readerWords.document);
  place.replaceChildren();
  lay();
  if (start.page > 1) reading.go(Math.min(start.page, book.count));
  window.addEventListener('resize', layOnce);
  window.addEventListener('scroll', onNextFrame(settle), { passive: true });
  return reading;
}

/** Does something once, before the next picture, however often it was asked. */
export function onNextFrame(act: () => void): () => void {
  let asked = 0;
  return () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      act();
    });
  };
}
