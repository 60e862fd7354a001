import type { Seen, Spot } from './reading.ts';

const ours = 'app://delibere';

/** Where our own window says that the document was left: in the address, as it opened the frame. */
export function readSpot(asked: URLSearchParams): Spot {
  const page = Number.parseInt(asked.get('page') ?? '', 10);
  const turn = Number(asked.get('turn'));
  const zoom = asked.get('zoom') ?? '';
  return {
    page: page >= 1 ? page : 1,
    zoom: zoom === 'page' || zoom === 'width' ? zoom : Number(zoom) >= 0.25 && Number(zoom) <= 4 ? Number(zoom) : 'width',
    turn: ([0, 90, 180, 270] as const).find((each) => each === turn) ?? 0,
  };
}

/** Tells our own window, and it alone, where the document is read. */
export function tellSpot({ page, zoom, turn }: Seen): void {
  if (window.parent !== window) window.parent.postMessage({ kind: 'spot', page, zoom, turn }, ours);
}

/** Hears our own window, and it alone, ask for the search. */
export function hearFind(open: () => void): void {
  window.addEventListener('message', (event) => {
    if (event.origin === ours && event.source === window.parent && (event.data as { kind?: unknown } | null)?.kind === 'find') open();
  });
}
