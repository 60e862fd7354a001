import { Session } from 'node:inspector';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}
interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

const libraries = ['csv-parse', '@e965/xlsx', 'saxes', 'yauzl', 'age-encryption', '@noble/ciphers', 'fontkit', 'pdfkit'];
const ours = /\/(?:domain|db|documents|requests)\/[^?]*\.ts$/;

/** Whether the code of a script is watched: ours, and the libraries that read foreign bytes. */
const isWatched = (url: string): boolean =>
  url.startsWith('file:') &&
  (url.includes('/node_modules/') ? libraries.some((name) => url.includes(`/node_modules/${name}/`)) : ours.test(url) && !url.includes('/tests/'));

/** Which blocks of the code have run, as V8 counts them (precise coverage of blocks), over a whole run. */
export class Coverage {
  private readonly session = new Session();
  private readonly signatures = new Set<string>();
  private readonly covered = new Map<string, Uint8Array>();
  private readonly blocks = new Set<string>();

  constructor() {
    this.session.connect();
    this.post('Profiler.enable');
    this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  private post(method: string, parameters?: object): unknown {
    let answer: unknown;
    this.session.post(method, parameters, (error, result) => {
      if (error !== null) throw new Error(error.message);
      answer = result;
    });
    return answer;
  }

  /** How many blocks of code have run at least once. */
  get edges(): number {
    return this.blocks.size;
  }

  /** Asks what ran since the last time; gives how many letters of code ran for the first time, and forgets them again unless they are to be known from now on. */
  take(know: boolean): number {
    const { result } = this.post('Profiler.takePreciseCoverage') as { readonly result: readonly Script[] };
    let fresh = 0;
    for (const { url, functions } of result) if (isWatched(url)) for (const { ranges } of functions) fresh += this.add(url, ranges, know);
    return fresh;
  }

  private add(url: string, ranges: readonly Range[], know: boolean): number {
    const [whole] = ranges;
    if (whole === undefined || whole.count === 0) return 0;
    const signature = `${url} ${ranges.map(({ startOffset, endOffset, count }) => `${startOffset}-${endOffset}${count > 0 ? '+' : ''}`).join(' ')}`;
    if (this.signatures.has(signature)) return 0;
    // Ranges nest, the outer first: what is said last of a letter is true of it.
    const ran = new Uint8Array(whole.endOffset - whole.startOffset);
    for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset - whole.startOffset, endOffset - whole.startOffset);
    // Each function has its own letters: the text of a function that was never compiled counts as run with the one around it.
    const name = `${url} ${whole.startOffset}-${whole.endOffset}`;
    const known = this.covered.get(name) ?? new Uint8Array(ran.length);
    let fresh = 0;
    for (const [rank, one] of ran.entries()) if (one === 1 && known[rank] !== 1) fresh += 1;
    if (!know) return fresh;
    this.signatures.add(signature);
    for (const { startOffset, endOffset, count } of ranges) if (count > 0) this.blocks.add(`${url} ${startOffset}-${endOffset}`);
    for (const [rank, one] of ran.entries()) if (one === 1) known[rank] = 1;
    this.covered.set(name, known);
    return fresh;
  }
}
