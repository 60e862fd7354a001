import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { demoDocuments, demoPage, demoUnreadable, type DemoDocument, type DemoPart } from '../../words/demo.ts';

/** One file of the demonstration's dossiers. */
export interface DemoPiece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Pdf = PDFKit.PDFDocument;
type Part<Kind extends DemoPart['kind']> = Extract<DemoPart, { kind: Kind }>;

const margin = 64;
const ink = { text: '#20242b', soft: '#5a626e', accent: '#2f5d62', rule: '#c3c9cf', tint: '#eef2f1' } as const;
/** Fixed so that the same words always give the same bytes. */
const drawnOn = new Date('2026-02-20T09:00:00.000Z');

const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * margin;
const bottomOf = (pdf: Pdf): number => pdf.page.height - margin - 24;
const ensure = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
};

const drawCover = (pdf: Pdf, { title, subtitle, facts }: DemoDocument): void => {
  const top = pdf.page.height * 0.28;
  pdf.rect(margin, top - 24, 56, 4).fill(ink.accent);
  pdf
    .font('bold')
    .fontSize(30)
    .fillColor(ink.text)
    .text(title, margin, top, { width: widthOf(pdf) });
  pdf
    .moveDown(0.4)
    .font('body')
    .fontSize(15)
    .fillColor(ink.soft)
    .text(subtitle, { width: widthOf(pdf) });
  pdf.y += 48;
  for (const [label, value] of facts) {
    const y = pdf.y;
    pdf.font('bold').fontSize(11).fillColor(ink.accent).text(label, margin, y, { width: 130 });
    pdf
      .font('body')
      .fillColor(ink.text)
      .text(value, margin + 140, y, { width: widthOf(pdf) - 140 });
    pdf.y += 8;
  }
  pdf.x = margin;
};

const drawList = (pdf: Pdf, { lines }: Part<'list' | 'code'>, size: number): void => {
  for (const line of lines) {
    ensure(pdf, size * 2);
    const y = pdf.y;
    pdf.circle(margin + 5, y + size * 0.7, 2).fill(ink.accent);
    pdf
      .font('body')
      .fontSize(size)
      .fillColor(ink.text)
      .text(line, margin + 18, y, { width: widthOf(pdf) - 18, lineGap: 2 });
    pdf.y += 4;
  }
};

const drawCode = (pdf: Pdf, { lines }: Part<'list' | 'code'>): void => {
  const height = lines.length * 14 + 16;
  ensure(pdf, height + 8);
  const y = pdf.y;
  pdf.rect(margin, y, widthOf(pdf), height).fill(ink.tint);
  lines.forEach((line, rank) => {
    pdf
      .font('body')
      .fontSize(9.5)
      .fillColor(ink.text)
      .text(line.replaceAll('  ', '\u00a0\u00a0'), margin + 12, y + 9 + rank * 14, { lineBreak: false });
  });
  pdf.y = y + height + 6;
};

