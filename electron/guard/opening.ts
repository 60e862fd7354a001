import type { App } from 'electron';

/** Nothing is opened because another program of the computer asks: no address, no activity of another machine. A file is only offered to the person, who sees its name. */
export function refuseOpenings(app: App, offer: (path: string) => void): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offer(path);
  });
  app.on('open-url', (event) => event.preventDefault());
  app.on('continue-activity', (event) => event.preventDefault());
}
