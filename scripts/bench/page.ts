import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

const elements: Readonly<Record<string, string>> = {
  H1: 'h1',
  H2: 'h2',
  H3: 'h3',
  H4: 'h4',
  P: 'p',
  L: 'ul',
  LI: 'li',
  Table: 'table',
  THead: 'thead',
  TBody: 'tbody',
  TR: 'tr',
  TH: 'th',
  TD: 'td',
  Span: 'span',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A web page with the text of a tagged PDF, in the same headings, paragraphs and tables; and the number of pages of the PDF. */
export const writePage = async (pdf: Uint8Array, font: string): Promise<{ readonly html: string; readonly pages: number }> => {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const file = await task.promise;
  const parts: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const texts = textsOf((await page.getTextContent({ includeMarkedContent: true })).items as readonly Item[]);
    const draw = (node: Node): string => {
      if (node.type === 'content') return escaped(texts.get(node.id ?? '') ?? '');
      const inside = (node.children ?? []).map(draw).join('');
      const element = elements[node.role ?? ''] ?? (node.role === 'Root' || node.role === 'Document' ? null : 'div');
      // A page's tree also lists the rows that lie on other pages, empty.
      if (inside === '' && element !== 'td' && element !== 'th') return '';
      if (element === 'tr' && !inside.replace(/<[^>]+>/g, '').trim()) return '';
      return element === null ? inside : `<${element}>${inside}</${element}>`;
    };
    parts.push(draw((await page.getStructTree()) as Node));
  }
  const pages = file.numPages;
  await task.destroy();
  const style = `@font-face{font-family:minute;src:url("${pathToFileURL(font).href}")}
@page{size:A4;margin:18mm}body{font:9pt minute;margin:0}table{border-collapse:collapse;width:100%}th,td{border-bottom:.5pt solid #999;padding:2pt 4pt;text-align:left}`;
  return { html: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>minute</title><style>${style}</style><body>${parts.join('\n')}`, pages };
};

/** The number of pages of a PDF. */
export const countPages = async (pdf: Uint8Array): Promise<number> => {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const pages = (await task.promise).numPages;
  await task.destroy();
  return pages;
};

interface Item {
  readonly type?: string;
  readonly id?: string | null;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

const textsOf = (items: readonly Item[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const { type, id, str, hasEOL } of items) {
    const mark = open.findLast((each) => each !== null);
    if (str !== undefined && mark) texts.set(mark, `${texts.get(mark) ?? ''}${str}${hasEOL ? ' ' : ''}`);
    else if (type === 'endMarkedContent') open.pop();
    else if (str === undefined) open.push(id ?? null);
  }
  return texts;
};
