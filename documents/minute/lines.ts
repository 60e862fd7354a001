import type { Letters, Run, Style } from './letters.ts';
import { cleanText, rightToLeft } from './letters.ts';
import type { Paper } from './paper.ts';
import { Type } from './type.ts';

/** A stretch of text in one style. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
  readonly colour?: string;
}
/** A text, in one style or several. */
export type Rich = string | readonly Span[];

/** One line ready to be drawn: its runs and their widths in points. */
export interface Line {
  readonly pieces: readonly { readonly run: Run; readonly width: number; readonly colour: string | undefined }[];
  readonly width: number;
}

interface Word {
  readonly text: string;
  readonly width: number;
}

/** Measures and breaks text for one document. */
export class Ruler {
  private readonly type: Type;
  private readonly letters: Letters;
  private readonly widths = new Map<Style, Map<string, number>>();

  constructor(paper: Paper, letters: Letters) {
    this.type = new Type(paper);
    this.letters = letters;
  }

  /** Breaks a text into lines no wider than `width`; a word that is too long is cut after its hyphens, between letters where it has none. */
  breakLines(rich: Rich, width: number, size: number, style: Style): readonly Line[] {
    const spans = typeof rich === 'string' ? [{ text: rich }] : rich;
    const lines: Line[] = [];
    let parts: { text: string; style: Style; colour: string | undefined }[] = [];
    let used = 0;
    const close = (): void => {
      lines.push(this.layLine(parts, size));
      parts = [];
      used = 0;
    };
    const put = (text: string, span: Span, wide: number): void => {
      const own = span.style ?? style;
      const last = parts.at(-1);
      if (last !== undefined && last.style === own && last.colour === span.colour) last.text += text;
      else parts.push({ text, style: own, colour: span.colour });
      used += wide;
    };
    for (const span of spans) {
      const own = span.style ?? style;
      for (const [rank, paragraph] of cleanText(span.text).split('\n').entries()) {
        if (rank > 0) close();
        for (const word of this.words(paragraph, own, size)) {
          const bare = word.text.trimEnd() === word.text ? word.width : this.measure(word.text.replace(/ +$/, ''), own, size);
          if (bare <= width) {
            if (used > 0 && used + bare > width) close();
            put(word.text, span, word.width);
          } else
            for (const part of this.partsOf(word.text, own, size, width)) {
              const wide = this.measure(part, own, size);
              if (used > 0 && used + this.measure(part.trimEnd(), own, size) > width) close();
              put(part, span, wide);
            }
        }
      }
    }
    close();
    return lines;
  }

  /** Draws one line from its baseline. */
  draw(line: Line, x: number, baseline: number, size: number, colour: string): void {
    let at = x;
    for (const { run, width, colour: own } of line.pieces) {
      this.type.write(run, at, baseline, size, own ?? colour);
      at += width;
    }
  }

  private words(text: string, style: Style, size: number): readonly Word[] {
    return (text.match(/[^ ]* +|[^ ]+/g) ?? []).map((word) => ({ text: word, width: this.measure(word, style, size) }));
  }

  /** What a word that no line holds may be cut into. */
  private partsOf(word: string, style: Style, size: number, width: number): readonly string[] {
    return (word.match(/[^-]*-+|[^-]+/g) ?? [word]).flatMap((part) => (this.measure(part.trimEnd(), style, size) <= width ? [part] : [...part]));
  }

  private measure(text: string, style: Style, size: number): number {
    const known = this.widths.get(style) ?? new Map<string, number>();
    this.widths.set(style, known);
    let width = known.get(text);
    if (width === undefined) {
      width = 0;
      for (const run of this.letters.runs(text, style)) width += this.type.widthOf(run);
      known.set(text, width);
    }
    return width * size;
  }

  // The space that ends a line stays in it: without it, who listens or copies would join two words.
  private layLine(parts: readonly { readonly text: string; readonly style: Style; readonly colour: string | undefined }[], size: number): Line {
    const pieces = parts.flatMap(({ text, style, colour }) =>
      this.letters.runs(text, style).map((run) => ({ run, colour, width: this.type.widthOf(run) * size })),
    );
    const ending = pieces.at(-1)?.run;
    const spaces = ending ? (/ +$/.exec(ending.text)?.[0].length ?? 0) : 0;
    const trailing = ending && spaces > 0 ? spaces * this.type.widthOf({ ...ending, text: ' ' }) * size : 0;
    return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) - trailing };
  }
}

/**
 * What an element must say when its text, or a part of it, is read from right to left: its glyphs are drawn from left to right.
 * It stands on the element, not in the page: poppler leaves out text that a marked span replaces.
 */
export const spoken = (...texts: readonly Rich[]): { readonly actual?: string } => {
  const text = texts.map((rich) => (typeof rich === 'string' ? rich : rich.map((span) => span.text).join(''))).join('\n');
  return rightToLeft.test(text) ? { actual: cleanText(text) } : {};
};
