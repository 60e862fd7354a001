// `npm start`: builds what changed and opens the window; with no screen, plays the demonstration without one.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeWords } from '../words/runtime.ts';
import { buildApp } from './build.ts';
import { asScript, follow } from './runtime/command.ts';
import { hasDisplay } from './runtime/display.ts';
import { ensureElectron, startArguments } from './runtime/electron.ts';

const repository = join(import.meta.dirname, '..');
const sources = ['domain', 'db', 'documents', 'requests', 'electron', 'renderer', 'words', 'assets', 'docs', 'build', 'package-lock.json'];

await asScript(async () => {
  if (!hasDisplay()) {
    console.log(runtimeWords.noDisplay);
    return follow(process.execPath, [join(import.meta.dirname, 'demo.ts')]);
  }
  const runtime = await ensureElectron();
  if (!isBuilt()) {
    console.error(runtimeWords.building);
    await buildApp();
  }
  console.error(runtimeWords.opening);
  return follow(runtime.program, [...startArguments(), repository, ...process.argv.slice(2)]);
});

function isBuilt(): boolean {
  const built = statSync(join(repository, 'dist', 'files.json'), { throwIfNoEntry: false });
  return built !== undefined && sources.every((name) => newest(join(repository, name)) < built.mtimeMs);
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
