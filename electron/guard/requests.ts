import type { Session } from 'electron';

const ours = new Set(['app:', 'viewer:', 'blob:', 'data:']);

/** Cancels every request that is not for one of our own schemes, whoever asks: a page, a worker or the main process. */
export function cancelRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
}

function isOurs(address: string): boolean {
  return URL.canParse(address) && ours.has(new URL(address).protocol);
}
