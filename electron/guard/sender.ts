import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { home } from '../place.ts';

/** Tells whether a message comes from the top frame of our own window, on our own page or one of those given; any other is refused. */
export function isOurWindow(event: IpcMainInvokeEvent | IpcMainEvent, contents: WebContents, pages: readonly string[] = [home]): boolean {
  return event.sender === contents && event.senderFrame === contents.mainFrame && pages.includes(event.senderFrame?.url ?? '');
}
