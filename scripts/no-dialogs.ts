import type { Dialogs } from '../requests/office.ts';

/** The dialogs of a program that nobody watches: nothing is chosen, nothing is saved; a handle is the path itself. */
export const noDialogs: Dialogs = {
  openFiles: async () => [],
  openFolder: async () => null,
  pathOf: (handle) => handle,
  readHandle: async () => new Uint8Array(),
  saveFile: async () => null,
  writeHandle: async () => undefined,
  writeStream: async () => undefined,
};
