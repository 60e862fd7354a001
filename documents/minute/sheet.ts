import { Ruler, spoken, type Line, type Rich } from './lines.ts';
import type { Letters, Style } from './letters.ts';
import { margins, type Element, type Paper } from './paper.ts';

/** The inks of the minute: dark enough for a black-and-white printer, each at least 4.5:1 on white. */
export const ink = { text: '#1c2127', soft: '#515b66', accent: '#1d3d63', rule: '#b9c1ca', faint: '#dde2e8', tint: '#f1f4f7', mark: '#e4e7eb' } as const;

/** How a paragraph is set, sizes in points. */
export interface Setting {
  readonly size?: number;
  readonly style?: Style;
  readonly colour?: string;
  readonly indent?: number;
  /** Width of the lines from the indent; to the right margin unless given. */
  readonly width?: number;
  /** Space left under the paragraph. */
  readonly after?: number;
  /** Room that must remain under the paragraph on its page. */
  readonly keep?: number;
  readonly tag?: string;
}

/** Height of a line for one point of type. */
export const leading = 1.32;

/** The sheet being filled: the document, the height reached, and where the structure grows. */
export class Sheet {
  readonly paper: Paper;
  readonly ruler: Ruler;
  readonly left = margins.left;
  readonly width: number;
  readonly bottom: number;
  y = 0;
  /** What each page after this one says at its head, for the eye; empty for nothing. */
  running = '';
  private readonly onPage: () => void;

  constructor(paper: Paper, letters: Letters, onPage: () => void) {
    this.paper = paper;
    this.ruler = new Ruler(paper, letters);
    this.onPage = onPage;
    this.turn();
    this.width = paper.page.width - margins.left - margins.right;
    this.bottom = paper.page.height - margins.bottom;
  }

  /** Goes to a new page; no element may be open for content. */
  turn(): void {
    this.paper.addPage();
    this.onPage();
    this.y = margins.top;
    if (this.running === '') return;
    this.paper.markContent('Artifact', { type: 'Pagination' });
    const said = this.lines(this.running, this.width, 8.5);
    this.stack(said, this.left, margins.top - 24 - (said.length - 1) * 8.5 * leading, 8.5, ink.soft);
    this.paper.endMarkedContent();
  }

  /** Goes to a new page when less than `height` is left. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && this.y > margins.top) this.turn();
  }

  /** Draws what is there for the eye alone. */
  decorate(draw: () => void): void {
    this.paper.markContent('Artifact', { type: 'Layout' });
    draw();
    this.paper.endMarkedContent();
  }

  /** Breaks a text to a width. */
  lines(rich: Rich, width: number, size: number, style: Style = 'regular'): readonly Line[] {
    return this.ruler.breakLines(rich, width, size, style);
  }

  /** Writes a paragraph as one element of `parent`, over as many pages as it takes, never leaving one line alone. */
  write(parent: Element, rich: Rich, setting: Setting = {}): void {
    const { size = 10.5, style = 'regular', colour = ink.text, indent = 0, after = 6, keep = 0, tag = 'P' } = setting;
    const lines = this.lines(rich, setting.width ?? this.width - indent, size, style);
    const element = this.paper.struct(tag, spoken(rich));
    parent.add(element);
    this.flow(element, lines, { size, colour, indent, keep });
    element.end();
    this.y += after;
  }

  /** Draws lines into an element, over as many pages as it takes. */
  flow(
    element: Element,
    lines: readonly Line[],
    set: { readonly size: number; readonly colour: string; readonly indent: number; readonly keep: number },
  ): void {
    const height = set.size * leading;
    const start = Math.min(lines.length, 2) * height + (lines.length <= 2 ? set.keep : 0);
    this.ensure(start);
    let next = 0;
    while (next < lines.length) {
      const room = Math.max(1, Math.floor((this.bottom - this.y + 0.01) / height));
      let count = Math.min(room, lines.length - next);
      if (lines.length - next - count === 1 && count > 2) count -= 1;
      const some = lines.slice(next, next + count);
      element.add(() => this.stack(some, this.left + set.indent, this.y, set.size, set.colour));
      this.y += count * height;
      next += count;
      if (next < lines.length) this.turn();
    }
  }

  /** Draws lines one under the other from the top `y`; changes nothing else. */
  stack(lines: readonly Line[], x: number, y: number, size: number, colour: string, align: 'left' | 'center' | 'right' = 'left', width = 0): void {
    for (const [rank, line] of lines.entries()) {
      const shift = align === 'left' ? 0 : align === 'center' ? (width - line.width) / 2 : width - line.width;
      this.ruler.draw(line, x + shift, y + rank * size * leading + size * 0.98, size, colour);
    }
  }

  /** Writes the heading of a section, keeps `keep` points of what follows with it, and lists it among the bookmarks. */
  heading(parent: Element, text: string, level: 2 | 3, keep = 64): void {
    const size = level === 2 ? 13.5 : 11;
    if (this.y > margins.top) this.y += level === 2 ? 14 : 8;
    this.ensure(size * leading + keep);
    if (level === 2) this.paper.outline.addItem(text);
    this.write(parent, text, { tag: `H${level}`, size, style: 'semibold', colour: level === 2 ? ink.accent : ink.text, after: level === 2 ? 6 : 4 });
  }
}
