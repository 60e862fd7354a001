import {
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Why a document shows no page: it is no longer open, it asks for a password, or it is not a PDF we can read. */
export type Unread = 'gone' | 'locked' | 'unreadable';

/** An open document, or why it could not be opened. */
export type Opening = { readonly ok: true; readonly value: PDFDocumentProxy } | { readonly ok: false; readonly error: Unread };

const widest = 8192;
const largest = 16_777_216;

/** Opens the document kept under a token: everything it needs comes from this origin, no script of its own runs. */
export async function openDocument(token: string): Promise<Opening> {
  GlobalWorkerOptions.workerPort = new Worker(workerAddress, { type: 'module' });
  const task = getDocument({
    url: `/bytes/${encodeURIComponent(token)}`,
    disableRange: true,
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
    return { ok: true, value: await task.promise };
  } catch (error) {
    return { ok: false, error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): Unread {
  const name = error instanceof Error ? error.name : '';
  if (name === 'ResponseException') return 'gone';
  return name === 'PasswordException' ? 'locked' : 'unreadable';
}

/** Draws a page on a fresh canvas, as sharp as the screen within what a canvas may hold; annotations are paint only, links stay inert. */
export async function paintPage(page: PDFPageProxy, scale: number, ratio: number): Promise<HTMLCanvasElement> {
  const { width, height } = page.getViewport({ scale });
  const sharp = Math.min(ratio, widest / width, widest / height, Math.sqrt(largest / (width * height)));
  const viewport = page.getViewport({ scale: scale * sharp });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE, background: '#ffffff' }).promise;
  return canvas;
}

/** Lays the words of a page, transparent, over its drawing: to select, to copy, to be read aloud. */
export async function writeText(page: PDFPageProxy, container: HTMLElement): Promise<void> {
  await new TextLayer({ textContentSource: page.streamTextContent(), container, viewport: page.getViewport({ scale: 1 }) }).render();
}
