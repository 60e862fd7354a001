import type { WebContents } from 'electron';

/** No page embeds a webview, whatever its preferences. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
