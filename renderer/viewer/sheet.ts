import { readerWords } from '../../words/reader.ts';
import type { Book, Leaf, Size, Turn, Written } from './book.ts';
import { scaleOf } from './zoom.ts';

/** How a sheet is to be shown: at what share of real size, turned how, and how far down. */
export type Look = { readonly share: number; readonly turn: Turn; readonly top: number; readonly width: number; readonly height: number };

/** One page in the column, while it is near the eye. */
export type Sheet = { readonly element: HTMLElement; lay(look: Look): void; leave(): void };

/** What a sheet tells of its page: its own size, and its words once they are laid. */
export type Heard = { readonly measured: (page: number, size: Size) => void; readonly written: (page: number, written: Written | null) => void };

/** Makes the sheet of a page: its room at once, then its drawing and its words, again whenever the look changes. */
export function makeSheet(book: Book, page: number, heard: Heard): Sheet {
  const element = document.createElement('section');
  const [text, paper] = [document.createElement('div'), document.createElement('div')];
  element.className = 'sheet';
  element.setAttribute('aria-label', readerWords.pageSaid(page, book.count));
  text.className = 'textLayer';
  paper.className = 'paper';
  if (book.hasText) paper.setAttribute('aria-hidden', 'true');
  element.append(paper, text);

  let look: Look | null = null;
  let [drawn, writtenAt] = ['', ''];
  let gone = false;
  let leaf: Leaf | undefined;
  let drawing: Promise<void> | undefined;
  const wanted = (): string => `${look?.share} ${look?.turn} ${window.devicePixelRatio}`;

  const draw = async (): Promise<void> => {
    leaf ??= await book.open(page);
    heard.measured(page, leaf.size);
    while (!gone && look !== null && drawn !== wanted()) {
      const [aim, { share, turn }] = [wanted(), look];
      const painted = await leaf.paint(scaleOf(share), turn, window.devicePixelRatio);
      if (gone) return;
      paper.replaceChildren(painted);
      drawn = aim;
      if (writtenAt === String(turn)) continue;
      writtenAt = String(turn);
      const written = await leaf.write(text, turn);
      if (!gone) heard.written(page, written);
    }
  };

  const fail = (): void => {
    drawn = wanted();
    paper.replaceChildren();
    element.classList.add('unreadable');
    text.className = 'said';
    text.textContent = readerWords.pageUnreadable(page);
  };

  const refresh = (): void => {
    if (drawing || gone || element.classList.contains('unreadable') || drawn === wanted()) return;
    drawing = draw()
      .catch(fail)
      .finally(() => {
        drawing = undefined;
        if (gone) leaf?.release();
        else refresh();
      });
  };

  return {
    element,
    lay(next) {
      look = next;
      const { style } = element;
      style.top = `${next.top}px`;
      style.width = `${next.width}px`;
      style.height = `${next.height}px`;
      style.setProperty('--total-scale-factor', String(scaleOf(next.share)));
      refresh();
    },
    leave() {
      gone = true;
      element.remove();
      heard.written(page, null);
      if (!drawing) leaf?.release();
    },
  };
}
