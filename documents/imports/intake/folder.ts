import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { intakeLimits, refuseIntake, type IntakeFile, type IntakeLimits, type Manifest } from './manifest.ts';
import { isLeftBehind, Names, partsOf } from './names.ts';

const pageSize = 256 * 1024;

/** What tells that a file is still the one that was listed. */
const keyOf = ({ dev, ino, size, mtimeNs }: BigIntStats): string => [dev, ino, size, mtimeNs].join(' ');

/** The content of a listed file. Nothing is followed, nothing is waited for: a link, a pipe or another file in its place refuses the intake. */
async function* contentOf(root: string, parts: readonly string[], listed: BigIntStats): AsyncGenerator<Buffer> {
  const shown = parts.join('/');
  const path = join(root, ...parts);
  const parent = join(root, ...parts.slice(0, -1));
  if ((await realpath(parent)) !== parent) refuseIntake('link', shown);
  const found = await lstat(path);
  if (found.isSymbolicLink()) refuseIntake('link', shown);
  if (!found.isFile()) refuseIntake('special-file', shown);
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const same = async (): Promise<void> => {
      if (keyOf(await handle.stat({ bigint: true })) !== keyOf(listed)) refuseIntake('size-lies', shown);
    };
    await same();
    for (let left = Number(listed.size); left > 0; ) {
      const page = Buffer.allocUnsafe(Math.min(pageSize, left));
      const { bytesRead } = await handle.read(page, 0, page.length, null);
      if (bytesRead === 0) refuseIntake('size-lies', shown);
      left -= bytesRead;
      yield page.subarray(0, bytesRead);
    }
    await same();
  } finally {
    await handle.close();
  }
}

/** A name of the disk as text; bytes that are no text cannot be shown, and are refused. */
const nameOf = (bytes: Buffer, folder: readonly string[]): string => {
  const name = bytes.toString('utf8');
  return Buffer.from(name, 'utf8').equals(bytes) ? name : refuseIntake('name-unreadable', [...folder, name].join('/'));
};

/**
 * Lists a folder without following anything: files and folders only, the first anomaly refuses the whole. The folder itself may be reached through a link, since a person chose it.
 * Throws IntakeRefusal; errors of the disk name their file.
 */
export const listFolder = async (chosen: string, limits: IntakeLimits = intakeLimits, leftBehind: 'ignored' | 'kept' = 'ignored'): Promise<Manifest> => {
  const root = await realpath(chosen);
  const names = new Names();
  const [files, ignored]: [IntakeFile[], string[]] = [[], []];
  const waiting: (readonly string[])[] = [[]];
  let [seen, bytes] = [0, 0];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const inside = await readdir(join(root, ...folder), { encoding: 'buffer' });
    for (const raw of inside.sort(Buffer.compare)) {
      seen += 1;
      if (seen > limits.files) refuseIntake('too-many-files');
      const parts = [...folder, nameOf(raw, folder)];
      const shown = parts.join('/');
      const read = partsOf(shown, limits.depth);
      if (read.length !== parts.length) refuseIntake('name-reserved', shown);
      const found = await lstat(join(root, ...parts), { bigint: true });
      if (found.isSymbolicLink()) refuseIntake('link', shown);
      if (!found.isFile() && !found.isDirectory()) refuseIntake('special-file', shown);
      names.add(parts, found.isFile() ? 'file' : 'folder');
      if (found.isDirectory()) {
        waiting.push(parts);
        continue;
      }
      if (found.size > BigInt(limits.fileBytes)) refuseIntake('bomb-size', shown);
      const composed = parts.map((part) => part.normalize('NFC'));
      if (leftBehind === 'ignored' && isLeftBehind(composed)) ignored.push(composed.join('/'));
      else {
        bytes += Number(found.size);
        if (bytes > limits.totalBytes) refuseIntake('bomb-size', shown);
        files.push({ path: composed, bytes: Number(found.size), open: () => contentOf(root, parts, found) });
      }
    }
  }
  return { files: files.sort((one, other) => (one.path.join(sep) < other.path.join(sep) ? -1 : 1)), ignored };
};
