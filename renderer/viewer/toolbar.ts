import { readerWords as words } from '../../words/reader.ts';

const strokes = { previous: 'M10 3 L5 8 L10 13', next: 'M6 3 L11 8 L6 13', less: 'M3 8 H13', more: 'M3 8 H13 M8 3 V13' } as const;

/** What the toolbar asks of the column of pages. */
export type Moves = {
  readonly go: (page: number) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly zoom: (direction: 1 | -1) => void;
  readonly fit: () => void;
};

/** The toolbar, which shows the page being read and how large it is. */
export type Toolbar = { show(page: number, share: number, isFitted: boolean): void };

/** Fills the toolbar of an open document. */
export function fillToolbar(bar: HTMLElement, count: number, moves: Moves): Toolbar {
  const previous = button(draw(strokes.previous), words.previous, () => moves.step(-1));
  const next = button(draw(strokes.next), words.next, () => moves.step(1));
  const smaller = button(draw(strokes.less), words.zoomOut, () => moves.zoom(-1));
  const larger = button(draw(strokes.more), words.zoomIn, () => moves.zoom(1));
  const fit = button(words.fit, words.fit, moves.fit);
  const field = document.createElement('input');
  field.inputMode = 'numeric';
  field.autocomplete = 'off';
  field.setAttribute('aria-label', `${words.page} ${words.of(count)}`);
  field.addEventListener('focus', () => field.select());
  field.addEventListener('change', () => {
    const wanted = Number.parseInt(field.value, 10);
    if (wanted >= 1 && wanted <= count) moves.go(wanted);
    else field.value = field.defaultValue;
  });
  const total = document.createElement('span');
  total.textContent = words.of(count);
  const size = document.createElement('output');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.toolbar);
  bar.replaceChildren(group(previous, field, total, next), group(smaller, size, larger, fit));
  return {
    show(page, share, isFitted) {
      field.defaultValue = String(page);
      if (document.activeElement !== field) field.value = String(page);
      previous.disabled = page <= 1;
      next.disabled = page >= count;
      const said = words.zoom(Math.round(share * 100));
      if (size.textContent !== said) size.textContent = said;
      fit.setAttribute('aria-pressed', String(isFitted));
    },
  };
}

function group(...parts: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.append(...parts);
  return element;
}

function button(face: string | SVGElement, name: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.append(face);
  element.title = name;
  element.setAttribute('aria-label', name);
  element.addEventListener('click', act);
  return element;
}

function draw(stroke: string): SVGElement {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', stroke);
  icon.append(path);
  return icon;
}
