import { createHash, type Hash } from 'node:crypto';
import { refuse } from '../signature/refusal.ts';
import { decodePath, insidePath, readDeclaration, readInfo, tagText, type BagVersion, type Declaration } from './bag-text.ts';
import type { BagFile, BagFiles } from './source.ts';
import { readWhole } from './unzip.ts';

/** What a long reading is doing with the bytes that pass: the digest of the file, the opening of what is encrypted, the check of the bag. */
export type Pass = 'reading' | 'opening' | 'checking';

/** How a long reading tells how far it is, in bytes of the pass that it makes, and hears that it must stop. */
export interface Watch {
  readonly report?: (done: number, total: number, pass: Pass) => void;
  readonly signal?: AbortSignal;
}

/** A bag that was read whole: what it declares, its information, the algorithms of its manifests, and the content of the files that were asked for. */
export interface ReadBag {
  readonly version: BagVersion;
  readonly info: ReadonlyMap<string, readonly string[]>;
  readonly algorithms: readonly string[];
  readonly tagAlgorithms: readonly string[];
  readonly listedTags: ReadonlySet<string>;
  readonly kept: ReadonlyMap<string, Buffer>;
}

type Manifest = { readonly name: string; readonly algorithm: string; readonly of: 'payload' | 'tags'; readonly lines: ReadonlyMap<string, string> };

const known = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
const manifestName = /^(tag)?manifest-([a-z0-9-]+)\.txt$/i;
const isPayload = (path: string): boolean => path.startsWith('data/');

const readManifest = (bytes: Buffer, name: string, { version, encoding }: Declaration): Manifest => {
  const match = manifestName.exec(name);
  const algorithm = known.find((one) => one === (match?.[2] ?? '').toLowerCase().replaceAll('-', '')) ?? refuse('bag-algorithm', { name });
  const size = createHash(algorithm).digest('hex').length;
  const of = match?.[1] === undefined ? 'payload' : 'tags';
  const lines = new Map<string, string>();
  for (const line of tagText(bytes, encoding, name).split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const parts = /^([0-9a-f]+)[ \t]+(\S.*)$/i.exec(line);
    const path = parts?.[2] === undefined ? refuse('bag-manifest', { name }) : decodePath(parts[2], version, name);
    if (parts?.[1]?.length !== size) refuse('bag-manifest', { name });
    if (lines.has(path)) refuse('bag-manifest', { name: `${name}, ${path}` });
    if (isPayload(path) !== (of === 'payload')) refuse('bag-manifest', { name: `${name}, ${path}` });
    if (of === 'tags' && /^tagmanifest-/i.test(path)) refuse('bag-manifest', { name: `${name}, ${path}` });
    lines.set(path, (parts?.[1] ?? '').toLowerCase());
  }
  return { name, algorithm, of, lines };
};

const checkFetch = (bytes: Buffer | undefined, encoding: Declaration['encoding'], files: BagFiles, listed: ReadonlySet<string>): void => {
  if (bytes === undefined) return;
  for (const line of tagText(bytes, encoding, 'fetch.txt').split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const match = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line);
    const path = match?.[1] === undefined ? refuse('bag-fetch', { name: line.slice(0, 80) }) : insidePath(match[1], 'fetch.txt');
    if (!isPayload(path) || !listed.has(path)) refuse('bag-fetch', { name: path });
    if (!files.has(path)) refuse('bag-fetch', { name: path });
  }
};

const checkListing = (manifests: readonly Manifest[], files: BagFiles, version: BagVersion): ReadonlySet<string> => {
  const payloads = manifests.filter(({ of }) => of === 'payload');
  if (payloads.length === 0) refuse('bag-manifest', { name: 'manifest-*.txt' });
  const everywhere = new Set(payloads.flatMap(({ lines }) => [...lines.keys()]));
  for (const path of files.keys()) if (isPayload(path) && !everywhere.has(path)) refuse('bag-unlisted', { name: path });
  // Since 1.0 every payload manifest lists every payload file (RFC 8493, 2.1.3); before, each file is in one of them at least.
  if (version === '1.0') for (const { lines } of payloads) for (const path of everywhere) if (!lines.has(path)) refuse('bag-unlisted', { name: path });
  return everywhere;
};

const checkOxum = (info: ReadBag['info'], files: BagFiles): void => {
  const told = info.get('payload-oxum');
  if (told === undefined) return;
  const payload = [...files.values()].filter(({ path }) => isPayload(path));
  const octets = payload.reduce((sum, { bytes }) => sum + bytes, 0);
  if (told.length !== 1 || told[0] !== `${octets}.${payload.length}`) refuse('bag-oxum');
};

