/** Tells the window, at most once a second, that somebody reads: a key or a pointer in this frame is seen by nobody else, and the window would lock itself. */
export const tellAlive = (): void => {
  let told = 0;
  for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
    window.addEventListener(
      event,
      ({ isTrusted }) => {
        if (!isTrusted || Date.now() - told < 1000) return;
        told = Date.now();
        window.parent.postMessage({ kind: 'alive' }, 'app://delibere');
      },
      { capture: true, passive: true },
    );
};
