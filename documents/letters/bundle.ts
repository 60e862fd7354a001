import { ZipFile } from 'yazl';
import { zipStream } from '../archive/zip-stream.ts';

/** The fixed time of every member: the same letters give the same bytes. */
const fixedTime = new Date(1980, 0, 1, 0, 0, 0);

interface Bundled {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Gives a name taken already a number; two names that differ by their capitals are one on many disks. */
const distinctNames = (): ((name: string) => string) => {
  const taken = new Map<string, number>();
  return (name) => {
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    return count === 1 ? name : name.replace(/(\.[^.]+)?$/, ` (${count})$1`);
  };
};

/** Several letters in one zip, side by side; a name given twice takes a number. */
export const bundleLetters = async (letters: readonly Bundled[]): Promise<Uint8Array> => {
  const file = new ZipFile();
  const distinct = distinctNames();
  for (const { name, bytes } of letters)
    file.addBuffer(Buffer.from(bytes), distinct(name), { mtime: fixedTime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  file.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.outputStream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
};

/** The same for letters that come one at a time: none but the one being written is held. */
export async function* bundleStream(letters: AsyncIterable<Bundled>): AsyncGenerator<Uint8Array> {
  const distinct = distinctNames();
  async function* members() {
    for await (const { name, bytes } of letters) yield { path: distinct(name), open: () => [bytes] };
  }
  yield* zipStream(members());
}