/** Reads one file once: every digest that a manifest names for it, and its bytes when they are to be kept. */
const digestFile = async (file: BagFile, manifests: readonly Manifest[], keep: boolean, passed: (bytes: number) => void): Promise<Buffer | null> => {
  const naming = manifests.filter(({ lines }) => lines.has(file.path));
  const hashes = new Map<string, Hash>(naming.map(({ algorithm }) => [algorithm, createHash(algorithm)]));
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) {
    for (const hash of hashes.values()) hash.update(chunk);
    if (keep) chunks.push(chunk);
    passed(chunk.length);
  }
  const digests = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
  const lying = naming.filter(({ algorithm, lines }) => digests.get(algorithm) !== lines.get(file.path));
  const [liar] = lying;
  if (liar === undefined) return keep ? Buffer.concat(chunks) : null;
  // A file that one manifest names rightly has not changed: the other lies. A manifest that its tag manifests belie was changed itself.
  if (manifestName.test(file.path)) return refuse('bag-manifest-lies', { name: file.path });
  return lying.length < naming.length ? refuse('bag-manifest-lies', { name: `${liar.name}, ${file.path}` }) : refuse('bag-digest', { name: file.path });
};

/** Refuses by its name a payload file that stands under another: the digests are those of a file that is missing. */
const checkRenamed = async (manifests: readonly Manifest[], files: BagFiles, { signal }: Watch): Promise<void> => {
  const [manifest] = manifests.filter(({ of }) => of === 'payload');
  if (manifest === undefined) return;
  const added = [...files.values()].filter(({ path }) => isPayload(path) && manifests.every(({ lines }) => !lines.has(path)));
  const missing = [...manifest.lines].filter(([path]) => !files.has(path));
  const [file] = added;
  if (file === undefined || missing.length === 0) return;
  const hash = createHash(manifest.algorithm);
  for await (const chunk of file.open()) {
    signal?.throwIfAborted();
    hash.update(chunk);
  }
  const digest = hash.digest('hex');
  const was = missing.find(([, told]) => told === digest)?.[0];
  if (was !== undefined) refuse('bag-renamed', { name: file.path, was });
};

/**
 * Reads a bag of BagIt 0.93 to 1.0 once, from its first byte to its last: declaration, manifests complete both ways, digests, fetch.txt, Payload-Oxum.
 * Only what `keeps` names stays in memory. Throws a Refusal on the first rule broken, and the reason of the signal when it is told to stop.
 */
export const readBag = async (files: BagFiles, keeps: (path: string) => boolean, watch: Watch = {}): Promise<ReadBag> => {
  const small = async (path: string): Promise<Buffer | undefined> => {
    const file = files.get(path);
    return file === undefined ? undefined : readWhole(file);
  };
  const declaration = readDeclaration((await small('bagit.txt')) ?? refuse('bag-declaration'));
  const names = [...files.keys()].filter((path) => manifestName.test(path));
  const manifests: Manifest[] = [];
  for (const name of names) manifests.push(readManifest((await small(name)) ?? Buffer.alloc(0), name, declaration));
  await checkRenamed(manifests, files, watch);
  const listed = checkListing(manifests, files, declaration.version);
  checkFetch(await small('fetch.txt'), declaration.encoding, files, listed);
  for (const { lines } of manifests) for (const path of lines.keys()) if (!files.has(path)) refuse('bag-missing', { name: path });
  const infoBytes = (await small('bag-info.txt')) ?? (await small('package-info.txt'));
  const info = infoBytes === undefined ? new Map<string, readonly string[]>() : readInfo(tagText(infoBytes, declaration.encoding, 'bag-info.txt'));
  checkOxum(info, files);
  const total = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const kept = new Map<string, Buffer>();
  let done = 0;
  for (const file of files.values()) {
    const content = await digestFile(file, manifests, keeps(file.path), (bytes) => {
      watch.signal?.throwIfAborted();
      done += bytes;
      watch.report?.(done, total, 'checking');
    });
    if (content !== null) kept.set(file.path, content);
  }
  const of = (which: Manifest['of']): string[] => manifests.filter((manifest) => manifest.of === which).map(({ algorithm }) => algorithm);
  const tagLines = manifests.filter((manifest) => manifest.of === 'tags').map(({ lines }) => lines);
  const listedTags = new Set([...(tagLines[0]?.keys() ?? [])].filter((path) => tagLines.every((lines) => lines.has(path))));
  return { version: declaration.version, info, algorithms: of('payload'), tagAlgorithms: of('tags'), listedTags, kept };
};
