import type { Face, Run } from './letters.ts';
import type { Paper, PaperFont } from './paper.ts';

/** How each face laid out the words it has met, from one printing to the next as a browser remembers them: a third of the time of a printing. */
const layouts = new WeakMap<object, PaperFont['layoutCache']>();
/** Past so many words, 13 MB, a face starts again with none. */
const mostWords = 10_000;

const layoutsOf = (font: object): PaperFont['layoutCache'] => {
  const known = layouts.get(font);
  if (known !== undefined && Object.keys(known).length < mostWords) return known;
  const none: PaperFont['layoutCache'] = Object.create(null);
  layouts.set(font, none);
  return none;
};

const digits = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A text as pdfkit cuts it: each word with the space after it. */
const wordsOf = (text: string): readonly string[] => text.match(/[^ ]* |[^ ]+/g) ?? [];

interface OwnFace {
  readonly font: PaperFont;
  /** Widths of words in thousandths of the size. */
  readonly widths: Map<string, number>;
  /** Words as they are written, between angle brackets; null when an accent must be put in its place. */
  readonly written: Map<string, string | null>;
}

/** The type of one document: measures its runs and writes them. */
export class Type {
  private readonly paper: Paper;
  private readonly faces = new Map<Face, OwnFace>();
  private readonly inks = new Map<string, string>();

  constructor(paper: Paper) {
    this.paper = paper;
  }

  /** The width of a run for one point of type. */
  widthOf(run: Run): number {
    const { font, widths } = this.face(run.face);
    if (run.rightToLeft) return font.widthOfString(run.text, 1, []);
    let width = 0;
    for (const word of wordsOf(run.text)) {
      let own = widths.get(word);
      if (own === undefined) {
        own = font.widthOfString(word, 1000);
        widths.set(word, own);
      }
      width += own;
    }
    // Multiplied, as pdfkit does: a division would round otherwise.
    return width * (1 / 1000);
  }

  /** Writes a run from its baseline: the bytes of pdfkit's `text`, which lays out, measures and encodes each run anew. */
  write(run: Run, x: number, baseline: number, size: number, colour: string): void {
    const { paper } = this;
    const face = this.face(run.face);
    const glyphs = run.rightToLeft ? null : glyphsOf(face, run.text);
    if (glyphs === null) {
      paper.font(run.face).fontSize(size).fillColor(colour);
      paper.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...(run.rightToLeft ? { features: [] } : {}) });
      return;
    }
    const { font } = face;
    const { height, fonts } = paper.page;
    fonts[font.id] ??= font.ref();
    paper.addContent(
      `/DeviceRGB cs\n${this.inkOf(colour)} scn\nq\n1 0 0 -1 0 ${height} cm\nBT\n1 0 0 1 ${digits(x)} ${digits(height - baseline)} Tm\n` +
        `/${font.id} ${digits(size)} Tf\n[${glyphs}] TJ\nET\nQ`,
    );
  }

  private face(name: Face): OwnFace {
    let face = this.faces.get(name);
    if (face === undefined) {
      const font = this.paper.font(name)._font;
      font.layoutCache = layoutsOf(font.font);
      face = { font, widths: new Map(), written: new Map() };
      this.faces.set(name, face);
    }
    return face;
  }

  private inkOf(colour: string): string {
    let ink = this.inks.get(colour);
    if (ink === undefined) {
      ink = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).join(' ');
      this.inks.set(colour, ink);
    }
    return ink;
  }
}

const writeWord = (font: PaperFont, word: string): string | null => {
  const [codes, positions] = font.encode(word);
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) return null;
  return codes
    .map((code, rank) => {
      const { xAdvance = 0, advanceWidth = 0 } = positions[rank] ?? {};
      return xAdvance === advanceWidth ? code : `${code}> ${digits(advanceWidth - xAdvance)} <`;
    })
    .join('');
};

/** The glyphs of a text as TJ takes them, each kern closing a string; null when they must be placed one by one. */
const glyphsOf = ({ font, written }: OwnFace, text: string): string | null => {
  let glyphs = '<';
  for (const word of wordsOf(text)) {
    let own = written.get(word);
    if (own === undefined) {
      own = writeWord(font, word);
      written.set(word, own);
    }
    if (own === null) return null;
    glyphs += own;
  }
  return glyphs.endsWith('<') ? glyphs.slice(0, -2) : `${glyphs}> 0`;
};
