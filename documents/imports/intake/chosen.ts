import { stat } from 'node:fs/promises';
import { refuseIntake, type IntakeFile } from './manifest.ts';
import { openPlain } from './plain.ts';

const pageSize = 256 * 1024;

async function* contentOf(path: string, name: string, key: string, bytes: number): AsyncGenerator<Buffer> {
  const handle = await openPlain(path);
  try {
    const same = async (): Promise<void> => {
      const { dev, ino, size, mtimeNs } = await handle.stat({ bigint: true });
      if ([dev, ino, size, mtimeNs].join(' ') !== key) refuseIntake('size-lies', name);
    };
    await same();
    for (let left = bytes; left > 0; ) {
      const page = Buffer.allocUnsafe(Math.min(pageSize, left));
      const { bytesRead } = await handle.read(page, 0, page.length, null);
      if (bytesRead === 0) refuseIntake('size-lies', name);
      left -= bytesRead;
      yield page.subarray(0, bytesRead);
    }
    await same();
  } finally {
    await handle.close();
  }
}

/** A file that a person chose by itself, read page by page; one that changes meanwhile is refused. */
export const chosenFile = async (path: string, name: string): Promise<IntakeFile> => {
  const found = await stat(path, { bigint: true });
  if (!found.isFile()) refuseIntake('special-file', name);
  const { dev, ino, size, mtimeNs } = found;
  return { path: [name.normalize('NFC')], bytes: Number(size), open: () => contentOf(path, name, [dev, ino, size, mtimeNs].join(' '), Number(size)) };
};
