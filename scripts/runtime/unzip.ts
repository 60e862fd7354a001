import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';

/** Unpacks a zip into `folder`; `pick` gives an entry's new name, or null to leave it out. File modes are kept. */
export async function unzip(zip: string, folder: string, pick: (name: string) => string | null): Promise<void> {
  const file = await openPromise(zip);
  for await (const entry of file.eachEntry()) {
    const name = pick(entry.fileName);
    if (name !== null && !name.endsWith('/')) await unpackEntry(await file.openReadStreamPromise(entry), entry, join(folder, name));
  }
}

async function unpackEntry(stream: NodeJS.ReadableStream, entry: Entry, target: string): Promise<void> {
  const mode = entry.externalFileAttributes >>> 16;
  mkdirSync(dirname(target), { recursive: true });
  if ((mode & 0o170000) === 0o120000) {
    let link = '';
    for await (const part of stream) link += String(part);
    symlinkSync(link, target);
  } else {
    await pipeline(stream, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
  }
}
