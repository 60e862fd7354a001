import { refuse } from '../signature/refusal.ts';
import { dossiersPath, payload, tagFiles } from './layout.ts';
import type { BagFiles } from './source.ts';

const megabyte = 1024 * 1024;

/** What the tag files that a verdict rests on may weigh, in bytes: a manifest of 200 000 files is about 30 MB. */
const tagLimits: readonly (readonly [path: RegExp, bytes: number])[] = [
  [/^(?:bagit|bag-info|package-info)\.txt$/, megabyte],
  [new RegExp(`^${tagFiles.readMe.replace('.', '\\.')}$`), megabyte],
  [/^(?:tag)?manifest-[a-z0-9-]+\.txt$/i, 64 * megabyte],
  [/^fetch\.txt$/, 16 * megabyte],
];

/** What each piece of a session's archive may weigh, in bytes; the largest that was written, with 500 candidates, is ten times smaller. */
const pieceLimits: ReadonlyMap<string, number> = new Map([
  [payload.minute, 64 * megabyte],
  [payload.record, 64 * megabyte],
  [payload.chain, 64 * megabyte],
  [payload.attendance, 32 * megabyte],
  [payload.receipt, 8 * megabyte],
  [payload.regulations, 8 * megabyte],
  [payload.referential, 8 * megabyte],
  [payload.schema, megabyte],
  [payload.root, megabyte],
  [dossiersPath, 64 * 1024],
]);
const rankedLimits: typeof tagLimits = [
  [/^data\/certificates\/[^/]+\.pem$/, megabyte],
  [/^data\/rectifies\/\d{1,3}\/minute\.pdf$/, 64 * megabyte],
  [/^data\/rectifies\/\d{1,3}\/receipt\.json$/, 8 * megabyte],
];

/** What all that stays in memory of one bag may weigh, in bytes. */
const largestKept = 256 * megabyte;

/** What a file of a bag may weigh to stay in memory while it is read; null when nothing asks for its content: it is only digested, whatever its size. */
export const keptLimit = (path: string, ours: boolean): number | null => {
  const named = (limits: typeof tagLimits): number | null => limits.find(([shape]) => shape.test(path))?.[1] ?? null;
  if (!path.startsWith('data/')) return named(tagLimits);
  return ours ? (pieceLimits.get(path) ?? named(rankedLimits)) : null;
};

/** Refuses a bag of which more would stay in memory than its format knows, before a byte of it is read: one file too large, or all of them together. */
export const checkKept = (files: BagFiles, ours: boolean): void => {
  let sum = 0;
  for (const { path, bytes } of files.values()) {
    const limit = keptLimit(path, ours);
    if (limit === null) continue;
    if (bytes > limit || (sum += bytes) > largestKept) refuse('zip-size', { name: path });
  }
};
