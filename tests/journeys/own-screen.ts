import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

let screen: Promise<string> | null = null;

/** Starts a virtual screen, which ends with this process, and says its name. */
const startScreen = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    process.once('exit', () => server.kill());
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the virtual screen ended (${code})`)));
    const told = server.stdio[3] as Socket;
    server.unref();
    told.unref();
    let number = '';
    told.on('data', (part: Buffer) => {
      number += part.toString('utf8');
      if (number.endsWith('\n')) resolve(`:${number.trim()}`);
    });
  });

/** The screen of this worker alone, so that no other's window takes the keyboard from its own; nothing where windows share the screen of the machine. */
export const ownScreen = async (): Promise<{ readonly DISPLAY?: string }> => {
  if (process.env['DELIBERE_SCREENS'] !== 'own') return {};
  screen ??= startScreen();
  return { DISPLAY: await screen };
};
