import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { runtimeWords } from '../../words/runtime.ts';

/** A failure already said in one sentence to the person: the script prints it and stops, with no stack. */
export class Stop extends Error {}

/** How to run a command: where, with what added to the environment, and whether its output is shown. */
export type RunOptions = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly show?: boolean };

/** Runs a command to its end and gives its standard output; on failure shows what it said and stops. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): string {
  const done = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) {
    if (!options.show) process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}\n`);
    throw new Stop(runtimeWords.commandFailed([command, ...args].join(' ')));
  }
  return done.stdout ?? '';
}

/** Tells whether a program of that name is on the PATH. */
export function has(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}

/** Runs a command attached to this terminal, or beside another one, its output kept in the file `aside`, and gives its exit code. */
export function follow(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, aside?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const kept = aside === undefined ? null : openSync(aside, 'w');
    const child = spawn(command, args, { stdio: kept === null ? 'inherit' : ['ignore', kept, kept], env: { ...process.env, ...env } });
    if (kept !== null) closeSync(kept);
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.once('SIGINT', pass).once('SIGTERM', pass);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/** Runs a script's body and turns a `Stop` into one sentence and exit code 1. */
export async function asScript(body: () => Promise<number | void>): Promise<void> {
  let code = 1;
  // Said again at the very end: the packager sets the code to 0 once it has been used, and failed tests would pass for green.
  process.once('exit', () => {
    process.exitCode = code;
  });
  try {
    code = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
  }
  process.exitCode = code;
}
