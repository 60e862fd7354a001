// `npm run build`: the four bundles, the resources beside them, and the table of the files each origin may serve.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import main from '../build/main.config.ts';
import preload from '../build/preload.config.ts';
import renderer from '../build/renderer.config.ts';
import viewer from '../build/viewer.config.ts';
import { pictureFolder } from './guide/markdown.ts';
import { layResources } from './resources.ts';
import { laySpelling } from './spelling.ts';

const repository = join(import.meta.dirname, '..');
const dist = join(repository, 'dist');
const pdfjs = join(repository, 'node_modules', 'pdfjs-dist');

/** Builds everything that `electron .` and the packager read, into dist/. */
export async function buildApp(): Promise<void> {
  process.env['NODE_ENV'] = 'production';
  const pages = existsSync(join(repository, 'renderer', 'viewer', 'index.html')) ? [renderer, viewer] : [renderer];
  for (const config of [main, preload, ...pages]) await build({ ...config, configFile: false });
  for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) cpSync(join(pdfjs, folder), join(dist, 'viewer', folder), { recursive: true });
  cpSync(join(repository, 'docs', pictureFolder), join(dist, 'renderer', 'guide'), { recursive: true });
  // pdfkit reads its colour profile beside its own code, which is now the bundle's.
  cpSync(join(repository, 'node_modules', 'pdfkit', 'js', 'data'), join(dist, 'main', 'data'), { recursive: true });
  rmSync(join(dist, 'resources'), { recursive: true, force: true });
  mkdirSync(join(dist, 'resources'), { recursive: true });
  layResources(join(dist, 'resources'));
  await laySpelling(join(dist, 'resources', 'spelling'));
  writeFileSync(join(dist, 'files.json'), JSON.stringify({ app: tableOf('renderer'), viewer: tableOf('viewer') }));
}

/** Every file of a built folder as the path a page asks for; what is not in it does not exist for the window. */
function tableOf(folder: string): Record<string, string> {
  const root = join(dist, folder);
  if (!existsSync(root)) return {};
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return Object.fromEntries(paths.sort().map((path) => [`/${path}`, `${folder}/${path}`]));
}

if (import.meta.main) await buildApp();
