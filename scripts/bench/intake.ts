import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, createWriteStream, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { ZipFile } from 'yazl';
import { benchPeople } from '../../words/bench.ts';
import { alternate, timed, type Comparison } from './measure.ts';

/** What the import of a big archive was compared with, and the peaks of memory of each side, in mebibytes. */
export interface IntakeComparison {
  readonly times: Comparison;
  readonly memory: { readonly ours: number; readonly theirs: number };
  readonly files: number;
  readonly bytes: number;
}

/** Two files in three do not shrink, as scans and slides do not; the third is text. */
const kinds = ['scan', 'slides', 'text'] as const;
const filesPerCandidate = 5;
const candidates = 40;

/** Lays an archive of about `bytes` on the disk: a folder a candidate, files named as people name them. */
const layArchive = async (path: string, folder: string, bytes: number): Promise<void> => {
  const zip = new ZipFile();
  const size = Math.floor(bytes / candidates / filesPerCandidate);
  // Words drawn by lot: text that shrinks as text does, and not as a bomb would.
  const words = [...`${benchPeople.note} ${benchPeople.reason} ${benchPeople.recommendation}`.matchAll(/\p{L}+/gu)].map(([word]) => word);
  const prose = Buffer.from(Array.from(randomBytes(1 << 18), (byte) => words[byte % words.length]).join(' '));
  for (let who = 1; who <= candidates; who += 1)
    for (let which = 0; which < filesPerCandidate; which += 1) {
      const kind = kinds[which % kinds.length] ?? 'text';
      const file = join(folder, `${who}-${which}`);
      const handle = openSync(file, 'w');
      const block = kind === 'text' ? prose : randomBytes(1 << 20);
      for (let written = writeSync(handle, `${who}-${which}\n`); written < size; ) {
        if (kind !== 'text') block.writeUInt32BE(written, 0);
        written += writeSync(handle, block, 0, Math.min(block.length, size - written));
      }
      closeSync(handle);
      zip.addFile(file, `${String(who).padStart(3, '0')}/livrable ${which + 1}.${kind === 'text' ? 'txt' : 'bin'}`, { compress: kind === 'text' });
    }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
};

/** Runs a program to its end; its peak of memory in mebibytes, as GNU time tells it. */
export const weigh = (command: string, args: readonly string[]): number => {
  const done = spawnSync('/usr/bin/time', ['-f', '%M', command, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
  return Number(done.stderr.trim().split('\n').at(-1)) / 1024;
};

/**
 * Compares taking an archive of dossiers into the store (listed, checked, matched, each file encrypted with its digest, adopted in one transaction)
 * with what a careful person would do by hand: `unzip`, then `sha256sum` of every file. Each side in processes of its own.
 */
export const compareIntakes = async (scratch: string, resources: string, bytes: number, rounds = 3): Promise<IntakeComparison> => {
  const folder = join(scratch, 'pieces-source');
  mkdirSync(folder, { recursive: true });
  const archive = join(scratch, 'dossiers.zip');
  await layArchive(archive, folder, bytes);
  const digests = new Set(
    readdirSync(folder).map((name) =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ),
  );
  rmSync(folder, { recursive: true });
  const peaks = { ours: 0, theirs: 0 };
  const child = fileURLToPath(new URL('./intake-child.ts', import.meta.url));
  const ours = async (): Promise<number> => {
    const store = join(scratch, 'intake-store');
    const done = spawnSync(process.execPath, [child, archive, store, resources, String(candidates)], { encoding: 'utf8' });
    rmSync(store, { recursive: true, force: true });
    if (done.status !== 0) throw new Error(done.stderr);
    const told = JSON.parse(done.stdout) as { readonly milliseconds: number; readonly peak: number; readonly digests: readonly string[] };
    if (told.digests.length !== digests.size || told.digests.some((digest) => !digests.has(digest))) throw new Error('a file was not taken as it was');
    peaks.ours = Math.max(peaks.ours, told.peak);
    return told.milliseconds;
  };
  const theirs = async (): Promise<number> => {
    const place = join(scratch, 'unzipped');
    const spent = await timed(() => {
      peaks.theirs = Math.max(peaks.theirs, weigh('unzip', ['-q', archive, '-d', place]));
      const names = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      peaks.theirs = Math.max(
        peaks.theirs,
        weigh(
          'sha256sum',
          names.map((entry) => join(entry.parentPath, entry.name)),
        ),
      );
    });
    rmSync(place, { recursive: true });
    return spent;
  };
  const times = await alternate(rounds, 0, ours, theirs);
  const size = statSync(archive).size;
  rmSync(archive);
  return { times, memory: peaks, files: candidates * filesPerCandidate, bytes: size };
};
