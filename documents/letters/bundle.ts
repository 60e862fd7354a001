import { ZipFile } from 'yazl';

/** The fixed time of every member: the same letters give the same bytes. */
const fixedTime = new Date(1980, 0, 1, 0, 0, 0);

/** Several letters in one zip, side by side; a name given twice takes a number. */
export const bundleLetters = async (letters: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<Uint8Array> => {
  const file = new ZipFile();
  const taken = new Map<string, number>();
  // Two names that differ by their capitals are one on many disks.
  for (const { name, bytes } of letters) {
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    const path = count === 1 ? name : name.replace(/(\.[^.]+)?$/, ` (${count})$1`);
    file.addBuffer(Buffer.from(bytes), path, { mtime: fixedTime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  }
  file.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.outputStream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
};
