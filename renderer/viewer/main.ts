import '../style/fonts.css';
import '../style/tokens.css';
import '../style/base.css';
import '../style/forced.css';
import './viewer.css';
import './panel.css';
import { tellAlive } from './alive.ts';
import { readerWords } from '../../words/reader.ts';
import type { Book } from './book.ts';
import { showColumn } from './column.ts';
import { openPdf } from './document.ts';
import { fillFindBar, type FindBar } from './find-bar.ts';
import { showHeld } from './held.ts';
import { fillHelp } from './help.ts';
import { listenToKeys } from './keyboard.ts';
import { fillPanel, type Panel } from './panel.ts';
import { openPicture } from './picture.ts';
import type { Reading, Seen, Spot, Told } from './reading.ts';
import { openSource, type Source } from './source.ts';
import { hearFind, readSpot, tellSpot } from './spot.ts';
import { showText } from './text.ts';
import { fillToolbar, type Openings, type Toolbar } from './toolbar.ts';

tellAlive();
showHeld();

const find = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`#${id}`);
  return element;
};
const [head, bar, search, panelPlace, place, status] = [find('head'), find('toolbar'), find('search'), find('panel'), find('pages'), find('status')];

function notice(sentence: string): void {
  const said = document.createElement('p');
  said.className = 'notice';
  said.setAttribute('role', 'status');
  said.textContent = sentence;
  bar.replaceChildren();
  place.removeAttribute('style');
  place.replaceChildren(said);
}

const say = (sentence: string): void => {
  if (status.textContent !== sentence) status.textContent = sentence;
};

/** Puts the toolbar, the panel, the search and the keys around what is shown. */
function furnish(show: (told: Told) => Reading, book: Book | null): void {
  let toolbar: Toolbar | null = null;
  let panel: Panel | null = null;
  let findBar: FindBar | null = null;
  let waiting = 0;
  const resized = (): void => void window.dispatchEvent(new Event('resize'));
  const seen = (now: Seen): void => {
    toolbar?.show(now);
    panel?.show(now.page);
    tellSpot(now);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (reading.count > 1) say(readerWords.pageSaid(now.page, reading.count));
    }, 400);
  };
  const reading: Reading = show({ seen: (now) => void (toolbar && seen(now)), written: () => findBar?.mark() });
  const readSearch = reading.hasText ? fillFindBar(search, reading, say, resized) : null;
  const readPanel = book !== null && book.count > 1 ? fillPanel(panelPlace, book, reading.go, resized) : null;
  [findBar, panel] = [readSearch, readPanel];
  const openings: Openings = {
    panel: readPanel && (() => readPanel.toggle()),
    find: readSearch && (() => readSearch.open()),
    help: fillHelp(find('help') as HTMLDialogElement),
  };
  toolbar = fillToolbar(bar, reading, openings);
  if (readSearch !== null) hearFind(readSearch.open);
  listenToKeys(reading, openings, { found: (direction) => findBar?.next(direction) });
  resized();
  seen(reading.seen());
}

async function open(source: Source, spot: Spot, title: string): Promise<void> {
  if (source.type === 'application/pdf') {
    const opening = await openPdf(source, () => notice(readerWords.gone));
    if (!opening.ok) return notice(readerWords[opening.error]);
    const { value: book, announced } = opening;
    furnish((told) => showColumn(book, head, place, spot, told), book);
    if (announced > book.count) find('limit').textContent = readerWords.limited(book.count, announced);
  } else if (source.type.startsWith('image/')) {
    const book = await openPicture(source, title);
    if (book === null) return notice(readerWords.pictureUnreadable);
    furnish((told) => showColumn(book, head, place, spot.zoom === 'width' ? { ...spot, zoom: 'page' } : spot, told), book);
  } else if (source.type === 'text/plain') furnish((told) => showText(source, head, place, spot, told), null);
  else notice(readerWords.unreadable);
}

const asked = new URLSearchParams(location.search);
const title = asked.get('title') ?? '';
document.title = title === '' ? readerWords.title : title;
find('title').textContent = document.title;
const theme = asked.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
// Its controls are as large as those around it: a frame does not know the window that it stands in.
const size = Number(asked.get('size'));
if (size > 0) document.documentElement.style.fontSize = `${size}px`;
notice(readerWords.loading);
const slow = window.setTimeout(() => notice(readerWords.slow), 8000);
const source = await openSource(asked.get('view') ?? '').catch(() => null);
await (source === null ? Promise.resolve(notice(readerWords.gone)) : open(source, readSpot(asked), title).catch(() => notice(readerWords.unreadable)));
window.clearTimeout(slow);
