import { blockWords, markSquare, type BlockKind } from '../../words/outcome.ts';
import { spoken, type Line, type Rich } from './lines.ts';
import type { Style } from './letters.ts';
import { margins, type Element } from './paper.ts';
import { ink, leading, type Sheet } from './sheet.ts';

/** A text of a cell; sizes in points. */
export interface CellText {
  readonly text: Rich;
  readonly style?: Style;
  readonly size?: number;
  readonly colour?: string;
}
/** A cell: its texts one under the other, and the mark of a block's state above them, or before them where they have the width. */
export interface Cell {
  readonly texts: readonly CellText[];
  readonly mark?: BlockKind;
  readonly beside?: boolean;
}
/** A column: its title, none for a table without a heading row, and its width in points. */
export interface Column {
  readonly title?: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}
/** A table drawn by hand: `head` is the rank of the column that names each row. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly head: number;
  readonly size?: number;
  readonly padding?: number;
  /** Space on the left and right of a cell; the padding unless given. */
  readonly inset?: number;
  /** Distance from the left margin. */
  readonly shift?: number;
  /** The heading right above the table: it goes to the next page with the first rows. */
  readonly heading?: { readonly text: string; readonly level: 2 | 3 };
}

interface LaidCell {
  readonly stacks: readonly { readonly lines: readonly Line[]; readonly size: number; readonly colour: string }[];
  readonly mark: BlockKind | undefined;
  /** Room that the mark takes above the texts, and before them. */
  readonly above: number;
  readonly before: number;
  readonly said: readonly ReturnType<typeof spoken>[];
  readonly height: number;
}

const markSize = 8.5;
/** What must be left of a page for a row that no page holds to begin there. */
const least = 120;
const markRoom = markSize + 3;

/** A cell of one text. */
export const cell = (text: Rich, style?: Style): Cell => ({ texts: [style ? { text, style } : { text }] });

const layCell = (sheet: Sheet, given: Cell, width: number, size: number, inset: number): LaidCell => {
  const before = given.mark && given.beside ? markSize + 5 : 0;
  const above = given.mark && !given.beside ? markRoom : 0;
  const stacks = given.texts.map((text) => ({
    lines: sheet.lines(text.text, width - 2 * inset - before, text.size ?? size, text.style),
    size: text.size ?? size,
    colour: text.colour ?? ink.text,
  }));
  const height = stacks.reduce((sum, each) => sum + each.lines.length * each.size * leading, above);
  return { stacks, mark: given.mark, above, before, said: given.texts.map((text) => spoken(text.text)), height };
};

/** Draws the mark of a block's state, centred on `x`, its top at `y`. */
const drawMark = (sheet: Sheet, kind: BlockKind, x: number, y: number): void => {
  const { path, drawn, weight } = blockWords[kind];
  const { paper } = sheet;
  paper.save();
  paper.translate(x - markSize / 2, y).scale(markSize / markSquare);
  paper.path(path);
  if (drawn === 'filled') paper.fillColor(ink.text).fill();
  else paper.lineWidth(weight).lineCap('round').lineJoin('round').strokeColor(ink.text).stroke();
  paper.restore();
};

/** Cuts a row into what fits a page and what is left of it; a row that fits is left whole. */
const cutRow = (row: readonly LaidCell[], room: number): readonly [fits: readonly LaidCell[], rest: readonly LaidCell[] | null] => {
  if (row.every((each) => each.height <= room)) return [row, null];
  const cut = row.map((each) => {
    let used = each.above;
    const fits = each.stacks.map((stack) => {
      const height = stack.size * leading;
      const count = Math.max(0, Math.min(stack.lines.length, Math.floor((room - used + 0.01) / height)));
      used = count < stack.lines.length ? room : used + count * height;
      return count;
    });
    const part = (from: readonly number[] | null, to: readonly number[] | null): LaidCell => {
      const stacks = each.stacks.map((stack, rank) => ({ ...stack, lines: stack.lines.slice(from?.[rank] ?? 0, to?.[rank]) }));
      const [mark, above] = from ? [undefined, 0] : [each.mark, each.above];
      return { ...each, mark, above, stacks, height: stacks.reduce((sum, stack) => sum + stack.lines.length * stack.size * leading, above) };
    };
    return [part(null, fits), part(fits, null)] as const;
  });
  return [cut.map(([fits]) => fits), cut.map(([, rest]) => rest)];
};

