import type { Session } from 'electron';

/** Nothing is downloaded: files leave by a save dialog that the person sees. */
export function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
