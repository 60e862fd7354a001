import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { SwapMark } from '../domain/store.ts';
import { instant } from '../domain/time.ts';
import { storeParts } from './backup.ts';
import { asideOf, endSwap, lastRestore, swapBack, swapFor } from './swap.ts';

/** How many changes of the disk the program still makes before it is killed: what it asks after that never happens. */
const life = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>();
  const mortal =
    <Given extends unknown[], Value>(act: (...given: Given) => Value) =>
    (...given: Given): Value => {
      if (life.left <= 0) throw new Error('killed');
      life.left -= 1;
      return act(...given);
    };
  const { renameSync, mkdirSync: make, openSync, writeSync, rmSync: remove } = real;
  return { ...real, renameSync: mortal(renameSync), mkdirSync: mortal(make), openSync: mortal(openSync), writeSync: mortal(writeSync), rmSync: mortal(remove) };
});

const root = mkdtempSync(join(tmpdir(), 'delibere-swap-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const at = instant.parse('2026-03-17T10:00:00.000Z');
const later = instant.parse('2026-03-17T11:00:00.000Z');
const order = (cause: SwapMark['cause'], when: typeof at): SwapMark => ({ format: 'delibere-aside', cause, at: when, backupAt: at, kept: false });
const parts = [storeParts.database, `${storeParts.database}-wal`, storeParts.keys];
let made = 0;
const lay = (): string => {
  const folder = join(root, `store-${(made += 1)}`);
  mkdirSync(folder);
  for (const part of parts) writeFileSync(join(folder, part), `old ${part}`);
  return folder;
};
const bring = (partial: string): void => {
  mkdirSync(partial, { recursive: true });
  for (const part of [storeParts.database, storeParts.keys]) writeFileSync(join(partial, part), `new ${part}`);
};
/** What lies in the place of the store: the parts of before, those that came, or a mixture of the two. */
const inPlace = (folder: string): string =>
  parts
    .filter((part) => existsSync(join(folder, part)))
    .map((part) => readFileSync(join(folder, part), 'utf8'))
    .join(', ');
const old = parts.map((part) => `old ${part}`).join(', ');
const fresh = `new ${storeParts.database}, new ${storeParts.keys}`;

/** Runs `work` on a store of its own, killed after each number of changes in turn, then starts again: gives what each leaves. */
const cutEverywhere = (prepare: (folder: string) => void, work: (folder: string) => void): { readonly left: string[]; readonly folders: string[] } => {
  const left: string[] = [];
  const folders: string[] = [];
  for (let changes = 0; ; changes += 1) {
    const folder = lay();
    prepare(folder);
    life.left = changes;
    let killed = false;
    try {
      work(folder);
    } catch {
      killed = true;
    }
    life.left = Number.POSITIVE_INFINITY;
    endSwap(folder);
    left.push(inPlace(folder));
    folders.push(folder);
    if (!killed) return { left, folders };
  }
};

test('a restore cut after any change of the disk leaves, at the next start, the store of before or the restored one, and never a mixture', () => {
  const { left, folders } = cutEverywhere(
    () => undefined,
    (folder) => swapFor(folder, order('restauration', at), bring),
  );
  expect(left.length).toBeGreaterThan(15);
  expect(left.filter((state) => state !== old && state !== fresh)).toEqual([]);
  // It turns once from the one to the other, and never back.
  expect(left.lastIndexOf(old)).toBeLessThan(left.indexOf(fresh));
  for (const [index, folder] of folders.entries()) {
    const isAside = existsSync(asideOf(folder, at));
    expect([index, isAside, lastRestore(folder) !== null]).toEqual([index, left[index] === fresh, left[index] === fresh]);
    if (isAside) for (const part of parts) expect(readFileSync(join(asideOf(folder, at), part), 'utf8')).toBe(`old ${part}`);
    expect(readdirSync(folder).filter((name) => name.startsWith('restauration'))).toEqual([]);
  }
});

test('the undoing of a restore cut after any change leaves the restored store or the one of before, and what was restored is aside', () => {
  const { left, folders } = cutEverywhere(
    (folder) => swapFor(folder, order('restauration', at), bring),
    (folder) => swapBack(folder, order('annulation', later), at),
  );
  expect(left.filter((state) => state !== old && state !== fresh)).toEqual([]);
  expect(left.at(-1)).toBe(old);
  for (const [index, folder] of folders.entries())
    if (left[index] === old) expect(readFileSync(join(asideOf(folder, later), storeParts.database), 'utf8')).toBe(`new ${storeParts.database}`);
});

test('a restore for which the disk has no room exchanges nothing and leaves nothing behind', () => {
  const folder = lay();
  const full = (partial: string): void => {
    bring(partial);
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  };
  expect(() => swapFor(folder, order('restauration', at), full)).toThrow('no space left');
  expect([inPlace(folder), readdirSync(folder).sort()]).toEqual([old, [...parts].sort()]);
});