const drawTable = (pdf: Pdf, { titles, rows }: Part<'table'>, size: number): void => {
  // A column as wide as its longest cell asks for, within reason.
  const weights = titles.map((title, column) => Math.min(34, Math.max(9, ...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => (weight / total) * widthOf(pdf));
  const drawRow = (cells: readonly string[], bold: boolean): void => {
    pdf.font(bold ? 'bold' : 'body').fontSize(size);
    const height = Math.max(...cells.map((cell, column) => pdf.heightOfString(cell, { width: (widths[column] ?? 0) - 12 }))) + 10;
    ensure(pdf, height);
    const y = pdf.y;
    if (bold) pdf.rect(margin, y, widthOf(pdf), height).fill(ink.tint);
    let x = margin;
    cells.forEach((cell, column) => {
      pdf.fillColor(bold ? ink.accent : ink.text).text(cell, x + 6, y + 5, { width: (widths[column] ?? 0) - 12 });
      x += widths[column] ?? 0;
    });
    pdf
      .moveTo(margin, y + height)
      .lineTo(margin + widthOf(pdf), y + height)
      .lineWidth(0.5)
      .stroke(ink.rule);
    pdf.y = y + height;
  };
  ensure(pdf, 60);
  drawRow(titles, true);
  for (const row of rows) drawRow(row, false);
};

const drawCaption = (pdf: Pdf, caption: string): void => {
  pdf
    .font('body')
    .fontSize(10)
    .fillColor(ink.soft)
    .text(caption, margin, pdf.y + 4, { width: widthOf(pdf), align: 'center' });
};

const drawLayers = (pdf: Pdf, { rows, caption }: Part<'layers'>): void => {
  const [height, gap] = [44, 12];
  ensure(pdf, rows.length * (height + gap) + 30);
  for (const boxes of rows) {
    const width = (widthOf(pdf) - gap * (boxes.length - 1)) / boxes.length;
    const y = pdf.y;
    boxes.forEach((box, rank) => {
      const x = margin + rank * (width + gap);
      pdf.roundedRect(x, y, width, height, 4).lineWidth(1).fillAndStroke(ink.tint, ink.accent);
      pdf
        .font('bold')
        .fontSize(12)
        .fillColor(ink.text)
        .text(box, x + 6, y + 14, { width: width - 12, align: 'center' });
    });
    pdf.y = y + height + gap;
  }
  drawCaption(pdf, caption);
};

const drawBars = (pdf: Pdf, { bars, weeks, caption }: Part<'bars'>): void => {
  ensure(pdf, bars.length * 24 + 40);
  const [left, room] = [margin + 150, widthOf(pdf) - 150];
  const top = pdf.y;
  for (let week = 0; week <= weeks; week += 4) {
    const x = left + (week / weeks) * room;
    pdf
      .moveTo(x, top)
      .lineTo(x, top + bars.length * 24)
      .lineWidth(0.5)
      .stroke(ink.rule);
  }
  bars.forEach(({ label, from, to }, rank) => {
    const y = top + rank * 24;
    pdf
      .font('body')
      .fontSize(11)
      .fillColor(ink.text)
      .text(label, margin, y + 4, { width: 145 });
    pdf.rect(left + (from / weeks) * room, y + 4, ((to - from) / weeks) * room, 15).fill(ink.accent);
  });
  pdf.y = top + bars.length * 24 + 4;
  drawCaption(pdf, caption);
};

const drawPart = (pdf: Pdf, part: DemoPart, size: number): void => {
  pdf.x = margin;
  switch (part.kind) {
    case 'heading':
      ensure(pdf, 90);
      pdf
        .font('bold')
        .fontSize(size + 4)
        .fillColor(ink.accent)
        .text(part.text, { width: widthOf(pdf) });
      pdf.y += 6;
      return;
    case 'paragraph':
      ensure(pdf, 48);
      pdf
        .font('body')
        .fontSize(size)
        .fillColor(ink.text)
        .text(part.text, { width: widthOf(pdf), lineGap: 2.5 });
      break;
    case 'list':
      drawList(pdf, part, size);
      break;
    case 'code':
      drawCode(pdf, part);
      break;
    case 'table':
      drawTable(pdf, part, size - 1.5);
      break;
    case 'layers':
      drawLayers(pdf, part);
      break;
    case 'bars':
      drawBars(pdf, part);
      break;
    case 'page':
      pdf.addPage();
      return;
  }
  pdf.y += 14;
};

const drawFooters = (pdf: Pdf): void => {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    const y = pdf.page.height - margin;
    pdf.page.margins.bottom = 0; // the foot lies in the margin, where text would otherwise turn the page
    pdf.font('body').fontSize(9).fillColor(ink.soft);
    pdf.text(demoPage.notice, margin, y, { lineBreak: false });
    pdf.text(demoPage.page(page + 1, count), margin, y, { width: widthOf(pdf), align: 'right', lineBreak: false });
  }
};

const drawDocument = (document: DemoDocument, fonts: Readonly<Record<'body' | 'bold', fontkit.Font>>): DemoPiece => {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: document.layout,
    margin,
    bufferPages: true,
    lang: 'fr-FR',
    displayTitle: true,
    // Parsed once for all documents; the type of pdfkit only knows the bytes of a font.
    font: fonts.body as unknown as string,
    info: { Title: document.title, Author: demoPage.author, Subject: demoPage.notice, CreationDate: drawnOn, ModDate: drawnOn },
  });
  pdf.registerFont('body', fonts.body as unknown as string);
  pdf.registerFont('bold', fonts.bold as unknown as string);
  drawCover(pdf, document);
  pdf.addPage();
  for (const part of document.parts) drawPart(pdf, part, document.layout === 'landscape' ? 18 : 12);
  drawFooters(pdf);
  pdf.end();
  const bytes: unknown = pdf.read();
  if (!(bytes instanceof Uint8Array)) throw new Error(`${document.name} was not drawn`);
  return { name: document.name, bytes: new Uint8Array(bytes) };
};

/** A file that says it is a PDF and stops: no page, no end. It is kept in a dossier and shown as unreadable. */
const cutShort = (): DemoPiece => ({
  name: demoUnreadable.name,
  bytes: new TextEncoder().encode(`%PDF-1.7\n% ${demoUnreadable.text}\n1 0 obj\n<< /Type /Cata`),
});

const parseFont = (bytes: Uint8Array): fontkit.Font => {
  const font = fontkit.create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error('one font was expected, not a collection');
  return font;
};

/** Draws every file of the demonstration's dossiers, the same bytes each time from the same fonts (TrueType); one of them is no readable PDF. */
export const drawDemoPieces = (fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array }): DemoPiece[] => {
  const parsed = { body: parseFont(fonts.regular), bold: parseFont(fonts.bold) };
  return [...demoDocuments.map((document) => drawDocument(document, parsed)), cutShort()];
};
