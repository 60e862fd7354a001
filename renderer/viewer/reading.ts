import type { Run, Turn, Written } from './book.ts';
import type { Zoom } from './zoom.ts';

/** Where the reader is in a document: kept by our own window, so that one comes back to it. */
export type Spot = { readonly page: number; readonly zoom: Zoom; readonly turn: Turn };
/** What a person sees now: the spot, and the share of real size it is shown at. */
export type Seen = Spot & { readonly share: number };

/** A document on screen, whatever its kind: what the toolbar, the keys and the search ask of it. */
export type Reading = {
  readonly count: number;
  readonly hasText: boolean;
  readonly seen: () => Seen;
  readonly go: (page: number) => void;
  readonly zoom: (zoom: Zoom) => void;
  /** Null where turning means nothing. */
  readonly turn: ((by: 90 | -90) => void) | null;
  readonly words: (page: number) => Promise<readonly Run[]>;
  /** The pages whose words are on screen now. */
  readonly written: ReadonlyMap<number, Written>;
  /** Brings a place of a page that is on screen under the eye. */
  readonly reveal: (place: Range) => void;
};

/** What a reading tells as it changes. */
export type Told = { readonly seen: (seen: Seen) => void; readonly written: () => void };
