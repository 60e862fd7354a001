import type { WebContents } from 'electron';
import { home, origins } from '../place.ts';

/** Our window stays on its one page; only a frame inside it may go to the reader, and nothing may leave either. */
export function refuseNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== home) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame ? event.url !== home : !event.url.startsWith(`${origins.viewer}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
