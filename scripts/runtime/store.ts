import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runtimeWords } from '../../words/runtime.ts';
import { keepFolder } from './cache.ts';
import { run } from './command.ts';
import { compilerNeeds, ensureDebian } from './debian.ts';

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('better-sqlite3/package.json'));
const version: string = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
const prebuilt = join(packageFolder, 'prebuilds', 'linux-x64.node');

// The prebuilt binding asks for Node-API 10; the stand-in speaks 9. The same sources built with these words load on both.
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -w';

/** Puts in node_modules a SQLite binding that the stand-in can load, compiled once and kept in the cache. */
export async function ensureStoreBinding(): Promise<void> {
  const folder = await keepFolder(`store-binding-${version}-linux-x64-1`, compile);
  const compiled = join(folder, 'better_sqlite3.node');
  if (readFileSync(compiled).equals(readFileSync(prebuilt))) return;
  const temporary = `${prebuilt}.${process.pid}`;
  copyFileSync(compiled, temporary);
  renameSync(temporary, prebuilt);
}

async function compile(folder: string): Promise<void> {
  ensureDebian(compilerNeeds);
  console.error(runtimeWords.compilingStore);
  const copy = mkdtempSync(join(tmpdir(), 'delibere-store-'));
  try {
    cpSync(packageFolder, copy, { recursive: true });
    const gyp = join(dirname(require.resolve('node-gyp/package.json')), 'bin', 'node-gyp.js');
    run(process.execPath, [gyp, 'rebuild', '--release', '--force_build=1', `--jobs=${availableParallelism()}`], {
      cwd: copy,
      env: { CXXFLAGS: flags, NODE_PATH: join(packageFolder, '..'), ...headers() },
    });
    copyFileSync(join(copy, 'build', 'Release', 'better_sqlite3.node'), join(folder, 'better_sqlite3.node'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The headers lie beside the Node that runs this; without them node-gyp fetches a set. Told by the environment: there, what npm is set to would win over an option. */
function headers(): Readonly<Record<string, string>> {
  const folder = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(folder, 'include', 'node', 'node_api.h')) ? { npm_config_nodedir: folder } : {};
}
