// The thread that reads a table given by a person: whatever the file does to it, the program stays fluid.
import { readFile, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { notPlain } from './intake/plain.ts';
import { readTableBytes } from './table-bytes.ts';
import { tableLimits, type TableRead } from './table.ts';

const read = async (path: string): Promise<TableRead> => {
  const found = await stat(path);
  if (!found.isFile()) throw notPlain();
  const { size } = found;
  return size > tableLimits.bytes ? { ok: false, fault: { kind: 'too-many-bytes', line: null } } : readTableBytes(await readFile(path));
};

try {
  parentPort?.postMessage({ read: await read((workerData as { readonly path: string }).path) });
} catch (error) {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  parentPort?.postMessage({ code, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
