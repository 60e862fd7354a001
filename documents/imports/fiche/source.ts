import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { openPlain } from '../intake/plain.ts';
import { FluxFault } from './fault.ts';

/** Limits of a flux inside a zip: its size once unpacked, and how many times larger than its packing it may be. The real one is some 570 MB, packed 8 times smaller. */
export const zipLimits = { bytes: 4 * 1024 ** 3, ratio: 100, free: 16 * 1024 ** 2, entries: 16 } as const;

/** The bytes of a flux as they come, and how far the file they come from has been read. */
export interface FluxSource {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes of XML to read in all. */
  readonly total: number;
}

const isZip = async (path: string): Promise<boolean> => {
  const file = await openPlain(path);
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    return head.equals(Buffer.from('PK\u0003\u0004', 'latin1')) || head.equals(Buffer.from('PK\u0005\u0006', 'latin1'));
  } finally {
    await file.close();
  }
};

const findXml = async (zip: ZipFile): Promise<Entry> => {
  const found: Entry[] = [];
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (seen > zipLimits.entries) throw new FluxFault('zip-content');
    if (/\.xml$/i.test(entry.fileName)) found.push(entry);
  }
  const [entry, other] = found;
  if (entry === undefined || other !== undefined) throw new FluxFault('zip-content');
  if (entry.isEncrypted()) throw new FluxFault('zip-encrypted');
  if (entry.uncompressedSize > zipLimits.bytes) throw new FluxFault('zip-bomb');
  if (entry.uncompressedSize > zipLimits.free && entry.uncompressedSize > zipLimits.ratio * entry.compressedSize) throw new FluxFault('zip-bomb');
  return entry;
};

/** What fails in a zip once it is open: a method that is not known, a member cut short or damaged. */
const inZip = (error: unknown): never => {
  throw error instanceof FluxFault ? error : new FluxFault('zip');
};

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let length = 0;
  const stream = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
    zip.close();
    return inZip(error);
  });
  try {
    for await (const chunk of stream) {
      length += (chunk as Buffer).length;
      // What the directory announces is not believed: the real stream is counted.
      if (length > entry.uncompressedSize) throw new FluxFault('zip-bomb');
      yield chunk as Buffer;
    }
  } catch (error) {
    inZip(error);
  } finally {
    stream.destroy();
    zip.close();
  }
}

const openZip = async (path: string): Promise<FluxSource> => {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false, strictFileNames: true });
    const entry = await findXml(zip);
    return { chunks: readEntry(zip, entry), total: entry.uncompressedSize };
  } catch (error) {
    zip?.close();
    throw error instanceof FluxFault ? error : new FluxFault('zip');
  }
};

/** Opens a flux, an XML file or a zip with one XML file in it, to be read once from its beginning; it never lies whole in the memory. */
export const openFlux = async (path: string): Promise<FluxSource> => {
  try {
    if (await isZip(path)) return await openZip(path);
    return { chunks: createReadStream(path, { highWaterMark: 256 * 1024 }), total: (await stat(path)).size };
  } catch (error) {
    if (error instanceof FluxFault) throw error;
    throw new FluxFault('missing');
  }
};
