import PDFDocument from 'pdfkit';
import type { MinuteFonts } from './fonts.ts';
import type { Face } from './letters.ts';
import { readTruly, type EmbeddedFace } from './reading.ts';
import { writeXmp } from './xmp.ts';

/** An object of the file, as pdfkit keeps it. */
export interface Reference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
}

/** An element of the structure that assistive technology reads; a function draws the content of the element. */
export interface Element {
  readonly dictionary: Reference;
  add(child: Element | (() => void)): Element;
  end(): void;
  /** What pdfkit writes for one child; replaced for a form field alone. */
  _flushChild(child: unknown): void;
}

/** A face as pdfkit embeds it, its glyphs numbered as they are first used. */
export interface PaperFont extends EmbeddedFace {
  readonly id: string;
  readonly font: object;
  /** Words already laid out, in thousandths of the size; a longer text is laid out word by word, each with the space after it. */
  layoutCache: Record<string, object>;
  widthOfString(text: string, size: number, features?: readonly string[]): number;
  encode(
    text: string,
  ): readonly [codes: readonly string[], positions: readonly Readonly<Record<'xAdvance' | 'advanceWidth' | 'xOffset' | 'yOffset', number>>[]];
  ref(): Reference;
}

/** What the minute uses of pdfkit 0.20.2, its undocumented parts included; the tests hold them in place. */
export interface Paper {
  readonly page: {
    readonly dictionary: Reference;
    readonly content: { write(chunk: Uint8Array): void };
    readonly width: number;
    readonly height: number;
    readonly fonts: Record<string, Reference>;
    write(line: string): void;
    end(): void;
  };
  readonly _root: Reference;
  readonly _font: PaperFont;
  ref(data?: Record<string, unknown>): Reference;
  addPage(): Paper;
  switchToPage(page: number): void;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  struct(type: string, options?: { readonly alt?: string; readonly scope?: string; readonly title?: string; readonly actual?: string }): Element;
  addStructure(element: Element): Paper;
  addContent(text: string): Paper;
  markContent(tag: string, options?: { readonly type?: string }): Paper;
  endMarkedContent(): Paper;
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): Paper;
  addNamedEmbeddedFile(name: string, specification: Reference): void;
  font(name: Face): Paper;
  fontSize(size: number): Paper;
  fillColor(colour: string): Paper;
  strokeColor(colour: string): Paper;
  lineWidth(width: number): Paper;
  lineCap(cap: 'butt' | 'round'): Paper;
  lineJoin(join: 'miter' | 'round'): Paper;
  text(
    text: string,
    x: number,
    y: number,
    options: { readonly lineBreak: false; readonly baseline: 'alphabetic'; readonly features?: readonly string[] },
  ): Paper;
  path(path: string): Paper;
  rect(x: number, y: number, width: number, height: number): Paper;
  moveTo(x: number, y: number): Paper;
  lineTo(x: number, y: number): Paper;
  fill(): Paper;
  stroke(): Paper;
  save(): Paper;
  restore(): Paper;
  translate(x: number, y: number): Paper;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): Paper;
  scale(factor: number): Paper;
  rotate(degrees: number, options: { readonly origin: readonly [number, number] }): Paper;
  readonly outline: { addItem(title: string): unknown };
  endMetadata: () => void;
  _offset: number;
  _write: (data: Uint8Array | string) => void;
  push: (end: Uint8Array | null) => void;
  endAcroForm: () => void;
  end(): void;
  on(event: 'pageAdded', listener: () => void): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
}

/** A4 upright, in points; 25 mm on the left for binding. */
export const margins = { top: 54, right: 48, bottom: 66, left: 71 } as const;

const faces: readonly Face[] = ['regular', 'italic', 'semibold', 'bold', 'fallback', 'fallbackBold'];

/** Opens an empty PDF/A-3a and PDF/UA-1 document without a page; the same facts always give the same bytes. */
export const openPaper = (
  fonts: MinuteFonts,
  facts: { readonly title: string; readonly author: string; readonly subject: string; readonly keywords: string; readonly createdAt: Date },
): Paper => {
  const maker = { creator: 'Délibéré', producer: 'Délibéré, pdfkit 0.20.2' };
  const options = {
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: 'fr-FR',
    // A font given here would be opened anew at each use, and compared table by table: half the time of a printing.
    font: null,
    info: {
      Title: facts.title,
      Author: facts.author,
      Subject: facts.subject,
      Keywords: facts.keywords,
      Creator: maker.creator,
      Producer: maker.producer,
      CreationDate: facts.createdAt,
    },
  };
  // The published types know neither 0.20's tagging nor the private parts that a signature field needs.
  const Constructor = PDFDocument as unknown as new (options: unknown) => Paper & { registerFont(name: string, font: unknown): void };
  const paper = new Constructor(options);
  for (const face of faces) paper.registerFont(face, fonts[face]);
  const choose = paper.font.bind(paper);
  const opened = new Set<Face>();
  paper.font = (face) => {
    choose(face);
    if (!opened.has(face)) readTruly(paper._font, fonts[face]);
    opened.add(face);
    return paper;
  };
  // pdfkit writes its texts into the metadata unescaped: a "&" would break PDF/A, a "<" would let a title inject properties.
  paper.endMetadata = () => {
    const metadata = paper.ref({ Type: 'Metadata', Subtype: 'XML' }) as Reference & { compress: boolean };
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(writeXmp({ ...facts, ...maker })));
    paper._root.data['Metadata'] = metadata;
  };
  paper.on('pageAdded', () => gatherPage(paper.page));
  gatherFile(paper);
  return paper;
};

/** Keeps the content of a page as one text until it ends: pdfkit makes bytes of every line. */
const gatherPage = (page: Paper['page']): void => {
  const lines: string[] = [];
  const end = page.end.bind(page);
  page.write = (line) => void lines.push(line);
  page.end = () => {
    page.content.write(Buffer.from(`${lines.join('\n')}\n`, 'latin1'));
    end();
  };
};

/** Keeps the objects of a file as text between its streams, and gives the stream whole pieces. */
const gatherFile = (paper: Paper): void => {
  const push = paper.push.bind(paper);
  let text = '';
  const flush = (): void => {
    push(Buffer.from(text, 'latin1'));
    text = '';
  };
  paper._write = (data) => {
    if (typeof data === 'string') text += `${data}\n`;
    else {
      flush();
      push(data);
    }
    paper._offset += data.length + (typeof data === 'string' ? 1 : 0);
  };
  paper.push = (end) => {
    flush();
    push(end);
  };
};

/** Ends a document and gives its bytes. */
export const closePaper = (paper: Paper): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    paper.on('data', (chunk) => chunks.push(chunk));
    paper.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    paper.end();
  });
