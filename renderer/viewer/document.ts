import { AnnotationMode, getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** How annotations are painted: what is on the page is seen, nothing of it acts. */
export const annotationMode = AnnotationMode.ENABLE;

/** Why a document can't be read. */
export type Unreadable = 'gone' | 'unreadable' | 'locked';

const reasonOf = (error: unknown): Unreadable => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'ResponseException') return 'gone';
  return name === 'PasswordException' ? 'locked' : 'unreadable';
};

/** Opens the bytes kept under a token: no script, no form of the old kind, decoders of scans beside the page. */
export const openDocument = async (
  token: string,
): Promise<{ readonly ok: true; readonly value: PDFDocumentProxy } | { readonly ok: false; readonly reason: Unreadable }> => {
  try {
    const value = await getDocument({
      url: new URL(`/bytes/${encodeURIComponent(token)}`, location.href).href,
      enableXfa: false,
      isEvalSupported: false,
      useWasm: true,
      wasmUrl: new URL('/wasm/', location.href).href,
      iccUrl: new URL('/iccs/', location.href).href,
      cMapUrl: new URL('/cmaps/', location.href).href,
      cMapPacked: true,
      standardFontDataUrl: new URL('/standard_fonts/', location.href).href,
      disableRange: true,
      disableStream: true,
      stopAtErrors: false,
    }).promise;
    return value.numPages > 0 ? { ok: true, value } : { ok: false, reason: 'unreadable' };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
};
