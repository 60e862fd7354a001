import type { Font } from 'fontkit';

/** A face as pdfkit embeds it: its glyphs renumbered as they come, and the letters that a reader takes each for. */
export interface EmbeddedFace {
  readonly subset: { readonly glyphs: readonly number[] };
  readonly unicode: (readonly number[])[];
  encode(text: string, features?: readonly string[]): unknown;
}

/** Presentation forms: glyphs with a code of their own that stand for letters joined or in their place in a word. */
const forms = /[\uFB00-\uFDFF\uFE70-\uFEFC]/u;

const readAs = (font: Font, glyph: number, text: string): string | null => {
  const letters = font.stringsForGlyph(glyph);
  const said = letters.find((letter) => text.includes(letter)) ?? letters[0];
  return said === undefined ? null : forms.test(said) ? said.normalize('NFKC') : said;
};

/**
 * Makes a face tell of each glyph the letter that the font gives it. fontkit keeps for a glyph the letters that first led to it, in whatever was printed
 * before: after "ẓ̄", drawn with the glyph of z, every z of the day would be read as ẓ.
 */
export const readTruly = (face: EmbeddedFace, font: Font): void => {
  const encode = face.encode.bind(face);
  face.encode = (text, features) => {
    const known = face.unicode.length;
    const encoded = encode(text, features);
    for (let rank = known; rank < face.unicode.length; rank += 1) {
      const said = readAs(font, face.subset.glyphs[rank] ?? 0, text);
      if (said !== null) face.unicode[rank] = [...said].map((letter) => letter.codePointAt(0) ?? 0);
    }
    return encoded;
  };
};
