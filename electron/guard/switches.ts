import type { CommandLine } from 'electron';

/** What a person may say of how the window is shown and where its folder is; all else that Chromium would hear is taken back. */
const kept = new Set([
  'user-data-dir',
  'no-sandbox',
  'lang',
  'disable-gpu',
  'disable-dev-shm-usage',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
]);

/**
 * Takes back every switch of the command line that is not one of ours: a debugging port, a proxy, a name server, security turned off, a log of the network.
 * A program whose own inspector is open (`inspected`) is being tested and keeps its switches; the fuses of a shipped program never let it open.
 */
export function refuseSwitches(commandLine: CommandLine, words: readonly string[], inspected: boolean): void {
  if (inspected) return;
  for (const word of words) {
    const name = /^(?:--?|\/)([^=]+)/.exec(word)?.[1]?.toLowerCase();
    if (name !== undefined && !kept.has(name)) commandLine.removeSwitch(name);
  }
}
