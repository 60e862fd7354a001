/** A window that is hidden has no image: nothing waits longer than this for one, in milliseconds. */
const longest = 250;

/** Does this once the image under way is on screen, which a frame callback alone still comes before; gives what to call to leave it undone. */
export const afterImage = (act: () => void): (() => void) => {
  let later: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(later);
    clearTimeout(late);
  };
  const once = (): void => {
    stop();
    act();
  };
  const frame = requestAnimationFrame(() => {
    later = setTimeout(once);
  });
  const late = setTimeout(once, longest);
  return stop;
};

/** Waits until the image under way is on screen. */
export const imageShown = (): Promise<void> => new Promise((resolve) => void afterImage(resolve));
