import { join } from 'node:path';
import { runtimeWords } from '../../words/runtime.ts';
import { Stop } from './command.ts';
import { ensureDebian, windowNeeds } from './debian.ts';
import { fetchOfficial, findOfficial, officialVersion } from './official.ts';
import { ensureStandIn, standInFits, standInVersion } from './standin.ts';
import { ensureStoreBinding } from './store.ts';

/** An Electron ready to start: the folder of its distribution, its program and its version. */
export type Runtime = { readonly kind: 'official' | 'stand-in'; readonly folder: string; readonly program: string; readonly version: string };

/** Gives an Electron that starts on this machine: the official one where it can be had, otherwise the stand-in. */
export async function ensureElectron(): Promise<Runtime> {
  const official = findOfficial() ?? (await fetchOfficial());
  ensureDebian(windowNeeds);
  if (official) return { kind: 'official', folder: official, program: programOf(official), version: officialVersion };
  if (!standInFits()) throw new Stop(runtimeWords.noElectronHere(`${process.platform}-${process.arch}`));
  const folder = await ensureStandIn();
  await ensureStoreBinding();
  return { kind: 'stand-in', folder, program: join(folder, 'electron'), version: standInVersion };
}

/** The arguments this machine adds to every start: Chromium refuses its sandbox to root, and to root alone. */
export function startArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function programOf(folder: string): string {
  if (process.platform === 'darwin') return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}
