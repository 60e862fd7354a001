import type { WebPreferences } from 'electron';
import type { Theme } from '../../domain/theme.ts';
import { partition } from './storage.ts';

/** What a page of ours may be: sandboxed, isolated, without Node, without developer tools, and never a host of other pages. */
export function preferencesOf(preload: string, theme: Theme): WebPreferences {
  return {
    preload,
    partition,
    additionalArguments: [`--delibere-theme=${theme}`],
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
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    enableWebSQL: false,
  };
}
