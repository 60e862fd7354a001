import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readerWords } from '../../words/reader.ts';
import { paintPage, writeText } from './document.ts';
import { scaleOf, shareOf, type Zoom } from './zoom.ts';

/** One page in the column: its place is kept from the start, its drawing exists only near the eye. */
export type Sheet = {
  readonly element: HTMLElement;
  /** Takes its room in the column at this zoom and says at what share of its real size it is shown. */
  lay(zoom: Zoom, column: number): number;
  /** Draws the page again if it is near the eye and its size changed. */
  near(isNear: boolean): void;
};

type Size = { readonly width: number; readonly height: number };

/** Makes the sheet of a page, with the size of the first page until its own is known. */
export function makeSheet(source: PDFDocumentProxy, number: number, first: Size, moved: () => void): Sheet {
  const element = document.createElement('section');
  const text = document.createElement('div');
  const paper = document.createElement('div');
  element.className = 'sheet';
  element.setAttribute('aria-label', readerWords.pageSaid(number, source.numPages));
  text.className = 'textLayer';
  paper.className = 'paper';
  paper.setAttribute('aria-hidden', 'true');
  element.append(paper, text);

  let size = first;
  let share = 1;
  let isNear = false;
  let drawn = 0;
  let isWritten = false;
  let page: PDFPageProxy | undefined;
  let drawing: Promise<void> | undefined;

  const open = async (): Promise<PDFPageProxy> => {
    page = await source.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const differs = width !== size.width || height !== size.height;
    size = { width, height };
    if (differs) moved();
    return page;
  };

  const draw = async (): Promise<void> => {
    const opened = page ?? (await open());
    while (isNear && drawn !== wanted()) {
      const aim = wanted();
      const canvas = await paintPage(opened, scaleOf(share), window.devicePixelRatio);
      paper.replaceChildren(canvas);
      drawn = aim;
      if (!isWritten) await writeText(opened, text);
      isWritten = true;
    }
    if (!isNear) release();
  };

  const wanted = (): number => share * window.devicePixelRatio;

  const release = (): void => {
    paper.replaceChildren();
    drawn = 0;
    page?.cleanup();
  };

  const fail = (): void => {
    drawn = wanted();
    paper.replaceChildren();
    element.classList.add('unreadable');
    text.className = 'said';
    text.textContent = readerWords.pageUnreadable(number);
  };

  const refresh = (): void => {
    if (drawing || element.classList.contains('unreadable')) return;
    if (!isNear) return release();
    drawing = draw()
      .catch(fail)
      .finally(() => {
        drawing = undefined;
      });
  };

  return {
    element,
    lay(zoom, column) {
      share = shareOf(zoom, size.width, column);
      element.style.width = `${Math.round(size.width * scaleOf(share))}px`;
      element.style.setProperty('--total-scale-factor', String(scaleOf(share)));
      element.style.height = `${Math.round(size.height * scaleOf(share))}px`;
      if (isNear) refresh();
      return share;
    },
    near(value) {
      isNear = value;
      refresh();
    },
  };
}
