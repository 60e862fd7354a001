import { readerWords as words } from '../../words/reader.ts';
import { group, iconButton, line } from './dom.ts';
import type { Reading, Seen } from './reading.ts';
import { stepZoom } from './zoom.ts';

/** What the toolbar opens beside the pages. */
export type Openings = { readonly panel: (() => void) | null; readonly find: (() => void) | null; readonly help: () => void };

/** The toolbar, which shows the page being read and how large it is. */
export type Toolbar = { show(seen: Seen): void; readonly field: HTMLInputElement };

/** Fills the toolbar of a document on screen. */
export function fillToolbar(bar: HTMLElement, reading: Reading, openings: Openings): Toolbar {
  const { count } = reading;
  const previous = iconButton('previous', words.previous, () => reading.go(reading.seen().page - 1), '←');
  const next = iconButton('next', words.next, () => reading.go(reading.seen().page + 1), '→');
  const smaller = iconButton('less', words.zoomOut, () => reading.zoom(stepZoom(reading.seen().share, -1)), '−');
  const larger = iconButton('more', words.zoomIn, () => reading.zoom(stepZoom(reading.seen().share, 1)), '+');
  const width = iconButton('width', words.fit, () => reading.zoom('width'), '0');
  const whole = iconButton('page', words.fitPage, () => reading.zoom('page'), 'P');
  const field = document.createElement('input');
  field.inputMode = 'numeric';
  field.autocomplete = 'off';
  field.setAttribute('aria-label', `${words.page} ${words.of(count)}`);
  field.addEventListener('focus', () => field.select());
  // Once the page is asked for, the keys are the pages' again.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'Escape') field.blur();
  });
  field.addEventListener('change', () => {
    const wanted = Number.parseInt(field.value, 10);
    if (wanted >= 1 && wanted <= count) reading.go(wanted);
    else field.value = field.defaultValue;
  });
  const size = document.createElement('output');
  const { turn } = reading;
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.toolbar);
  const beside = [
    ...(openings.panel === null ? [] : [iconButton('panel', words.panel, openings.panel, 'V')]),
    ...(openings.find === null ? [] : [iconButton('search', words.find, openings.find, 'Ctrl F')]),
  ];
  bar.replaceChildren(
    ...(beside.length === 0 ? [] : [group(...beside)]),
    ...(count === 1 ? [] : [group(previous, field, line('total', words.of(count)), next)]),
    group(smaller, size, larger, ...(turn === null ? [] : [width, whole, iconButton('turn', words.turn, () => turn(90), 'R')])),
    group(iconButton('help', words.help, openings.help, '?')),
  );
  return {
    field,
    show({ page, share, zoom }) {
      field.defaultValue = String(page);
      if (document.activeElement !== field) field.value = String(page);
      previous.disabled = page <= 1;
      next.disabled = page >= count;
      const said = words.zoom(Math.round(share * 100));
      if (size.textContent !== said) size.textContent = said;
      width.setAttribute('aria-pressed', String(zoom === 'width'));
      whole.setAttribute('aria-pressed', String(zoom === 'page'));
    },
  };
}
