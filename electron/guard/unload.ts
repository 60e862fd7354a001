import type { WebContents } from 'electron';

/** No page keeps its window from closing: to prevent here is to let it go. */
export function refuseUnloadDelays(contents: WebContents): void {
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}
