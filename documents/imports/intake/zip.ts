import type { FileHandle } from 'node:fs/promises';
import { intakeLimits, refuseIntake, type IntakeFile, type IntakeLimits, type Manifest } from './manifest.ts';
import { isLeftBehind, Names, partsOf } from './names.ts';
import { openPlain } from './plain.ts';
import type { ZipBytes } from './zip-bytes.ts';
import { readMember } from './zip-content.ts';
import { readEnd } from './zip-end.ts';
import { readEntries } from './zip-entry.ts';
import { readMembers, type ZipMember } from './zip-member.ts';

/** What tells that a file is still the one that was listed. */
const identityOf = async (handle: FileHandle): Promise<{ readonly size: number; readonly key: string }> => {
  const { dev, ino, size, mtimeNs } = await handle.stat({ bigint: true });
  return { size: Number(size), key: [dev, ino, size, mtimeNs].join(' ') };
};

/** Opens the zip again for one content, and refuses when it is not the file that was listed. */
async function* contentOf(path: string, key: string, member: ZipMember): AsyncGenerator<Buffer> {
  const handle = await openPlain(path);
  try {
    const now = await identityOf(handle);
    if (now.key !== key) refuseIntake('size-lies', member.entry.name);
    yield* readMember({ handle, size: now.size }, member);
  } finally {
    await handle.close();
  }
}

/** Every member of a zip that is a file, with its composed path, or the first anomaly; folders are parted by either slash, or by the plain one alone. Throws IntakeRefusal. */
export const readZip = async (
  zip: ZipBytes,
  limits: IntakeLimits,
  slash: '/' | 'either',
): Promise<readonly { readonly path: readonly string[]; readonly member: ZipMember }[]> => {
  const directory = await readEnd(zip, limits);
  const entries = await readEntries(zip, directory, limits);
  const names = new Names();
  const parts = new Map(
    entries.map((entry) => {
      if (slash === '/' && entry.name.includes('\\')) refuseIntake('name-reserved', entry.name.slice(0, 120));
      const named = partsOf(entry.name, limits.depth);
      names.add(named, entry.isFolder ? 'folder' : 'file');
      return [entry, named] as const;
    }),
  );
  const members = new Map((await readMembers(zip, entries, directory.offset)).map((member) => [member.entry, member]));
  return entries.flatMap((entry) => {
    const member = members.get(entry);
    return entry.isFolder || member === undefined ? [] : [{ path: (parts.get(entry) ?? []).map((part) => part.normalize('NFC')), member }];
  });
};

/**
 * Lists a zip without unfolding it, from one reading of its bytes: what is checked is what will be read. The first anomaly refuses the whole.
 * The contents are checked as they pass. What systems leave behind is passed over unless it is asked for. Throws IntakeRefusal.
 */
export const listZip = async (path: string, limits: IntakeLimits = intakeLimits, leftBehind: 'ignored' | 'kept' = 'ignored'): Promise<Manifest> => {
  const handle = await openPlain(path);
  try {
    const { size, key } = await identityOf(handle);
    const [files, ignored]: [IntakeFile[], string[]] = [[], []];
    for (const { path: composed, member } of await readZip({ handle, size }, limits, leftBehind === 'kept' ? '/' : 'either')) {
      if (leftBehind === 'ignored' && isLeftBehind(composed)) ignored.push(composed.join('/'));
      else files.push({ path: composed, bytes: member.entry.size, open: () => contentOf(path, key, member) });
    }
    return { files, ignored };
  } finally {
    await handle.close();
  }
};
