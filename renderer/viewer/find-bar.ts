import { readerWords as words } from '../../words/reader.ts';
import { iconButton, line } from './dom.ts';
import type { Reading } from './reading.ts';
import { makeSearch, type Standing } from './search.ts';

/** The bar where one searches: hidden until asked for. */
export type FindBar = { open(): void; close(): void; next(direction: 1 | -1): void; mark(): void };

const pause = 250;

const said = ({ read, blank, found, shown, over }: Standing, count: number): string => {
  const places = found === 0 ? (over ? words.foundNone : '') : words.found(shown, found);
  const parts = [places, over ? '' : words.searching(read, count), over && blank > 0 ? words.blankPages(blank) : ''];
  return parts.filter((part) => part !== '').join(' · ');
};

/** Fills the bar of the search; what it finds is said politely once the search is over. */
export function fillFindBar(bar: HTMLElement, reading: Reading, say: (sentence: string) => void, resized: () => void): FindBar {
  const field = document.createElement('input');
  const standing = line('standing');
  let waiting = 0;
  let before: Element | null = null;
  const search = makeSearch(reading, (now) => {
    const sentence = said(now, reading.count);
    standing.textContent = sentence;
    if (now.over) say(sentence);
  });
  const close = (): void => {
    window.clearTimeout(waiting);
    search.stop();
    bar.hidden = true;
    standing.textContent = '';
    field.value = '';
    resized();
    if (before instanceof HTMLElement) before.focus();
  };
  field.type = 'search';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.setAttribute('aria-label', words.find);
  field.placeholder = words.find;
  field.addEventListener('input', () => {
    window.clearTimeout(waiting);
    standing.textContent = '';
    waiting = window.setTimeout(() => search.start(field.value), pause);
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field) search.next(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  bar.setAttribute('role', 'search');
  bar.replaceChildren(
    field,
    iconButton('previous', words.foundBefore, () => search.next(-1), words.keys.before),
    iconButton('next', words.foundAfter, () => search.next(1), words.keys.next),
    standing,
    iconButton('close', words.closeFind, close, words.keys.close),
  );
  return {
    open() {
      if (bar.hidden) before = document.activeElement;
      bar.hidden = false;
      resized();
      field.focus();
      field.select();
    },
    close,
    next: search.next,
    mark: search.mark,
  };
}
