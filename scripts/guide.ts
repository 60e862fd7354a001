// `npm run guide`: plays the demonstration in the real program, makes the guide's pictures, and writes docs/guide.md; `-- --text` writes the text alone.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guide, guidePictures } from '../words/guide/guide.ts';
import { runtimeWords } from '../words/runtime.ts';
import { buildApp } from './build.ts';
import { drawGuide, pictureFolder } from './guide/markdown.ts';
import { asScript, follow } from './runtime/command.ts';
import { screenPrefix } from './runtime/display.ts';
import { ensureElectron } from './runtime/electron.ts';

const repository = join(import.meta.dirname, '..');
const docs = join(repository, 'docs');
const pictures = join(docs, pictureFolder);

await asScript(async () => {
  writeFileSync(join(docs, 'guide.md'), drawGuide(guide));
  if (process.argv.includes('--text')) return 0;
  const runtime = await ensureElectron();
  console.error(runtimeWords.building);
  await buildApp();
  mkdirSync(pictures, { recursive: true });
  const kept = new Set(guidePictures.map((name) => `${name}.png`));
  for (const name of readdirSync(pictures)) if (!kept.has(name)) rmSync(join(pictures, name));
  const player = join(repository, 'node_modules', '@playwright', 'test', 'cli.js');
  const [command = process.execPath, ...args] = [...screenPrefix(), process.execPath, player, 'test', '--reporter=line', 'journeys/guide.spec.ts'];
  return follow(command, args, { DELIBERE_ELECTRON: runtime.program, DELIBERE_GUIDE: pictures });
});
