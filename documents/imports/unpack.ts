import { crc32 } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { tableLimits, type TableFault } from './table.ts';
import { checkPart } from './workbook-check.ts';

/** The parts of a workbook that hold its table, inflated; pictures, macros and the rest are left where they are. */
export interface Unpacked {
  readonly members: ReadonlyMap<string, Buffer>;
}

const fault = (kind: TableFault['kind']): TableFault => ({ kind, line: null });

const open = (bytes: Uint8Array): Promise<ZipFile | null> =>
  new Promise((resolve) =>
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true, decodeStrings: true, validateEntrySizes: true }, (error, zip) =>
      resolve(error ? null : zip),
    ),
  );

const listEntries = (zip: ZipFile): Promise<readonly Entry[] | null> =>
  new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > tableLimits.members) resolve(null);
      else zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', () => resolve(null));
    zip.readEntry();
  });

/** Inflates one member; null as soon as more comes out than may, or than it announced. */
const inflate = (zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> =>
  new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        resolve(null);
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) stream.destroy(new Error('more than it may hold'));
        else chunks.push(chunk);
      });
      stream.once('error', () => resolve(null));
      stream.once('end', () => resolve(Buffer.concat(chunks)));
    });
  });

/** The one part of a document of the other office suites that tells them apart. */
const isOther = (names: readonly string[]): boolean =>
  !names.some((name) => name.toLowerCase() === 'xl/workbook.xml') &&
  names.some((name) => ['mimetype', 'word/document.xml', 'ppt/presentation.xml'].includes(name));

/**
 * Takes a workbook apart with care: its directory is judged first (members, sizes, ratio, encryption, names), then what really comes out is counted, and read as XML.
 * Faults: damaged-workbook, encrypted-workbook, other-document, and those of a table too large.
 */
export const unpackWorkbook = async (bytes: Uint8Array): Promise<Unpacked | TableFault> => {
  const zip = await open(bytes);
  if (zip === null) return fault('damaged-workbook');
  const entries = await listEntries(zip);
  if (entries === null) return fault('damaged-workbook');
  if (entries.some((entry) => entry.isEncrypted())) return fault('encrypted-workbook');
  const names = entries.map((entry) => entry.fileName);
  if (isOther(names)) return fault('other-document');
  if (!names.includes('[Content_Types].xml') || new Set(names.map((name) => name.toLowerCase())).size < names.length) return fault('damaged-workbook');
  const kept = entries.filter((entry) => /\.(xml|rels)$/i.test(entry.fileName));
  const announced = kept.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (announced > tableLimits.inflated) return fault('too-many-bytes');
  if (kept.some((entry) => entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > tableLimits.ratio * Math.max(1, entry.compressedSize))) {
    return fault('too-many-bytes');
  }
  const members = new Map<string, Buffer>();
  for (const entry of kept) {
    const inflated = await inflate(zip, entry, entry.uncompressedSize);
    if (inflated === null || crc32(inflated) !== entry.crc32) return fault('damaged-workbook');
    const refused = checkPart(inflated);
    if (refused !== null) return refused;
    members.set(entry.fileName, inflated);
  }
  return { members };
};
