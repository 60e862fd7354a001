import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { weigh } from './intake.ts';
import { alternate, timed, type Comparison } from './measure.ts';

/** What the writing and the reading back of a big bag were compared with, the peaks of memory in mebibytes, and the leg in the age format, in milliseconds. */
export interface ArchiveComparison {
  readonly times: Comparison;
  readonly memory: { readonly ours: number; readonly theirs: number };
  readonly files: number;
  readonly bytes: number;
  readonly encrypted: { readonly milliseconds: number; readonly memory: number };
}

const files = 200;

/** Lays pieces that do not shrink, as scans and slides do not; gives the list of them with their digests. */
const layPieces = (folder: string, bytes: number): string => {
  mkdirSync(folder);
  const size = Math.floor(bytes / files);
  const list = Array.from({ length: files }, (_, rank) => {
    const path = join(folder, `${rank}.bin`);
    const handle = openSync(path, 'w');
    const hash = createHash('sha256');
    const block = randomBytes(1 << 20);
    for (let written = 0; written < size; ) {
      block.writeUInt32BE(written, 0);
      const part = block.subarray(0, Math.min(block.length, size - written));
      hash.update(part);
      written += writeSync(handle, part);
    }
    closeSync(handle);
    return { path, candidateNumber: String(rank % 40), kind: 'other', title: '', fileName: `${rank}.bin`, bytes: size, sha256: hash.digest('hex') };
  });
  const file = `${folder}.json`;
  writeFileSync(file, JSON.stringify(list));
  return file;
};

/**
 * Compares writing the bag of big dossiers in the clear, every piece digested three times over and checked, and its full verification from the disk,
 * with what a careful person would do by hand: `sha512sum` of every piece, then `zip -0`. Each side in processes of its own.
 */
export const compareArchives = async (scratch: string, bytes: number, rounds = 3): Promise<ArchiveComparison> => {
  const folder = join(scratch, 'archive-pieces');
  const list = layPieces(folder, bytes);
  const target = join(scratch, 'archive.zip');
  const child = fileURLToPath(new URL('./archive-child.ts', import.meta.url));
  const run = (recipient: string): { readonly write: number; readonly verify: number; readonly peak: number } => {
    const done = spawnSync(process.execPath, [child, list, target, recipient], { encoding: 'utf8' });
    rmSync(target, { force: true });
    if (done.status !== 0) throw new Error(done.stderr);
    return JSON.parse(done.stdout) as { readonly write: number; readonly verify: number; readonly peak: number };
  };
  const peaks = { ours: 0, theirs: 0 };
  const ours = async (): Promise<number> => {
    const { write, verify, peak } = run('');
    peaks.ours = Math.max(peaks.ours, peak);
    return write + verify;
  };
  const theirs = async (): Promise<number> => {
    const spent = await timed(() => {
      const names = Array.from({ length: files }, (_, rank) => join(folder, `${rank}.bin`));
      peaks.theirs = Math.max(peaks.theirs, weigh('sha512sum', names), weigh('zip', ['-0', '-q', '-r', target, folder]));
    });
    rmSync(target, { force: true });
    return spent;
  };
  const times = await alternate(rounds, 0, ours, theirs);
  const closed = run(await identityToRecipient(await generateX25519Identity()));
  rmSync(folder, { recursive: true });
  return { times, memory: peaks, files, bytes, encrypted: { milliseconds: closed.write, memory: closed.peak } };
};
