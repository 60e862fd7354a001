import { existsSync, readdirSync } from 'node:fs';
import { runtimeWords } from '../../words/runtime.ts';
import { has, run, Stop } from './command.ts';

/** What a Debian package brings that can be looked for: a shared library, a program or a file by its path. */
type Need = { readonly debian: string; readonly library?: string; readonly program?: string; readonly file?: string };

/** Where Debian puts the converter of dictionaries. */
export const debianConverter = '/usr/lib/qt6/libexec/qwebengine_convert_dict';

/** The shared libraries Electron's binary loads that a bare Debian 12 lacks. */
export const windowNeeds: readonly Need[] = [
  { debian: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { debian: 'libnss3', library: 'libnss3.so' },
  { debian: 'libasound2', library: 'libasound.so.2' },
  { debian: 'libgbm1', library: 'libgbm.so.1' },
];

/** The display that a machine without a screen lends to the tests. */
export const displayNeeds: readonly Need[] = [
  { debian: 'xvfb', program: 'Xvfb' },
  { debian: 'xauth', program: 'xauth' },
];

/** What compiling SQLite's binding takes. */
export const compilerNeeds: readonly Need[] = [
  { debian: 'g++', program: 'g++' },
  { debian: 'make', program: 'make' },
  { debian: 'python3', program: 'python3' },
];

/** The programs of others that write the tables and archives of the tests, and open ours. */
export const writerNeeds: readonly Need[] = [
  { debian: 'libreoffice-calc-nogui', program: 'soffice' },
  { debian: 'p7zip-full', program: '7z' },
  { debian: 'unzip', program: 'unzip' },
  { debian: 'zip', program: 'zip' },
  { debian: 'age', program: 'age' },
  { debian: 'libxml2-utils', program: 'xmllint' },
  { debian: 'python3', program: 'python3' },
  { debian: 'file', program: 'file' },
];

/** The program that makes Chromium's form of a dictionary. */
export const spellingNeeds: readonly Need[] = [{ debian: 'qt6-webengine-dev-tools', file: debianConverter }];

/** What cuts the network off around the journeys: a namespace, and a way out that leads nowhere. */
export const cutNeeds: readonly Need[] = [
  { debian: 'util-linux', program: 'unshare' },
  { debian: 'iproute2', program: 'ip' },
];

/** The programs of others that judge our PDFs in the tests. */
export const judgeNeeds: readonly Need[] = [
  { debian: 'poppler-utils', program: 'pdfsig' },
  { debian: 'qpdf', program: 'qpdf' },
  { debian: 'openssl', program: 'openssl' },
  { debian: 'default-jdk-headless', program: 'javac' },
  { debian: 'libjaxb-java', file: '/usr/share/java/jaxb-runtime.jar' },
];

/** The names of the Debian packages among `needs` that this machine lacks. */
export function missing(needs: readonly Need[]): string[] {
  const folders = libraryFolders();
  return needs
    .filter((need) => {
      const { library, file } = need;
      if (file) return !existsSync(file);
      if (library) return !folders.some((folder) => existsSync(`${folder}/${library}`));
      return need.program ? !has(need.program) : false;
    })
    .map((need) => need.debian);
}

/** Makes sure of `needs`: installs what is missing when root, otherwise stops with the exact command. */
export function ensureDebian(needs: readonly Need[]): void {
  if (process.platform !== 'linux') return;
  const packages = missing(needs);
  if (packages.length === 0) return;
  if (!has('apt-get')) throw new Stop(runtimeWords.noApt(packages));
  if (process.getuid?.() !== 0) throw new Stop(runtimeWords.mustInstall(packages));
  console.error(runtimeWords.installing(packages));
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    run('apt-get', ['update', '-q'], { env });
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  } catch {
    throw new Stop(runtimeWords.couldNotInstall(packages));
  }
}

/** Installs what is missing where that takes no more than asking; elsewhere the tests that want it are skipped. */
export function offerDebian(needs: readonly Need[]): void {
  if (has('apt-get') && process.getuid?.() === 0) ensureDebian(needs);
}

function libraryFolders(): string[] {
  const bases = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib'];
  const triplets = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  return [...bases, ...triplets.map((name) => `/usr/lib/${name}`)];
}
