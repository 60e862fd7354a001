// `npm run lock`, after any change of dependencies. A registry that serves one system's packages only leaves the others
// out of package-lock.json, and `npm ci` then refuses it: this adds them by name and version, from what their parents ask.
import { readFileSync, writeFileSync } from 'node:fs';

type Locked = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const file = 'package-lock.json';
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [place, parent] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isLocked(place, name)) continue;
    lock.packages[`node_modules/${name}`] = { version: range.replace(/^[\^~]/, ''), ...platformOf(name), ...(parent.dev ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
const packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`${added} added`);

function isLocked(place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    if (`${folder}/node_modules/${name}`.replace(/^\//, '') in lock.packages) return true;
    if (!folder.includes('/node_modules/')) return `node_modules/${name}` in lock.packages;
  }
}

function platformOf(name: string): Locked {
  const words = name.split(/[-/]/);
  const os = systems.filter((word) => words.includes(word) || (word === 'win32' && words.includes('windows')));
  const cpu = processors.filter((word) => words.includes(word) || (word === 'arm' && words.some((part) => part.startsWith('arm') && part !== 'arm64')));
  if (name === 'fsevents') os.push('darwin');
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return { ...(os.length ? { os } : {}), ...(cpu.length ? { cpu } : {}), ...(libc.length && os.includes('linux') ? { libc } : {}) };
}
