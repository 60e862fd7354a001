import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runtimeWords } from '../../words/runtime.ts';
import { cacheFolder } from './cache.ts';

const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const silence = 20_000;
const retryAfter = 12 * 3_600_000;

/** The version of the official `electron` package that the project is written for. */
export const officialVersion: string = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;

/** The official Electron's folder when it is already in place, or null. */
export function findOfficial(): string | null {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const folder = join(electronFolder, 'dist');
  return existsSync(join(folder, readFileSync(pathFile, 'utf8'))) ? folder : null;
}

/** Lets the official package fetch its binary; null when its page cannot be reached (remembered for half a day). */
export async function fetchOfficial(): Promise<string | null> {
  const refusal = join(cacheFolder(), `electron-${officialVersion}-unreachable`);
  if (existsSync(refusal) && Date.now() - statSync(refusal).mtimeMs < retryAfter) return null;
  console.error(runtimeWords.downloadingElectron);
  const fetched = await runInstaller();
  if (!fetched) writeFileSync(refusal, '');
  return fetched ? findOfficial() : null;
}

/** Runs the package's own installer, and ends it when not one byte has come for a while. */
async function runInstaller(): Promise<boolean> {
  const landing = mkdtempSync(join(tmpdir(), 'delibere-electron-'));
  const child = spawn(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: landing, TEMP: landing, TMP: landing, ELECTRON_OVERRIDE_DIST_PATH: '' },
  });
  let seen = 0;
  let lastChange = Date.now();
  const watch = setInterval(() => {
    const size = weigh(landing) + weigh(join(electronFolder, 'dist'));
    if (size !== seen) [seen, lastChange] = [size, Date.now()];
    else if (Date.now() - lastChange > silence) child.kill();
  }, 1_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve).once('error', () => resolve(1)));
  clearInterval(watch);
  rmSync(landing, { recursive: true, force: true });
  return code === 0;
}

function weigh(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
