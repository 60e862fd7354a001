// `npm run package`: the unpacked program of this system, hardened; `-- --installers` makes its installers as well.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses, type FuseV1Config, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform } from 'electron-builder';
import { fuses } from '../build/fuses.ts';
import { runtimeWords } from '../words/runtime.ts';
import { buildApp } from './build.ts';
import { fuseLines, fuseTable } from './fuse-table.ts';
import { asScript } from './runtime/command.ts';
import { ensureDebian, spellingNeeds } from './runtime/debian.ts';
import { ensureElectron, type Runtime } from './runtime/electron.ts';

const repository = join(import.meta.dirname, '..');
const scratch = join(repository, 'out', 'electron-dist');

/** Where the packaged program is, and the same bundle before its fuses were set, which the tests can inspect. */
export type Packaged = { readonly hardened: string; readonly open: string };

/** Packages the built program with the Electron of this machine. */
export async function packageApp(runtime: Runtime, installers = false): Promise<Packaged> {
  const release = join(repository, 'release');
  const plain = join(repository, 'release', 'open');
  rmSync(release, { recursive: true, force: true });
  let hardened = '';
  await build({
    projectDir: repository,
    targets: Platform.current().createTarget(installers ? null : 'dir', Arch[process.arch as 'x64' | 'arm64']),
    config: {
      extends: join(repository, 'electron-builder.yml'),
      electronVersion: runtime.version,
      ...(runtime.kind === 'stand-in' ? { electronDist: distributionOf(runtime) } : {}),
      afterPack: async ({ appOutDir, packager }) => {
        cpSync(appOutDir, plain, { recursive: true, verbatimSymlinks: true });
        hardened = appOutDir;
        const program = programOf(appOutDir, packager.appInfo.productFilename);
        await flipFuses(program, runtime.kind === 'official' ? fuses : await knownTo(program));
      },
    },
  });
  rmSync(scratch, { recursive: true, force: true });
  return { hardened, open: plain };
}

/** The program that holds the fuses, in a folder that the packager made. */
function programOf(folder: string, product = 'Délibéré'): string {
  return join(folder, process.platform === 'darwin' ? `${product}.app` : process.platform === 'win32' ? 'delibere.exe' : 'delibere');
}

/** The decided fuses that an older Electron has. */
async function knownTo(program: string): Promise<FuseV1Config> {
  const wire = await getCurrentFuseWire(program);
  const known = Object.entries(fuses).filter(([fuse]) => Number.isNaN(Number(fuse)) || fuse in wire);
  return { ...Object.fromEntries(known), version: fuses.version, strictlyRequireAllFuses: false };
}

/** The stand-in without the default app that was put in it: a shipped program must find its own archive. */
function distributionOf(runtime: Runtime): string {
  const folder = scratch;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(runtime.folder, folder, { recursive: true, verbatimSymlinks: true });
  rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true });
  return folder;
}

if (import.meta.main) {
  await asScript(async () => {
    const runtime = await ensureElectron();
    // A program that is given to others spells.
    ensureDebian(spellingNeeds);
    console.error(runtimeWords.building);
    await buildApp();
    const { hardened } = await packageApp(runtime, process.argv.includes('--installers'));
    console.log(`\n${fuseTable(fuseLines(await getCurrentFuseWire(programOf(hardened))))}\n`);
    console.log(runtimeWords.packaged(hardened));
  });
}
