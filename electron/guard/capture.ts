import type { Session } from 'electron';

/** No page records a screen or a window. */
export function refuseCapture(session: Session): void {
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
