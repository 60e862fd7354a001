import { TextLayer, type PDFDocumentProxy, type PDFPageProxy, type RenderTask } from 'pdfjs-dist';
import { readerWords } from '../../words/reader.ts';
import { annotationMode } from './document.ts';

/** Most pixels of one painted page: a huge page is painted coarser rather than not at all. */
const mostPixels = 16_000_000;

/** One page on the screen: painted when it comes near, emptied when it is far. */
export interface Sheet {
  readonly element: HTMLElement;
  readonly resize: (scale: number) => void;
  readonly paint: () => Promise<void>;
  readonly clear: () => void;
  /** Width of the page at scale 1, in CSS pixels. */
  readonly width: number;
}

const unpaintable = (number: number): HTMLElement => {
  const message = document.createElement('p');
  message.className = 'message';
  message.textContent = readerWords.pageUnreadable(number);
  return message;
};

const writeText = async (page: PDFPageProxy, scale: number, element: HTMLElement): Promise<void> => {
  const layer = document.createElement('div');
  layer.className = 'textLayer';
  element.append(layer);
  await new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport: page.getViewport({ scale }) }).render();
};

/** Prepares one page of a document. */
export const makeSheet = async (pdf: PDFDocumentProxy, number: number): Promise<Sheet> => {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const element = document.createElement('section');
  element.className = 'sheet';
  element.dataset['page'] = String(number);
  element.setAttribute('aria-label', readerWords.pageSaid(number, pdf.numPages));
  let scale = 1;
  let task: RenderTask | null = null;
  let painted = 0;

  const clear = (): void => {
    task?.cancel();
    task = null;
    painted = 0;
    element.replaceChildren();
  };
  const paint = async (): Promise<void> => {
    if (painted === scale) return;
    clear();
    const wanted = scale;
    painted = wanted;
    const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(mostPixels / (natural.width * natural.height * wanted * wanted)));
    const viewport = page.getViewport({ scale: wanted * ratio });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.setAttribute('aria-hidden', 'true');
    element.append(canvas);
    try {
      task = page.render({ canvas, viewport, annotationMode });
      await task.promise;
      if (painted === wanted) await writeText(page, wanted, element);
    } catch (error) {
      if (error instanceof Error && error.name === 'RenderingCancelledException') return;
      element.replaceChildren(unpaintable(number));
    }
  };
  const resize = (next: number): void => {
    scale = next;
    element.style.setProperty('width', `${Math.round(natural.width * next)}px`);
    element.style.setProperty('height', `${Math.round(natural.height * next)}px`);
    element.style.setProperty('--total-scale-factor', String(next));
    element.style.setProperty('--scale-factor', String(next));
  };
  resize(1);
  return { element, resize, paint, clear, width: natural.width };
};
