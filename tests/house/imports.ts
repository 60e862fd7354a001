import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A source file of the repository: its path from the root, with slashes, and its text. */
export type Source = { readonly path: string; readonly text: string };

/** What a folder may import: our own folders, npm packages, and Node's modules ("*" for any but the network's). */
type Allowance = { readonly ours: readonly string[]; readonly packages: readonly string[]; readonly node: readonly string[] };

const documentPackages = ['pdfkit', 'fontkit', 'yauzl', 'yazl', 'csv-parse', 'csv-stringify', '@e965/xlsx', 'saxes', 'age-encryption', '@noble/ciphers', 'zod'];
const rendererPackages = [
  'react',
  'react-dom',
  'react-aria-components',
  '@tanstack/react-virtual',
  'zustand',
  'lucide-react',
  'signature_pad',
  'pdfjs-dist',
  'zod',
];
/** The one script that holds, as text, an Electron program: the empty window a cold start is compared to. */
const holdsEmptyApp = 'scripts/bench/empty.ts';
const network = new Set(['http', 'https', 'http2', 'net', 'dgram', 'tls', 'dns']);

/** Who may import whom: the table of the house. Tests beside a file may also reach the fixtures and their tools. */
export const allowances: Readonly<Record<string, Allowance>> = {
  words: { ours: [], packages: [], node: [] },
  domain: { ours: [], packages: ['zod'], node: [] },
  db: { ours: ['domain'], packages: ['better-sqlite3'], node: ['fs', 'fs/promises', 'path', 'crypto'] },
  documents: { ours: ['domain', 'words'], packages: documentPackages, node: ['*'] },
  requests: { ours: ['domain', 'db', 'documents'], packages: ['zod'], node: ['fs', 'path', 'crypto', 'buffer'] },
  electron: { ours: ['domain', 'requests', 'words'], packages: ['electron'], node: ['*'] },
  renderer: { ours: ['domain', 'words'], packages: rendererPackages, node: [] },
  build: { ours: ['domain', 'words'], packages: ['vite', '@vitejs/plugin-react', '@electron/fuses'], node: ['*'] },
  scripts: { ours: ['domain', 'db', 'documents', 'requests', 'words', 'build'], packages: ['*'], node: ['*'] },
};

const testTools = ['vitest', 'fast-check', 'zod', 'csv-parse', 'pdfkit', 'fontkit', 'pdfjs-dist', 'yauzl', 'yazl', 'better-sqlite3', 'ajv'];
const importLine = /^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** The faults of one file, each as a sentence; none when it keeps the house. */
export function faultsOf(source: Source): string[] {
  const [folder = ''] = source.path.split('/');
  const rule = allowances[folder];
  if (!rule) return [];
  const faults: string[] = [];
  const isTest = /\.test\.tsx?$/.test(source.path);
  for (const [, named, bare, called] of source.text.matchAll(importLine)) {
    const target = (named ?? bare ?? called) as string | undefined;
    const fault = target === undefined ? null : faultOf(source.path, folder, target.replace(/\?.*$/, ''), rule, isTest);
    if (fault) faults.push(`${source.path}: ${fault}`);
  }
  const code = source.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  // The reader asks its own origin for ranges of a piece; its content policy allows no other (electron/guard/headers.ts).
  if (source.path !== 'renderer/viewer/source.ts' && /(?<![.\w])fetch\(/.test(code)) faults.push(`${source.path}: calls fetch`);
  if (
    folder !== 'db' &&
    !isTest &&
    /\b(?:SELECT\s+[\w*][\s\S]{0,200}?\bFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b/.test(code) &&
    !source.path.startsWith('scripts/bench')
  )
    faults.push(`${source.path}: holds SQL`);
  if (/\b(?:safeStorage|keytar|libsecret|KWallet)\b/.test(code) && !isTest) faults.push(`${source.path}: asks the system's keyring`);
  if (/^export default\b/m.test(code) && !/(^renderer\/screens\/|\.config\.ts$)/.test(source.path)) faults.push(`${source.path}: has a default export`);
  const lines = source.text.split('\n').length;
  if (lines > 301) faults.push(`${source.path}: has ${lines - 1} lines`);
  return faults;
}

function faultOf(path: string, folder: string, target: string, rule: Allowance, isTest: boolean): string | null {
  if (target.startsWith('.')) {
    const [reached = ''] = join(path, '..', target).split('/');
    if (reached === folder) return null;
    if (isTest && (['tests', 'scripts', 'words'].includes(reached) || reached in allowances)) return null;
    return rule.ours.includes(reached) ? null : `${folder} may not import ${reached} (${target})`;
  }
  if (target.startsWith('node:')) {
    const name = target.slice(5);
    if (network.has(name)) return `imports the network (${target})`;
    return isTest || rule.node.includes('*') || rule.node.includes(name) ? null : `${folder} may not import ${target}`;
  }
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  if (network.has(name)) return `imports the network (${target})`;
  if (name === 'electron' && path === holdsEmptyApp) return null;
  if (name === 'electron' && folder !== 'electron') return `only electron imports electron`;
  const fonts = folder === 'renderer' && name.startsWith('@expo-google-fonts/');
  const allowed = fonts || rule.packages.includes('*') || rule.packages.includes(name) || (isTest && testTools.includes(name));
  return allowed ? null : `${folder} may not import the package ${name}`;
}

/** Every source file of the folders that have a rule. */
export function readSources(root: string): Source[] {
  return Object.keys(allowances).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs|cjs)$/.test(entry.name) && !entry.parentPath.includes('default-app'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') })),
  );
}
