import type { Moves } from './toolbar.ts';

/** Answers + − 0 and the side arrows; everything else (PageDown, Space, Home…) stays the natural scroll of the page. */
export function listenToKeys(moves: Moves): void {
  const answers: Readonly<Record<string, () => void>> = {
    '+': () => moves.zoom(1),
    '=': () => moves.zoom(1),
    '-': () => moves.zoom(-1),
    '0': moves.fit,
    ArrowRight: () => moves.step(1),
    ArrowLeft: () => moves.step(-1),
  };
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const answer = answers[event.key];
    if (!answer) return;
    event.preventDefault();
    answer();
  });
}
