import { SaxesParser } from 'saxes';
import { decode } from './decode.ts';
import { FluxFault } from './fault.ts';

/** An element of a fiche: its own text, and the elements in it, in order. */
export interface Node {
  readonly name: string;
  text: string;
  readonly nodes: Node[];
}

/** One fiche of the flux as a tree, and the elements whose text was too long to be kept whole. */
export interface FicheTree {
  readonly node: Node;
  readonly cut: readonly string[];
}

/** What to keep of a flux: fiches by their code, once it is known, and in them the elements by their name. */
export interface Choice {
  readonly wants?: (code: string) => boolean;
  readonly elements?: ReadonlySet<string>;
}

/** Limits of a fiche: characters kept of one text, characters without any tag, depth, elements. The longest text of a real fiche is some 14,000 characters. */
export const limits = { text: 200_000, silence: 8_000_000, depth: 40, elements: 20_000 } as const;

/** Long lists that no jury needs. */
const left = new Set(['PARTENAIRES']);
const breaking = new Set(['p', 'li', 'ul', 'ol', 'br', 'div', 'tr']);

/** Grows the tree of one fiche at a time from the events of the parser; what is not chosen is let go as it passes. */
class Grower {
  readonly grown: FicheTree[] = [];
  seen = 0;
  version: string | null = null;
  private readonly choice: Choice;
  private readonly path: string[] = [];
  private stack: Node[] = [];
  private cut: string[] = [];
  private count = 0;
  /** The depth at which what is left out began, or 0. */
  private skipped = 0;

  constructor(choice: Choice) {
    this.choice = choice;
  }

  open(name: string): void {
    this.path.push(name);
    const depth = this.path.length;
    if (depth > limits.depth) throw new FluxFault('monster');
    if (depth === 1 && name !== 'FICHES') throw new FluxFault('root', { found: name.slice(0, 60) });
    if (this.skipped > 0 || depth === 1) return;
    if (depth === 2) {
      this.stack = name === 'FICHE' || name === 'VERSION_FLUX' ? [{ name, text: '', nodes: [] }] : [];
      [this.cut, this.count] = [[], 0];
      if (this.stack.length === 0) this.skipped = depth;
      return;
    }
    this.count += 1;
    if (this.count > limits.elements) throw new FluxFault('monster');
    const unwanted = depth === 3 && (left.has(name) || (this.choice.elements !== undefined && !this.choice.elements.has(name)));
    if (unwanted) this.skipped = depth;
    else if (breaking.has(name)) this.write('\n');
    else if (/^\p{Lu}/u.test(name)) {
      const node: Node = { name, text: '', nodes: [] };
      this.stack.at(-1)?.nodes.push(node);
      this.stack.push(node);
    }
  }

  write(text: string): void {
    const top = this.stack.at(-1);
    if (this.skipped > 0 || top === undefined) return;
    const room = limits.text - top.text.length;
    if (text.length > room && !this.cut.includes(top.name)) this.cut.push(top.name);
    top.text += text.slice(0, Math.max(0, room));
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (this.skipped > 0) {
      if (depth === 2 && name === 'FICHE') this.seen += 1;
      if (depth === this.skipped) this.skipped = 0;
      return;
    }
    if (depth === 2) {
      const [node] = this.stack;
      if (node?.name === 'VERSION_FLUX') this.version = node.text.trim().slice(0, 20);
      if (node?.name === 'FICHE') {
        this.seen += 1;
        this.grown.push({ node, cut: this.cut });
      }
      this.stack = [];
    } else if (breaking.has(name)) this.write('\n');
    else if (this.stack.length > 1 && this.stack.at(-1)?.name === name) {
      const node = this.stack.pop();
      // The code comes early in a fiche: one that is not wanted stops being kept there.
      if (depth === 3 && name === 'NUMERO_FICHE' && this.choice.wants?.(node?.text.trim() ?? '') === false) {
        this.stack = [];
        this.skipped = 2;
      }
    }
  }
}

/** How far the reading of a flux is. */
export interface Reading {
  readonly bytes: number;
  readonly fiches: number;
}

/**
 * Reads the fiches of a flux one after the other; only one lies in the memory at a time. No document type, hence no entity but the five of XML, is read.
 * Throws a FluxFault: xml with its line and column, doctype, encoding, monster, root.
 */
export async function* readTrees(chunks: AsyncIterable<Uint8Array>, choice: Choice, onReading: (reading: Reading) => void): AsyncGenerator<FicheTree> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const grower = new Grower(choice);
  let silence = 0;
  parser.on('error', (error) => {
    const [, line = '0', column = '0'] = /^(\d+):(\d+): /.exec(error.message) ?? [];
    throw new FluxFault('xml', { line: Number(line), column: Number(column) });
  });
  parser.on('doctype', () => {
    throw new FluxFault('doctype', { line: parser.line, column: parser.column });
  });
  parser.on('opentag', ({ name }) => {
    silence = 0;
    grower.open(name);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    grower.close(name);
  });
  parser.on('text', (text) => {
    silence = 0;
    grower.write(text);
  });
  parser.on('cdata', (text) => {
    silence = 0;
    grower.write(text);
  });
  parser.on('comment', () => {
    silence = 0;
  });
  let empty = true;
  for await (const { text, bytes } of decode(chunks)) {
    if (text !== '') empty = false;
    if (empty && text === '') continue;
    silence += text.length;
    // The parser keeps a text, a comment or a tag until it ends: one that never ends would fill the memory.
    if (silence > limits.silence) throw new FluxFault('monster');
    parser.write(text);
    for (const tree of grower.grown.splice(0)) yield tree;
    onReading({ bytes, fiches: grower.seen });
  }
  parser.close();
  for (const tree of grower.grown.splice(0)) yield tree;
}
