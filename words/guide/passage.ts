import { french } from '../french.ts';

/** What a chapter of the guide is made of; a text may hold names between two pairs of stars, which are shown as the buttons they name. */
export type Passage =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'part'; readonly title: string }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'picture'; readonly name: string; readonly shows: string }
  | { readonly kind: 'keys'; readonly head: readonly [string, string]; readonly rows: readonly (readonly [string, string])[] };

/** The chapters, by the moment they are about. */
export type ChapterId = 'start' | 'prepare' | 'open' | 'deliberate' | 'review' | 'sign' | 'archive' | 'after' | 'verify' | 'safety' | 'keys';

/** One chapter: its place in the address of the written guide, its title, what it says. */
export interface Chapter {
  readonly id: ChapterId;
  readonly slug: string;
  readonly title: string;
  /** One sentence under the title: for whom, and when. */
  readonly lead: string;
  readonly passages: readonly Passage[];
}

/** A stretch of text, plain or naming what is on the screen. */
export type Span = { readonly kind: 'plain' | 'name'; readonly text: string };

/** The stretches of a text, its names apart. */
export const spansOf = (text: string): readonly Span[] =>
  text.split('**').flatMap((part, rank): Span[] => (part === '' ? [] : [{ kind: rank % 2 === 0 ? 'plain' : 'name', text: part }]));

/** A name as it is on the screen, taken from the words of the screen itself so that the guide cannot say another. */
export const on = (name: string): string => `**${name}**`;

/** A paragraph. */
export const text = (said: string): Passage => ({ kind: 'text', text: french(said) });
/** A title inside a chapter. */
export const part = (title: string): Passage => ({ kind: 'part', title: french(title) });
/** What to do, in order. */
export const steps = (...items: readonly string[]): Passage => ({ kind: 'steps', items: items.map(french) });
/** Things to know, in no order. */
export const list = (...items: readonly string[]): Passage => ({ kind: 'list', items: items.map(french) });
/** What must not be missed. */
export const note = (said: string): Passage => ({ kind: 'note', text: french(said) });
/** A picture of the screen, made by the tests, and what it shows for who does not see it. */
export const picture = (name: string, shows: string): Passage => ({ kind: 'picture', name, shows: french(shows) });
/** Keys and what each does. */
export const keys = (rows: readonly (readonly [string, string])[]): Passage => ({ kind: 'keys', head: ['Touche', 'Effet'], rows });
