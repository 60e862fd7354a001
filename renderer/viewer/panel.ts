import { readerWords as words } from '../../words/reader.ts';
import { type Book, type Heading, turned } from './book.ts';

/** The panel beside the pages: each page in small, or the table of contents. */
export type Panel = { toggle(): void; show(page: number): void };

const row = 148;
const [widest, highest] = [92, 116];

/** Fills the panel; the small pages are drawn one after the other, only those in sight. */
export function fillPanel(panel: HTMLElement, book: Book, go: (page: number) => void, resized: () => void): Panel {
  const list = document.createElement('ol');
  const rows = new Map<number, HTMLLIElement>();
  const drawn = new Map<number, HTMLElement>();
  let now = 1;
  let drawing = false;
  list.className = 'small';
  list.setAttribute('aria-label', words.pages);
  list.style.height = `${book.count * row}px`;

  const inSight = (): readonly [number, number] => [
    Math.max(1, Math.floor((panel.scrollTop - row) / row)),
    Math.min(book.count, Math.ceil((panel.scrollTop + panel.clientHeight + row) / row) + 1),
  ];
  const drawNext = async (): Promise<void> => {
    if (drawing) return;
    drawing = true;
    for (;;) {
      const [from, to] = inSight();
      const page = [...rows.keys()].find((each) => each >= from && each <= to && !drawn.has(each));
      if (page === undefined || panel.hidden) break;
      const leaf = await book.open(page).catch(() => null);
      const scale = leaf === null ? 1 : Math.min(widest / leaf.size.width, highest / leaf.size.height);
      const small = await leaf?.paint(scale, 0, window.devicePixelRatio).catch(() => null);
      const face = small ?? document.createElement('span');
      const size = turned(leaf?.size ?? book.first, 0);
      face.style.width = `${Math.round(size.width * scale)}px`;
      face.style.height = `${Math.round(size.height * scale)}px`;
      drawn.set(page, face);
      rows.get(page)?.querySelector('.face')?.replaceChildren(face);
    }
    drawing = false;
  };
  const rowOf = (page: number): HTMLLIElement => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    const [face, number] = [document.createElement('span'), document.createElement('span')];
    item.style.top = `${(page - 1) * row}px`;
    item.setAttribute('aria-setsize', String(book.count));
    item.setAttribute('aria-posinset', String(page));
    button.type = 'button';
    face.className = 'face';
    face.setAttribute('aria-hidden', 'true');
    number.textContent = String(page);
    button.setAttribute('aria-label', words.pageSaid(page, book.count));
    button.append(face, number);
    button.addEventListener('click', () => go(page));
    item.append(button);
    return item;
  };
  const mark = (): void => {
    for (const [page, item] of rows) {
      const button = item.querySelector('button');
      if (page === now) button?.setAttribute('aria-current', 'page');
      else button?.removeAttribute('aria-current');
      if (button) button.tabIndex = page === now ? 0 : -1;
    }
  };
  const settle = (): void => {
    if (panel.hidden || list.hidden) return;
    const [from, to] = inSight();
    for (const [page, item] of rows) {
      if (page >= from && page <= to) continue;
      rows.delete(page);
      drawn.delete(page);
      item.remove();
    }
    for (let page = from; page <= to; page += 1) {
      if (rows.has(page)) continue;
      const item = rowOf(page);
      rows.set(page, item);
      list.append(item);
    }
    mark();
    void drawNext();
  };
  const reach = (page: number): void => {
    const top = (page - 1) * row;
    const head = list.offsetTop;
    if (top + head < panel.scrollTop || top + row + head > panel.scrollTop + panel.clientHeight) panel.scrollTop = top + head - panel.clientHeight / 3;
    settle();
  };
  list.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = [...rows].find(([, item]) => item.contains(document.activeElement))?.[0];
    if (by === 0 || at === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const to = Math.min(Math.max(1, at + by), book.count);
    reach(to);
    rows.get(to)?.querySelector('button')?.focus();
  });
  panel.addEventListener('scroll', settle, { passive: true });
  panel.setAttribute('aria-label', words.panel);
  panel.replaceChildren(list);
  void book
    .headings()
    .catch(() => [])
    .then((headings) => {
      if (headings.length > 0) panel.prepend(...contentsOf(headings, list, go, settle));
    });
  return {
    toggle() {
      panel.hidden = !panel.hidden;
      document.body.classList.toggle('beside', !panel.hidden);
      resized();
      reach(now);
    },
    show(page) {
      if (page === now) return;
      now = page;
      if (panel.hidden) return;
      mark();
      if (!panel.contains(document.activeElement)) reach(page);
    },
  };
}

/** The table of contents and the two buttons that choose between it and the small pages. */
function contentsOf(headings: readonly Heading[], list: HTMLElement, go: (page: number) => void, settle: () => void): readonly HTMLElement[] {
  const contents = document.createElement('ul');
  const choice = document.createElement('div');
  contents.className = 'contents';
  contents.hidden = true;
  contents.setAttribute('aria-label', words.contents);
  for (const { title, level, page } of headings) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.style.paddingInlineStart = `${4 + level * 8}px`;
    button.addEventListener('click', () => go(page));
    item.append(button);
    contents.append(item);
  }
  choice.className = 'choice';
  const buttons = ([words.pages, words.contents] as const).map((name, rank) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.setAttribute('aria-pressed', String(rank === 0));
    button.addEventListener('click', () => {
      list.hidden = rank === 1;
      contents.hidden = rank === 0;
      for (const [other, each] of buttons.entries()) each.setAttribute('aria-pressed', String(other === rank));
      settle();
    });
    return button;
  });
  choice.append(...buttons);
  return [choice, contents];
}
