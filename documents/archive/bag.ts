import { createHash } from 'node:crypto';
import { refuse } from '../signature/refusal.ts';
import { algorithms, declaration, tagFiles } from './layout.ts';
import { checkPath } from './unzip.ts';

type Files = ReadonlyMap<string, Buffer>;

/** The files of the one top folder of a zip, by their path inside it. */
export const readFolder = (files: Files): Files => {
  const folders = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  const [folder] = folders;
  if (folders.size !== 1 || folder === undefined || [...files.keys()].some((path) => !path.includes('/'))) return refuse('bag-folder');
  return new Map([...files].map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
};

const decode = (path: string, name: string): string => {
  if (/%(?!0A|0D|25)/i.test(path)) refuse('bag-manifest', { name });
  return checkPath(path.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%25/g, '%'));
};

const readManifest = (files: Files, name: string, algorithm: string): ReadonlyMap<string, string> => {
  const bytes = files.get(name) ?? refuse('bag-manifest', { name });
  const text = bytes.toString('utf8');
  const length = createHash(algorithm).digest('hex').length;
  if (!Buffer.from(text, 'utf8').equals(bytes) || !text.endsWith('\n')) refuse('bag-manifest', { name });
  const listed = new Map<string, string>();
  for (const line of text.slice(0, -1).split('\n')) {
    const match = /^([0-9a-f]+) {2}(.+)$/.exec(line);
    const path = match?.[2] === undefined ? refuse('bag-manifest', { name }) : decode(match[2], name);
    if (match?.[1]?.length !== length || listed.has(path)) refuse('bag-manifest', { name });
    listed.set(path, match?.[1] ?? '');
  }
  return listed;
};

const compare = (files: Files, expected: ReadonlySet<string>, name: string, algorithm: string): void => {
  const listed = readManifest(files, name, algorithm);
  for (const path of expected) if (!listed.has(path)) refuse('bag-unlisted', { name: path });
  for (const [path, digest] of listed) {
    const bytes = expected.has(path) ? files.get(path) : undefined;
    if (bytes === undefined) return refuse('bag-missing', { name: path });
    if (createHash(algorithm).update(bytes).digest('hex') !== digest) refuse('bag-digest', { name: path });
  }
};

/** Checks a bag of RFC 8493 with both our manifests: declaration, both manifests complete both ways, tag manifests, Payload-Oxum. */
export const checkBag = (files: Files): void => {
  if (files.get(tagFiles.declaration)?.toString('utf8') !== declaration) refuse('bag-declaration');
  const paths = [...files.keys()];
  const payloadPaths = new Set(paths.filter((path) => path.startsWith('data/')));
  const tagManifests = algorithms.map((algorithm) => `tagmanifest-${algorithm}.txt`);
  const tagPaths = new Set(paths.filter((path) => !payloadPaths.has(path) && !tagManifests.includes(path)));
  for (const algorithm of algorithms) compare(files, payloadPaths, `manifest-${algorithm}.txt`, algorithm);
  for (const algorithm of algorithms) compare(files, tagPaths, `tagmanifest-${algorithm}.txt`, algorithm);
  const info = files.get(tagFiles.info)?.toString('utf8') ?? refuse('bag-info');
  const oxum = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(info);
  const octets = [...payloadPaths].reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  if (oxum === null) refuse('bag-info');
  if (oxum?.[1] !== String(octets) || oxum[2] !== String(payloadPaths.size)) refuse('bag-oxum');
};
