import type { WebContents } from 'electron';

/** No page opens a window of its own. */
export function refuseWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
