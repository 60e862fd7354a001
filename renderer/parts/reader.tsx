import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PieceId } from '../../domain/ids.ts';
import { keepSpot, readSpot, spotOf } from '../store/spot.ts';
import { useTheme } from '../store/theme.ts';
import styles from './reader.module.css';

const origin = 'viewer://reader';

const addressOf = (view: string, title: string, piece: PieceId | undefined, theme: string): string => {
  const spot = piece === undefined ? undefined : spotOf(piece);
  const asked = new URLSearchParams({ view, title, ...(theme === 'system' ? {} : { theme }) });
  for (const [name, value] of Object.entries(spot ?? {})) asked.set(name, String(value));
  return `${origin}/index.html?${asked}`;
};

/** A document on the reader's own origin: foreign pages never touch this window. A piece is come back to where it was left; `onPage` hears the page that is read. */
export const Reader = (props: {
  readonly view: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
  /** What the document is called, if that differs. */
  readonly name?: string;
  readonly piece?: PieceId;
  readonly onPage?: (page: number) => void;
}): ReactNode => {
  const { view, title, piece } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const theme = useTheme((state) => state.theme);
  const [address] = useState(() => addressOf(view, props.name ?? title, piece, theme));
  const heard = useRef(props.onPage);
  heard.current = props.onPage;
  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      const spot = readSpot(event.data);
      if (spot === null) return;
      if (piece !== undefined) keepSpot(piece, spot);
      heard.current?.(spot.page);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [piece]);
  return <iframe ref={frame} className={styles['reader']} title={title} src={address} sandbox="allow-scripts allow-same-origin" />;
};
