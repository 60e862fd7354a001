import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { demoDocuments, demoUnreadable } from '../../words/demo.ts';
import { drawDemoPieces } from './pieces.ts';

const fontFile = (path: string): Uint8Array => readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${path}`));
const fonts = { regular: fontFile('400Regular/SourceSans3_400Regular.ttf'), bold: fontFile('700Bold/SourceSans3_700Bold.ttf') };
const pieces = drawDemoPieces(fonts);
const readable = pieces.filter((piece) => piece.name !== demoUnreadable.name);

const open = (bytes: Uint8Array) => getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
const textOf = async (bytes: Uint8Array): Promise<string[]> => {
  const document = await open(bytes);
  const pages = Array.from({ length: document.numPages }, async (_, rank) => {
    const { items } = await (await document.getPage(rank + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return Promise.all(pages);
};

describe('the pieces of the demonstration', () => {
  test('are ten or more, each named once, and every file that the scenario names is among them', () => {
    const names = pieces.map((piece) => piece.name);
    expect(new Set(names).size).toBe(names.length);
    expect(readable.length).toBeGreaterThanOrEqual(10);
    const scenario: { pieces: { file: string }[] } = JSON.parse(readFileSync(new URL('../../assets/demo/scenario.json', import.meta.url), 'utf8'));
    expect(scenario.pieces.map((piece) => piece.file).filter((file) => !names.includes(file))).toEqual([]);
    expect(names.filter((name) => !scenario.pieces.some((piece) => piece.file === name))).toEqual([]);
  });

  test('are the same bytes each time, dated by no clock', async () => {
    const { info } = await (await open(readable[0]?.bytes ?? new Uint8Array())).getMetadata();
    expect(info).toMatchObject({ CreationDate: 'D:20260220090000Z', ModDate: 'D:20260220090000Z' });
    expect(drawDemoPieces(fonts).map((piece) => Buffer.from(piece.bytes).toString('base64'))).toEqual(
      pieces.map((piece) => Buffer.from(piece.bytes).toString('base64')),
    );
  });

  test.each(readable.map((piece) => [piece.name, piece.bytes] as const))(
    '%s has two to six pages with text, under 60 kB, and says that it is fictitious',
    async (name, bytes) => {
      expect(bytes.length).toBeLessThan(60 * 1024);
      const pages = await textOf(bytes);
      expect(pages.length).toBeGreaterThanOrEqual(2);
      expect(pages.length).toBeLessThanOrEqual(6);
      const title = demoDocuments.find((document) => document.name === name)?.title ?? '';
      expect(pages[0]).toContain(title);
      for (const [rank, page] of pages.entries()) {
        expect(page).toContain('Document fictif');
        expect(page).toContain(`Page ${rank + 1} / ${pages.length}`);
        expect(page.length).toBeGreaterThan(150);
      }
    },
  );

  test('the file cut short is no readable PDF', async () => {
    const cut = pieces.find((piece) => piece.name === demoUnreadable.name);
    await expect(open(cut?.bytes ?? new Uint8Array())).rejects.toThrow();
    expect(Buffer.from(cut?.bytes ?? []).includes('%%EOF')).toBe(false);
  });

  test('no letter of their words is missing from the fonts', () => {
    const letters = new Set(JSON.stringify(demoDocuments));
    for (const bytes of [fonts.regular, fonts.bold]) {
      const font = fontkit.create(Buffer.from(bytes)) as fontkit.Font;
      expect([...letters].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([]);
    }
  });
});