/** Draws a table as one element of `parent`; a row is cut only where no page could hold it, the heading row is repeated on each page for the eye. */
export const drawTable = (sheet: Sheet, parent: Element, table: Table): void => {
  const { columns, head, size = 9, padding = 4, inset = padding, shift = 0, heading } = table;
  const { paper } = sheet;
  const left = sheet.left + shift;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const edges = columns.map((_, rank) => left + columns.slice(0, rank).reduce((sum, column) => sum + column.width, 0));
  const titled = columns.some((column) => column.title !== undefined);
  const headSize = Math.min(size, 8.5);
  const titles = columns.map((column) =>
    layCell(sheet, { texts: [{ text: column.title ?? '', style: 'semibold', size: headSize, colour: ink.accent }] }, column.width, headSize, inset),
  );
  const headHeight = titled ? Math.max(...titles.map((each) => each.height)) + 2 * padding : 0;
  const stackCell = (laid: LaidCell, rank: number, y: number, only?: number): void => {
    const column = columns[rank];
    if (!column) return;
    let under = y + padding + laid.above;
    for (const [place, stack] of laid.stacks.entries()) {
      if (only === undefined || only === place)
        sheet.stack(stack.lines, (edges[rank] ?? 0) + inset + laid.before, under, stack.size, stack.colour, column.align, column.width - 2 * inset);
      under += stack.lines.length * stack.size * leading;
    }
  };
  const decorateHead = (): void => {
    paper.fillColor(ink.tint).rect(left, sheet.y, width, headHeight).fill();
    paper
      .lineWidth(1)
      .strokeColor(ink.accent)
      .moveTo(left, sheet.y + headHeight)
      .lineTo(left + width, sheet.y + headHeight)
      .stroke();
  };
  const body = table.rows.map((row) => row.map((each, rank) => layCell(sheet, each, columns[rank]?.width ?? 0, size, inset)));
  const heightOf = (row: readonly LaidCell[]): number => Math.max(...row.map((each) => each.height)) + 2 * padding;

  const page = sheet.bottom - margins.top - headHeight;
  const start = headHeight + body.slice(0, 2).reduce((sum, row) => sum + (heightOf(row) > page ? least : heightOf(row)), 0);
  if (heading) sheet.heading(parent, heading.text, heading.level, start + 8);
  sheet.ensure(start);
  const element = paper.struct('Table');
  parent.add(element);
  if (titled) {
    sheet.decorate(decorateHead);
    const group = paper.struct('THead');
    element.add(group);
    const row = paper.struct('TR');
    group.add(row);
    for (const [rank, laid] of titles.entries()) {
      const title = paper.struct('TH', { scope: 'Column' });
      row.add(title);
      title.add(() => stackCell(laid, rank, sheet.y));
    }
    group.end();
    sheet.y += headHeight;
  }
  const group = titled ? paper.struct('TBody') : element;
  if (titled) element.add(group);
  const turn = (): void => {
    sheet.turn();
    if (!titled) return;
    paper.markContent('Artifact', { type: 'Pagination' });
    decorateHead();
    for (const [rank, title] of titles.entries()) stackCell(title, rank, sheet.y);
    paper.endMarkedContent();
    sheet.y += headHeight;
  };
  const drawSlice = (laid: readonly LaidCell[], parts: readonly (readonly Element[])[]): void => {
    const top = sheet.y;
    const height = heightOf(laid);
    sheet.decorate(() => {
      for (const [rank, { mark, before }] of laid.entries()) {
        const column = columns[rank];
        if (!mark || !column) continue;
        const x = (edges[rank] ?? 0) + (column.align === 'center' ? column.width / 2 : inset + markSize / 2);
        drawMark(sheet, mark, x, top + padding + (before > 0 ? 2.5 : 1));
      }
      paper
        .lineWidth(0.5)
        .strokeColor(ink.faint)
        .moveTo(left, top + height)
        .lineTo(left + width, top + height)
        .stroke();
    });
    for (const [rank, each] of laid.entries())
      for (const [place, part] of (parts[rank] ?? []).entries()) if (each.stacks[place]?.lines.length) part.add(() => stackCell(each, rank, top, place));
    sheet.y += height;
  };
  for (const laid of body) {
    const row = paper.struct('TR');
    group.add(row);
    const parts = laid.map((each, rank) => {
      const alone = each.stacks.length < 2;
      const item = paper.struct(rank === head ? 'TH' : 'TD', { ...(rank === head ? { scope: 'Row' } : {}), ...(alone ? each.said[0] : {}) });
      row.add(item);
      if (alone) return [item];
      return each.said.map((said) => {
        const part = paper.struct('P', said);
        item.add(part);
        return part;
      });
    });
    if (sheet.y + (heightOf(laid) > page ? least : heightOf(laid)) > sheet.bottom) turn();
    let rest: readonly LaidCell[] | null = laid;
    while (rest) {
      const [fits, left]: ReturnType<typeof cutRow> = cutRow(rest, sheet.bottom - sheet.y - 2 * padding);
      drawSlice(fits, parts);
      rest = left;
      if (rest) turn();
    }
    row.end();
  }
  element.end();
  sheet.y += 10;
};
