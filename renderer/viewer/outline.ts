import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Heading } from './book.ts';

type Entries = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
type Target = Parameters<PDFDocumentProxy['getPageIndex']>[0];

const most = 1000;
const deepest = 4;

/** The table of contents of a PDF that leads to its own pages, the first thousand lines of it; a line that leads elsewhere is left out. */
export async function readHeadings(pdf: PDFDocumentProxy, count: number): Promise<readonly Heading[]> {
  const headings: Heading[] = [];
  const pageOf = async (to: Entries[number]['dest']): Promise<number> => {
    const target = typeof to === 'string' ? await pdf.getDestination(to) : to;
    const first: unknown = target?.[0];
    if (typeof first === 'number') return first + 1;
    return first !== null && typeof first === 'object' ? (await pdf.getPageIndex(first as Target)) + 1 : 0;
  };
  const follow = async (entries: Entries, level: number): Promise<void> => {
    for (const { title, dest, items } of entries) {
      if (headings.length >= most) return;
      const page = dest === null ? 0 : await pageOf(dest).catch(() => 0);
      if (page >= 1 && page <= count && title.trim() !== '') headings.push({ title: title.trim().slice(0, 200), level, page });
      if (level < deepest) await follow(items, level + 1);
    }
  };
  await follow((await pdf.getOutline()) ?? [], 1);
  return headings;
}
