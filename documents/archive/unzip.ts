import { refuse } from '../signature/refusal.ts';
import { openZipBytes, type BagFile } from './source.ts';

/** What a file that is read into memory may weigh, in bytes. */
export const largestPart = 256 * 1024 * 1024;

/** The whole of one file, for what fits the memory; refuses what is larger. */
export const readWhole = async (file: BagFile): Promise<Buffer> => {
  if (file.bytes > largestPart) return refuse('zip-size', { name: file.path });
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Opens a small zip in memory, whole, under every check of the strict reader. */
export const unzip = async (bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> => {
  const files = await openZipBytes(bytes);
  const total = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
  if (total > 2 * largestPart) refuse('zip-size', { name: '' });
  const read = new Map<string, Buffer>();
  for (const [path, file] of files) read.set(path, await readWhole(file));
  return read;
};
