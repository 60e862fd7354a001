import type { WebPreferences } from 'electron';
import { partition } from './storage.ts';

/** What a page of ours may be: sandboxed, isolated, without Node, without developer tools, and never a host of other pages. */
export function preferencesOf(preload: string): WebPreferences {
  return {
    preload,
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    // The reader's frame gets no preload: this is what would give it one.
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    devTools: false,
    // Of a page whose session has the French dictionary; the reader of foreign files refuses it field by field.
    spellcheck: true,
    navigateOnDragDrop: false,
    safeDialogs: true,
    enableWebSQL: false,
  };
}
