import { readerWords } from '../../words/reader.ts';
import type { Run, Written } from './book.ts';
import { onNextFrame } from './column.ts';
import type { Reading, Spot, Told } from './reading.ts';
import type { Source } from './source.ts';
import { partCount, readPart } from './text-part.ts';
import type { Zoom } from './zoom.ts';

/** Shows a text, one part at a time: a file of any size is read by its parts. */
export function showText(source: Source, bar: HTMLElement, place: HTMLElement, start: Spot, told: Told): Reading {
  const count = partCount(source.size);
  const shown = document.createElement('pre');
  const written = new Map<number, Written>();
  shown.className = 'plain';
  place.setAttribute('aria-label', readerWords.text);
  place.replaceChildren(shown);
  let page = 0;
  let zoom: Zoom = typeof start.zoom === 'number' ? start.zoom : 1;
  const words = async (rank: number): Promise<readonly Run[]> => [{ text: await readPart(source, rank), ends: true }];
  const lay = (): void => {
    bar.style.width = `${document.documentElement.clientWidth}px`;
    shown.style.fontSize = `${zoom}em`;
    told.seen(reading.seen());
  };
  const go = (next: number): void => {
    if (next === page) return window.scrollTo({ top: 0 });
    page = next;
    written.clear();
    void words(next).then((runs) => {
      if (page !== next) return;
      shown.textContent = runs[0]?.text ?? '';
      written.set(next, { runs, nodes: [shown.firstChild] });
      window.scrollTo({ top: 0 });
      told.written();
    });
    lay();
  };
  const reading: Reading = {
    count,
    hasText: true,
    seen: () => ({ page, zoom, turn: 0, share: typeof zoom === 'number' ? zoom : 1 }),
    go,
    zoom(next) {
      zoom = typeof next === 'number' ? next : 1;
      lay();
    },
    turn: null,
    words,
    written,
    reveal(range) {
      const { top, bottom } = range.getBoundingClientRect();
      if (top < bar.offsetHeight || bottom > window.innerHeight) window.scrollBy({ top: top - bar.offsetHeight - window.innerHeight / 4 });
    },
  };
  go(Math.min(start.page, count));
  window.addEventListener('resize', onNextFrame(lay));
  return reading;
}
