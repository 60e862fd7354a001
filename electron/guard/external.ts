import type { Shell } from 'electron';

/** Nothing is handed to another program of the computer: no link, no file, no folder shown. */
export function refuseExternal(shell: Shell): void {
  shell.openExternal = () => Promise.reject(new Error('nothing is opened outside'));
  shell.openPath = () => Promise.resolve('nothing is opened outside');
  shell.showItemInFolder = () => undefined;
}
