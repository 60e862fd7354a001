import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntakeFault } from '../../domain/intake-fault.ts';
import { listFolder } from '../imports/intake/folder.ts';
import { IntakeRefusal, type IntakeLimits } from '../imports/intake/manifest.ts';
import type { ZipBytes } from '../imports/intake/zip-bytes.ts';
import { readMember } from '../imports/intake/zip-content.ts';
import { listZip, readZip } from '../imports/intake/zip.ts';
import { Refusal, refuse } from '../signature/refusal.ts';
import type { Rule } from '../signature/rule.ts';

/** One file of a bag: its path with slashes, its length, and its content, checked as it passes; throws a Refusal. */
export interface BagFile {
  readonly path: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** The files of a bag by their path, from its top folder. */
export type BagFiles = ReadonlyMap<string, BagFile>;

/** What an archive may hold at most: it is never whole in memory, so the limits are those of a disk. */
export const archiveLimits: IntakeLimits = {
  files: 200_000,
  fileBytes: 1024 ** 4,
  totalBytes: 4 * 1024 ** 4,
  ratio: 200,
  freeBytes: 1024 * 1024,
  depth: 40,
};

const rules: Readonly<Record<IntakeFault, Rule>> = {
  'not-a-zip': 'zip-malformed',
  truncated: 'zip-truncated',
  'leaves-folder': 'zip-path',
  'absolute-path': 'zip-path',
  link: 'zip-link',
  'special-file': 'zip-link',
  encrypted: 'zip-encrypted',
  'bomb-ratio': 'zip-ratio',
  'bomb-size': 'zip-size',
  'too-many-files': 'zip-count',
  'size-lies': 'zip-size',
  'crc-wrong': 'zip-crc',
  overlapping: 'zip-malformed',
  'duplicate-name': 'zip-duplicate',
  'duplicate-case': 'zip-duplicate',
  'duplicate-unicode': 'zip-duplicate',
  'headers-disagree': 'zip-malformed',
  'unknown-method': 'zip-malformed',
  'name-unreadable': 'zip-path',
  'name-reserved': 'zip-path',
};

const named = (error: unknown): never => {
  if (error instanceof IntakeRefusal) return refuse(rules[error.fault], { name: error.file, count: archiveLimits.files });
  throw error;
};

async function* checked(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    named(error);
  }
}

type Listed = { readonly path: readonly string[]; readonly bytes: number; readonly open: () => AsyncIterable<Uint8Array> };

const filesOf = (listed: readonly Listed[]): BagFiles =>
  new Map(
    listed.map(({ path, bytes, open }) => {
      const whole = path.join('/');
      return [whole, { path: whole, bytes, open: () => checked(open()) }] as const;
    }),
  );

const listing = async (list: () => Promise<readonly Listed[]>): Promise<BagFiles> => {
  try {
    return filesOf(await list());
  } catch (error) {
    return error instanceof Refusal ? refuse(error.rule, error.facts) : named(error);
  }
};

/** The files of a zip on the disk, read where one asks. Throws a Refusal on the first anomaly; errors of the disk pass. */
export const openZipFile = (path: string): Promise<BagFiles> => listing(async () => (await listZip(path, archiveLimits, 'kept')).files);

/** The files of a zip that is read where one asks, under the same checks. */
export const openZipHandle = (zip: ZipBytes): Promise<BagFiles> =>
  listing(async () =>
    (await readZip(zip, archiveLimits, '/')).map(({ path, member }) => ({ path, bytes: member.entry.size, open: () => readMember(zip, member) })),
  );

/** The files of a zip in memory, under the same checks. */
export const openZipBytes = (bytes: Uint8Array): Promise<BagFiles> => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return openZipHandle({
    size: all.length,
    handle: { read: (into, offset, length, position) => Promise.resolve({ bytesRead: all.copy(into, offset, position, position + length) }) },
  });
};

/** The files of an unpacked folder; links, devices and twins by case are refused as in a zip. */
export const openFolder = (path: string): Promise<BagFiles> => listing(async () => (await listFolder(path, archiveLimits, 'kept')).files);

/** How a bag is wrapped: the name of its top folder in a zip (null for a folder of the disk, that anybody may name), and whether the zip bears a comment. */
export interface Wrapping {
  readonly folder: string | null;
  readonly comment: boolean;
}

/** The bytes of the end of a zip that bears no comment. */
const endLength = 22;

/** Whether the last bytes of a zip are an end that bears a comment. */
export const bearsComment = (tail: Buffer): boolean => tail.length < endLength || tail.readUInt32LE(tail.length - endLength) !== 0x06054b50;

/** The name of the top folder of what a zip holds. */
export const topFolder = (files: BagFiles): string => [...files.keys()][0]?.split('/')[0] ?? '';

/** The files of the one top folder of a zip, by their path inside it. */
export const insideFolder = (files: BagFiles): BagFiles => {
  const folders = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  const [folder] = folders;
  if (folders.size !== 1 || folder === undefined || [...files.keys()].some((path) => !path.includes('/'))) return refuse('bag-folder');
  return new Map([...files].map(([path, file]) => [path.slice(folder.length + 1), { ...file, path: path.slice(folder.length + 1) }]));
};

/** The files of an unpacked bag: the folder itself, or the one folder that it holds. */
export const openUnpacked = async (path: string): Promise<BagFiles> => {
  const files = await openFolder(path);
  if (files.has('bagit.txt') && (await lstat(join(path, 'data')).catch(() => null))?.isDirectory() !== true) refuse('bag-folder');
  return files.has('bagit.txt') || [...files.keys()].some((one) => one.startsWith('data/')) ? files : insideFolder(files);
};
