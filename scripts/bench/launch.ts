import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { startArguments, type Runtime } from '../runtime/electron.ts';

let launched = 0;

/** Starts an Electron app from its folder, on a user folder that nothing used before. */
export const launch = (runtime: Runtime, app: string, scratch: string): Promise<ElectronApplication> => {
  const user = join(scratch, `user-${(launched += 1)}`);
  mkdirSync(user);
  return _electron.launch({
    executablePath: runtime.program,
    args: [...startArguments(), `--user-data-dir=${user}`, app],
    // A laptop has a locale; a bare machine without one would have Electron read its app's own name wrong.
    env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: user, LC_ALL: 'C.UTF-8' },
  });
};
