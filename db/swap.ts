import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { swapMark, type Restored, type SwapMark } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import { storeParts } from './backup.ts';
import { flushFolder, moveWhole, writeWhole } from './disk.ts';

/** Where what comes in waits, complete: its presence is the mark of an exchange that is not finished. */
const incoming = 'restauration';
/** What an exchange is, beside its files. */
const markName = 'marque.json';
/** What the exchange to come is, beside the files that it brings: those that were aside have a mark of their own. */
const orderName = 'ordre.json';

/** The parts of a store that are exchanged together: a journal beside another database would replay silently. */
const exchanged = [`${storeParts.database}-wal`, `${storeParts.database}-shm`, storeParts.database, storeParts.keys] as const;

/** The name of the folder that keeps what was moved aside at an instant. */
export const asideOf = (folder: string, at: Instant): string => join(folder, storeParts.aside, at.replaceAll(/[:.]/g, '-'));

const readMark = (path: string): SwapMark | null => {
  if (!existsSync(path)) return null;
  try {
    return swapMark.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
};

const writeMark = (path: string, mark: SwapMark): void => writeWhole(path, Buffer.from(`${JSON.stringify(mark, null, 2)}\n`, 'utf8'));

/**
 * Finishes an exchange that began, or one that a cut interrupted, and undoes one that was only being prepared: what was there is moved aside whole
 * and marked, then what comes in takes its place. Every step can be done again.
 */
export const endSwap = (folder: string): void => {
  rmSync(join(folder, `${incoming}.partial`), { recursive: true, force: true });
  const coming = join(folder, incoming);
  const order = readMark(join(coming, orderName));
  if (order === null) return;
  const aside = asideOf(folder, order.at);
  if (!existsSync(join(aside, markName))) {
    for (const part of exchanged) if (!existsSync(join(aside, part))) moveWhole(join(folder, part), join(aside, part));
    writeMark(join(aside, markName), order);
  }
  for (const part of exchanged) moveWhole(join(coming, part), join(folder, part));
  rmSync(coming, { recursive: true, force: true });
  flushFolder(folder);
};

/** Exchanges the store for the files that `lay` writes in the folder it is given; throws what the disk throws, with nothing exchanged. */
export const swapFor = (folder: string, order: SwapMark, lay: (partial: string) => void): void => {
  const partial = join(folder, `${incoming}.partial`);
  rmSync(partial, { recursive: true, force: true });
  try {
    lay(partial);
    writeMark(join(partial, orderName), order);
    renameSync(partial, join(folder, incoming));
    flushFolder(folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  endSwap(folder);
};

/** Exchanges the store for what was moved aside at an instant. */
export const swapBack = (folder: string, order: SwapMark, from: Instant): void => {
  const aside = asideOf(folder, from);
  writeMark(join(aside, orderName), order);
  renameSync(aside, join(folder, incoming));
  flushFolder(join(folder, storeParts.aside));
  endSwap(folder);
};

/** The last restore, while it can be undone and nobody said that its result is to be kept. */
export const lastRestore = (folder: string): Restored | null => {
  const root = join(folder, storeParts.aside);
  const last = existsSync(root) ? readdirSync(root).sort().at(-1) : undefined;
  if (last === undefined) return null;
  const mark = readMark(join(root, last, markName));
  const isThere = existsSync(join(root, last, storeParts.database)) || existsSync(join(root, last, storeParts.keys));
  return mark !== null && mark.cause === 'restauration' && !mark.kept && isThere ? { at: mark.at, backupAt: mark.backupAt } : null;
};

/** Keeps in mind that a person said that the restored store is the good one: what is aside stays there, and is offered no more. */
export const keepRestore = (folder: string): void => {
  const last = lastRestore(folder);
  if (last === null) return;
  writeMark(join(asideOf(folder, last.at), markName), { format: 'delibere-aside', cause: 'restauration', ...last, kept: true });
};
