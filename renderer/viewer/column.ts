import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readerWords } from '../../words/reader.ts';
import { listenToKeys } from './keyboard.ts';
import { makeSheet } from './sheet.ts';
import { fillToolbar, type Moves } from './toolbar.ts';
import { stepZoom, type Zoom } from './zoom.ts';

const margins = 32;

/** Shows an open document as one column of pages, drawn as they come near the eye. */
export async function showColumn(source: PDFDocumentProxy, bar: HTMLElement, place: HTMLElement): Promise<void> {
  const { width, height } = (await source.getPage(1)).getViewport({ scale: 1 });
  let zoom: Zoom = 'width';
  let shares: number[] = [];

  const lay = (): void => {
    const seen = document.documentElement.clientWidth;
    bar.style.width = `${seen}px`;
    const kept = current();
    const { top, height: before } = sheets[kept]!.element.getBoundingClientRect();
    const read = (bar.offsetHeight - top) / before;
    shares = sheets.map((sheet) => sheet.lay(zoom, seen - margins));
    const after = sheets[kept]!.element.getBoundingClientRect();
    if (before > 0 && window.scrollY > 0) window.scrollBy(0, after.top + read * after.height - bar.offsetHeight);
    tell();
  };
  const layOnce = onNextFrame(lay);
  const sheets = Array.from({ length: source.numPages }, (_, index) => makeSheet(source, index + 1, { width, height }, layOnce));

  const current = (): number => {
    const eye = bar.offsetHeight + window.innerHeight / 3;
    const below = sheets.findIndex((sheet) => sheet.element.getBoundingClientRect().bottom > eye);
    return below === -1 ? sheets.length - 1 : below;
  };
  const tell = (): void => toolbar.show(current() + 1, shares[current()] ?? 1, zoom === 'width');
  const moves: Moves = {
    go: (page) => sheets[page - 1]?.element.scrollIntoView({ block: 'start' }),
    step: (direction) => moves.go(current() + 1 + direction),
    zoom: (direction) => {
      zoom = stepZoom(shares[current()] ?? 1, direction);
      lay();
    },
    fit: () => {
      zoom = 'width';
      lay();
    },
  };
  const toolbar = fillToolbar(bar, sheets.length, moves);

  place.setAttribute('aria-label', readerWords.document);
  place.replaceChildren(...sheets.map((sheet) => sheet.element));
  lay();
  const bySection = new Map(sheets.map((sheet) => [sheet.element as Element, sheet]));
  const eye = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) bySection.get(target)?.near(isIntersecting);
    },
    { root: document, rootMargin: '75% 0px' },
  );
  for (const sheet of sheets) eye.observe(sheet.element);
  window.addEventListener('resize', layOnce);
  window.addEventListener('scroll', onNextFrame(tell), { passive: true });
  listenToKeys(moves);
}

function onNextFrame(act: () => void): () => void {
  let asked = 0;
  return () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      act();
    });
  };
}
