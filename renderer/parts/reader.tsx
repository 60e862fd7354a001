import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readerWords } from '../../words/reader.ts';
import { listen } from '../bridge.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { keepSpot, readSpot, spotOf } from '../store/spot.ts';
import { useTheme } from '../store/theme.ts';
import styles from './reader.module.css';

const origin = 'viewer://reader';

/** The size of the text of the window, in pixels, larger on a large screen: read once, then again when the window has changed, for each reading has the whole style computed. */
let measured: string | null = null;
const sizeOfText = (): string => {
  if (measured === null) {
    measured = String(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    window.addEventListener('resize', () => void (measured = null), { once: true });
  }
  return measured;
};

const addressOf = (view: string, title: string, kept: string | undefined, theme: string): string => {
  const spot = kept === undefined ? undefined : spotOf(kept);
  // Each opening has an address of its own, by which the machine says which one stopped.
  const asked = new URLSearchParams({ view, title, opening: crypto.randomUUID(), ...(theme === 'system' ? {} : { theme }), size: sizeOfText() });
  for (const [name, value] of Object.entries(spot ?? {})) asked.set(name, String(value));
  return `${origin}/index.html?${asked}`;
};

/** What is said of a reader that stopped, and the way to open it again. */
export const ReaderStopped = (props: { readonly onOpen: () => void }): ReactNode => {
  const { happened, safe, next, again } = readerWords.stopped;
  return (
    <div className={styles['stopped']}>
      <Notice kind="error" live title={happened} actions={<Button onPress={props.onOpen}>{again}</Button>}>
        <p>{safe}</p>
        <p>{next}</p>
      </Notice>
    </div>
  );
};

/** A document on the reader's own origin: foreign pages never touch this window. What is kept under a name is come back to where it was left; `onPage` hears the page that is read. */
export const Reader = (props: {
  readonly view: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
  /** What the document is called, if that differs. */
  readonly name?: string;
  readonly kept?: string;
  readonly onPage?: (page: number) => void;
}): ReactNode => {
  const { view, title, kept } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const theme = useTheme((state) => state.theme);
  const [address, setAddress] = useState(() => addressOf(view, props.name ?? title, kept, theme));
  const [stopped, setStopped] = useState(false);
  const heard = useRef(props.onPage);
  heard.current = props.onPage;
  // A search asked before the document is drawn opens once it is, unless the person went elsewhere meanwhile.
  const drawing = useRef<{ address: string; drawn: boolean; searched: boolean }>({ address, drawn: false, searched: false });
  if (drawing.current.address !== address) drawing.current = { address, drawn: false, searched: false };
  useEffect(() => {
    const openSearch = (): void => frame.current?.contentWindow?.postMessage({ kind: 'find' }, origin);
    const hear = (event: MessageEvent): void => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      const spot = readSpot(event.data);
      if (spot === null) return;
      if (drawing.current.searched && document.activeElement === frame.current) openSearch();
      Object.assign(drawing.current, { drawn: true, searched: false });
      if (kept !== undefined) keepSpot(kept, spot);
      heard.current?.(spot.page);
    };
    // The usual key of a search works wherever the focus is: the reader opens its own.
    const search = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f' || event.defaultPrevented) return;
      event.preventDefault();
      frame.current?.focus();
      if (drawing.current.drawn) openSearch();
      else drawing.current.searched = true;
    };
    window.addEventListener('message', hear);
    window.addEventListener('keydown', search);
    return () => {
      window.removeEventListener('message', hear);
      window.removeEventListener('keydown', search);
    };
  }, [kept]);
  useEffect(
    () =>
      listen('reader-stopped', (detail) => {
        if ((detail as { readonly address?: unknown } | null)?.address === address) setStopped(true);
      }),
    [address],
  );
  if (stopped) {
    // Where it stopped is not where it is opened again: the same page would stop it again.
    const open = (): void => {
      setAddress(addressOf(view, props.name ?? title, undefined, theme));
      setStopped(false);
    };
    return <ReaderStopped onOpen={open} />;
  }
  return <iframe ref={frame} className={styles['reader']} title={title} src={address} sandbox="allow-scripts allow-same-origin" />;
};
