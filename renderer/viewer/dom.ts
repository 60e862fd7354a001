const strokes = {
  previous: 'M10 3 L5 8 L10 13',
  next: 'M6 3 L11 8 L6 13',
  less: 'M3 8 H13',
  more: 'M3 8 H13 M8 3 V13',
  panel: 'M2.5 3 H13.5 V13 H2.5 Z M6.5 3 V13',
  search: 'M7 2.5 A4.5 4.5 0 1 1 6.99 2.5 M10.5 10.5 L14 14',
  width: 'M2 3 V13 M14 3 V13 M4.5 8 H11.5 M6.5 6 L4.5 8 L6.5 10 M9.5 6 L11.5 8 L9.5 10',
  page: 'M4 2 H12 V14 H4 Z M8 4.5 V11.5 M6.5 6 L8 4.5 L9.5 6 M6.5 10 L8 11.5 L9.5 10',
  turn: 'M12.5 8 A4.5 4.5 0 1 1 10.5 4.2 M10.8 1.6 V4.5 H7.9',
  close: 'M4 4 L12 12 M12 4 L4 12',
  help: 'M5.8 6 A2.2 2.2 0 1 1 8.6 8.1 C8 8.4 8 8.9 8 9.6 M8 12.2 V12.4',
} as const;

/** The drawings of the reader's buttons. */
export type Icon = keyof typeof strokes;

const draw = (icon: Icon): SVGElement => {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', strokes[icon]);
  drawing.append(path);
  return drawing;
};

/** A button with a drawing, named for whoever cannot see it; `keys` are told with its name on hovering. */
export const iconButton = (icon: Icon, name: string, act: () => void, keys = ''): HTMLButtonElement => {
  const element = document.createElement('button');
  element.type = 'button';
  element.append(draw(icon));
  element.title = keys === '' ? name : `${name} (${keys})`;
  element.setAttribute('aria-label', name);
  element.addEventListener('click', act);
  return element;
};

/** Controls kept together. */
export const group = (...parts: readonly HTMLElement[]): HTMLElement => {
  const element = document.createElement('div');
  element.append(...parts);
  return element;
};

/** A sentence for the eye, or for whoever hears the page. */
export const line = (className: string, text = ''): HTMLElement => {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
};
