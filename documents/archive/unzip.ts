import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refusal, refuse } from '../signature/refusal.ts';

/** Limits of an archive that is read into memory. */
export const limits = { files: 2_000, fileBytes: 256 * 1024 * 1024, totalBytes: 512 * 1024 * 1024, ratio: 200, freeBytes: 1024 * 1024 } as const;

const regularFile = 0o100000;
const windowsNames = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that stays inside its folder on every system, or a refusal. */
export const checkPath = (name: string): string => {
  const parts = name.split('/');
  const unsafe = name.length > 240 || /[\\:*?"<>|]|\p{C}/u.test(name) || name !== name.normalize('NFC');
  const bad =
    unsafe || parts.some((part) => part === '' || part === '.' || part === '..' || part.startsWith('~') || /[. ]$/.test(part) || windowsNames.test(part));
  return bad ? refuse('zip-path', { name: name.slice(0, 80) }) : name;
};

const nameOf = (entry: Entry): string => {
  const raw = entry.fileNameRaw;
  const name = raw.toString('utf8');
  return Buffer.from(name, 'utf8').equals(raw) ? checkPath(name) : refuse('zip-path', { name: raw.toString('latin1').slice(0, 80) });
};

const checkEntry = (entry: Entry, name: string): void => {
  if (entry.isEncrypted() || (entry.generalPurposeBitFlag & 0x2041) !== 0) refuse('zip-encrypted', { name });
  const mode = entry.externalFileAttributes >>> 16;
  if (mode !== 0 && (mode & 0o170000) !== regularFile) refuse('zip-link', { name });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) refuse('zip-malformed');
  if (entry.uncompressedSize > limits.fileBytes) refuse('zip-size', { name });
  if (entry.uncompressedSize > limits.freeBytes && entry.uncompressedSize > limits.ratio * entry.compressedSize) refuse('zip-ratio', { name });
};

const readStream = async (zip: ZipFile, entry: Entry, name: string): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    length += (chunk as Buffer).length;
    if (length > entry.uncompressedSize) refuse('zip-size', { name });
    chunks.push(chunk as Buffer);
  }
  return length === entry.uncompressedSize ? Buffer.concat(chunks) : refuse('zip-size', { name });
};

/** Checks that the local members tile the file from its first byte to the central directory, under the names of that directory. */
const checkTiling = (bytes: Buffer, entries: readonly Entry[]): void => {
  let at = 0;
  for (const entry of [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader !== at || at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return refuse('zip-malformed');
    const [flags, method, nameLength, extraLength] = [
      bytes.readUInt16LE(at + 6),
      bytes.readUInt16LE(at + 8),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const same =
      bytes.subarray(at + 30, at + 30 + nameLength).equals(entry.fileNameRaw) && flags === entry.generalPurposeBitFlag && method === entry.compressionMethod;
    if (!same || (flags & 8) !== 0) return refuse('zip-malformed');
    at += 30 + nameLength + extraLength + entry.compressedSize;
  }
  if (at + 4 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) refuse('zip-malformed');
};

/** Opens a zip in memory and refuses on the first anomaly: path out, link, duplicate by case or accents, encryption, ratio, count, size on the real stream. */
export const unzip = async (bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(file, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false });
    if (zip.entryCount > limits.files) refuse('zip-count', { count: zip.entryCount });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entries.length === limits.files) refuse('zip-count', { count: entries.length });
      entries.push(entry);
    }
    const names = new Set<string>();
    const named = entries.map((entry) => {
      const name = nameOf(entry);
      const folded = name.normalize('NFD').toLocaleLowerCase('en');
      if (names.has(folded)) refuse('zip-duplicate', { name });
      names.add(folded);
      checkEntry(entry, name);
      return { entry, name };
    });
    checkTiling(file, entries);
    if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > limits.totalBytes) refuse('zip-size', { name: '' });
    const files = new Map<string, Buffer>();
    for (const { entry, name } of named) files.set(name, await readStream(zip, entry, name));
    return files;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse('zip-malformed');
  }
};
