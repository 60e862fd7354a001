import { readerWords } from '../../words/reader.ts';

const icons = {
  previous: 'M10 3 L5 8 L10 13',
  next: 'M6 3 L11 8 L6 13',
  less: 'M3 8 H13',
  more: 'M3 8 H13 M8 3 V13',
} as const;

const svgName = 'http://www.w3.org/2000/svg';

const makeButton = (label: string, icon: keyof typeof icons | null, act: () => void): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = label;
  if (icon === null) button.textContent = label;
  else {
    button.setAttribute('aria-label', label);
    const svg = document.createElementNS(svgName, 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(svgName, 'path');
    path.setAttribute('d', icons[icon]);
    svg.append(path);
    button.append(svg);
  }
  button.addEventListener('click', act);
  return button;
};

/** The bar above the pages. */
export interface Toolbar {
  readonly element: HTMLElement;
  readonly show: (page: number, percent: number) => void;
}

/** Makes the bar: page, previous and next, zoom. */
export const makeToolbar = (
  count: number,
  acts: { readonly go: (page: number) => void; readonly step: (by: number) => void; readonly zoom: (by: number) => void; readonly fit: () => void },
): Toolbar => {
  const element = document.createElement('div');
  element.className = 'toolbar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', readerWords.toolbar);
  const input = document.createElement('input');
  input.type = 'text';
  input.inputMode = 'numeric';
  input.setAttribute('aria-label', readerWords.page);
  input.addEventListener('change', () => acts.go(Number.parseInt(input.value, 10)));
  input.addEventListener('focus', () => input.select());
  const total = document.createElement('span');
  total.textContent = readerWords.of(count);
  const zoomed = document.createElement('span');
  zoomed.className = 'zoom';
  zoomed.setAttribute('role', 'status');
  const previous = makeButton(readerWords.previous, 'previous', () => acts.step(-1));
  const next = makeButton(readerWords.next, 'next', () => acts.step(1));
  const pages = document.createElement('span');
  pages.className = 'group';
  pages.append(previous, input, total, next);
  const sizes = document.createElement('span');
  sizes.className = 'group';
  sizes.append(
    makeButton(readerWords.zoomOut, 'less', () => acts.zoom(-1)),
    zoomed,
    makeButton(readerWords.zoomIn, 'more', () => acts.zoom(1)),
    makeButton(readerWords.fit, null, acts.fit),
  );
  element.append(pages, sizes);
  return {
    element,
    show: (page, percent) => {
      if (document.activeElement !== input) input.value = String(page);
      zoomed.textContent = readerWords.zoom(percent);
      previous.disabled = page <= 1;
      next.disabled = page >= count;
    },
  };
};
