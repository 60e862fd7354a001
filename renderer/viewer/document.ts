import {
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import type { Book, Leaf, Run } from './book.ts';
import { readHeadings } from './outline.ts';
import type { Source } from './source.ts';

/** Why a document shows no page: it is no longer open, it asks for a password, or it is not one we can read. */
export type Unread = 'gone' | 'locked' | 'unreadable';

/** An open document, or why it could not be opened. */
export type Opening = { readonly ok: true; readonly value: Book; readonly announced: number } | { readonly ok: false; readonly error: Unread };

const widest = 8192;
const largest = 16_777_216;
/** The most pages shown: beyond, a column is higher than a window can scroll. */
const mostPages = 5000;

/** Opens a PDF, read by ranges as pages are asked for: everything it needs comes from this origin, no script of its own runs. */
export async function openPdf(source: Source, lost: () => void): Promise<Opening> {
  GlobalWorkerOptions.workerPort = new Worker(workerAddress, { type: 'module' });
  class Ranges extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      source.read(begin, end).then((bytes) => this.onDataRange(begin, bytes), lost);
    }
  }
  const task = getDocument({
    range: new Ranges(source.size, source.head.slice()),
    disableStream: true,
    disableAutoFetch: true,
    disableWorkerRendering: true,
    enableXfa: false,
    useWasm: true,
    useWorkerFetch: false,
    wasmUrl: '/wasm/',
    cMapUrl: '/cmaps/',
    iccUrl: '/iccs/',
    standardFontDataUrl: '/standard_fonts/',
    maxImageSize: 100_000_000,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return { ok: true, value: bookOf(pdf, { width, height }), announced: pdf.numPages };
  } catch (error) {
    return { ok: false, error: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'unreadable' };
  }
}

function bookOf(pdf: PDFDocumentProxy, first: Book['first']): Book {
  const count = Math.min(pdf.numPages, mostPages);
  return {
    count,
    first,
    hasText: true,
    open: async (page) => leafOf(await pdf.getPage(page)),
    words: async (page) => {
      const opened = await pdf.getPage(page);
      return runsOf((await opened.getTextContent()).items);
    },
    headings: () => readHeadings(pdf, count),
  };
}

function runsOf(items: Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items']): Run[] {
  return items.flatMap((item) => ('str' in item ? [{ text: item.str, ends: item.hasEOL }] : []));
}

function leafOf(page: PDFPageProxy): Leaf {
  const { width, height } = page.getViewport({ scale: 1 });
  const rotation = (turn: number): number => (page.rotate + turn) % 360;
  return {
    size: { width, height },
    // As sharp as the screen within what a canvas may hold; annotations are paint only, links stay inert.
    async paint(scale, turn, ratio) {
      const seen = page.getViewport({ scale, rotation: rotation(turn) });
      const sharp = Math.min(ratio, widest / seen.width, widest / seen.height, Math.sqrt(largest / (seen.width * seen.height)));
      const viewport = page.getViewport({ scale: scale * sharp, rotation: rotation(turn) });
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE, background: '#ffffff' }).promise;
      return canvas;
    },
    // The words of a page, transparent, over its drawing: to select, to copy, to be read aloud, to be found.
    async write(container, turn) {
      const content = await page.getTextContent();
      container.replaceChildren();
      const layer = new TextLayer({ textContentSource: content, container, viewport: page.getViewport({ scale: 1, rotation: rotation(turn) }) });
      await layer.render();
      return { runs: runsOf(content.items), nodes: layer.textDivs.map((element) => element.firstChild) };
    },
    release: () => void page.cleanup(),
  };
}
