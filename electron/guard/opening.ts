import type { App } from 'electron';

/** Nothing is opened because another program of the computer asks: no file, no address, no activity of another machine. */
export function refuseOpenings(app: App): void {
  app.on('open-file', (event) => event.preventDefault());
  app.on('open-url', (event) => event.preventDefault());
  app.on('continue-activity', (event) => event.preventDefault());
}
