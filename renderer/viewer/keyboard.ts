import type { Reading } from './reading.ts';
import type { Openings } from './toolbar.ts';
import { stepZoom } from './zoom.ts';

/** What the keys do besides: the next and the previous place found. */
type More = { readonly found: (direction: 1 | -1) => void };

/** Answers the reader's keys; what is left (PageDown, Space, the arrows up and down) stays the natural scroll of the page. */
export function listenToKeys(reading: Reading, openings: Openings, more: More): void {
  const { turn } = reading;
  const step = (by: number) => (): void => reading.go(Math.min(Math.max(1, reading.seen().page + by), reading.count));
  const resize = (direction: 1 | -1) => (): void => reading.zoom(stepZoom(reading.seen().share, direction));
  const answers: Readonly<Record<string, (() => void) | null>> = {
    '+': resize(1),
    '=': resize(1),
    '-': resize(-1),
    '0': () => reading.zoom('width'),
    p: () => reading.zoom('page'),
    r: turn === null ? null : () => turn(90),
    'Shift+r': turn === null ? null : () => turn(-90),
    v: openings.panel,
    '?': openings.help,
    'Shift+?': openings.help,
    'Ctrl+f': openings.find,
    F3: () => more.found(1),
    'Shift+F3': () => more.found(-1),
    ArrowRight: step(1),
    ArrowLeft: step(-1),
    Home: () => reading.go(1),
    End: () => reading.go(reading.count),
  };
  window.addEventListener('keydown', (event) => {
    if (event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
    const control = event.ctrlKey || event.metaKey;
    if (!control && !event.key.startsWith('F') && event.target instanceof HTMLInputElement) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const answer = answers[`${control ? 'Ctrl+' : ''}${event.shiftKey && key !== '+' ? 'Shift+' : ''}${key}`];
    if (!answer) return;
    event.preventDefault();
    answer();
  });
}
