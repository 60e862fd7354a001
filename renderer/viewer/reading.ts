import type { PDFDocumentProxy } from 'pdfjs-dist';
import { readerWords } from '../../words/reader.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { makeToolbar } from './toolbar.ts';

const steps = [0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5] as const;
/** Space left on both sides of a page that fits the width, in CSS pixels. */
const margin = 32;

/** Shows the pages one under the other, painted as they come near, with a bar and keys. */
export const startReading = (place: HTMLElement, pdf: PDFDocumentProxy): void => {
  const sheets: Sheet[] = [];
  const pages = document.createElement('div');
  pages.className = 'pages';
  pages.tabIndex = 0;
  pages.setAttribute('role', 'region');
  pages.setAttribute('aria-label', readerWords.document);
  let scale: number | 'fit' = 'fit';
  let current = 1;

  const scaleFor = (sheet: Sheet): number => (scale === 'fit' ? Math.min(3, Math.max(0.2, (pages.clientWidth - margin) / sheet.width)) : scale);
  const percent = (): number => {
    const sheet = sheets[current - 1] ?? sheets[0];
    return sheet === undefined ? 100 : Math.round(scaleFor(sheet) * 100);
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const sheet = sheets[Number((entry.target as HTMLElement).dataset['page']) - 1];
        if (entry.isIntersecting) void sheet?.paint();
        else sheet?.clear();
      }
    },
    { root: pages, rootMargin: '100% 0px' },
  );
  const lay = (): void => {
    for (const sheet of sheets) sheet.resize(scaleFor(sheet));
    for (const sheet of sheets) {
      near.unobserve(sheet.element);
      near.observe(sheet.element);
    }
    toolbar.show(current, percent());
  };
  const go = (page: number): void => {
    const wanted = Math.min(Math.max(Number.isFinite(page) ? page : current, 1), pdf.numPages);
    const sheet = sheets[wanted - 1];
    if (sheet !== undefined) pages.scrollTop = sheet.element.offsetTop - 12;
    current = wanted;
    toolbar.show(current, percent());
  };
  const zoom = (by: number): void => {
    const now = percent() / 100;
    const next = by > 0 ? steps.find((step) => step > now + 0.01) : steps.findLast((step) => step < now - 0.01);
    scale = next ?? now;
    const kept = current;
    lay();
    go(kept);
  };
  const fit = (): void => {
    scale = 'fit';
    const kept = current;
    lay();
    go(kept);
  };
  const toolbar = makeToolbar(pdf.numPages, { go, step: (by) => go(current + by), zoom, fit });

  pages.addEventListener('scroll', () => {
    const middle = pages.scrollTop + pages.clientHeight / 3;
    const found = sheets.findLastIndex((sheet) => sheet.element.offsetTop <= middle);
    if (found >= 0 && found + 1 !== current) {
      current = found + 1;
      toolbar.show(current, percent());
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || event.altKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => zoom(1), '=': () => zoom(1), '-': () => zoom(-1), '0': fit,
      n: () => go(current + 1), p: () => go(current - 1), ArrowRight: () => go(current + 1), ArrowLeft: () => go(current - 1),
      Home: () => go(1), End: () => go(pdf.numPages),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  let width = 0;
  new ResizeObserver(() => {
    if (pages.clientWidth === width) return;
    width = pages.clientWidth;
    lay();
  }).observe(pages);

  place.replaceChildren(toolbar.element, pages);
  const prepare = async (): Promise<void> => {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const sheet = await makeSheet(pdf, number);
      sheets.push(sheet);
      sheet.resize(scaleFor(sheet));
      pages.append(sheet.element);
      near.observe(sheet.element);
      if (number === 1) toolbar.show(1, percent());
    }
  };
  void prepare();
};
