/** A size in points, as printed, before anybody turns it. */
export type Size = { readonly width: number; readonly height: number };
/** A quarter turn asked by the reader, in degrees, clockwise. */
export type Turn = 0 | 90 | 180 | 270;
/** A run of text as the document gives it, and whether its line ends there. */
export type Run = { readonly text: string; readonly ends: boolean };
/** The text laid on a page: its runs, and for each the node that shows it. */
export type Written = { readonly runs: readonly Run[]; readonly nodes: readonly (Node | null)[] };
/** A line of the table of contents. */
export type Heading = { readonly title: string; readonly level: number; readonly page: number };

/** One page, opened. */
export type Leaf = {
  readonly size: Size;
  /** Draws it at so many pixels a point, as sharp as the ratio asks. */
  paint(scale: number, turn: Turn, ratio: number): Promise<HTMLElement>;
  /** Lays its words over the drawing. */
  write(container: HTMLElement, turn: Turn): Promise<Written>;
  /** Frees what it holds. */
  release(): void;
};

/** Pages that follow one another: a PDF, or a picture alone. */
export type Book = {
  readonly count: number;
  /** The size of the first page, taken for all until theirs is known. */
  readonly first: Size;
  readonly hasText: boolean;
  open(page: number): Promise<Leaf>;
  words(page: number): Promise<readonly Run[]>;
  headings(): Promise<readonly Heading[]>;
};

/** A size once turned. */
export const turned = ({ width, height }: Size, turn: Turn): Size => (turn % 180 === 0 ? { width, height } : { width: height, height: width });
