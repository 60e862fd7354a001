import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { instantFrom, type Clock } from '../domain/time.ts';
import { backUp, listBackups, storeParts } from './backup.ts';
import { backupOpener } from './backup-check.ts';
import { openKeys } from './keys.ts';
import { programVersion } from './migrations/all.ts';
import { createStore, findStore, openStore, type Store } from './open.ts';
import { lastWritten, restoreBackup, undoRestore } from './restore.ts';
import { readSetting, writeSetting } from './setting.ts';
import { keepRestore, lastRestore } from './swap.ts';

// What a passphrase costs to derive is not what is tested here, and every start pays it.
vi.mock('node:crypto', async (load) => {
  const real = await load<typeof import('node:crypto')>();
  const scryptSync: typeof real.scryptSync = (secret, salt, length, options) => real.scryptSync(secret, salt, length, { ...options, N: 1024 });
  return { ...real, scryptSync };
});

const passphrase = 'une phrase de passe assez longue';
const root = mkdtempSync(join(tmpdir(), 'delibere-restore-'));
let ticks = 0;
const clock: Clock = { now: () => instantFrom(Date.parse('2026-03-17T08:00:00.000Z') + ticks++ * 60_000) };
afterAll(() => rmSync(root, { recursive: true, force: true }));

const must = <Value>(result: { ok: true; value: Value } | { ok: false; error: { code: string } }): Value => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** A store with one backup: "before" is what the backup holds, "after" what was written since; its journal holds what a cut left unpoured. */
const laid = (() => {
  const folder = join(root, 'laid');
  const store = must(createStore(folder, passphrase, clock));
  writeSetting(store.db, 'secondFolder', null);
  writeSetting(store.db, 'storeTag', 'before');
  const backup = must(backUp(store.db, folder, store.key, clock.now(), 'cloture'));
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  writeSetting(store.db, 'storeTag', 'after');
  const copy = join(root, 'cut');
  cpSync(folder, copy, { recursive: true });
  store.close();
  return { folder: copy, backup };
})();

let folder: string;
let round = 0;
beforeEach(() => {
  folder = join(root, `round-${(round += 1)}`);
  cpSync(laid.folder, folder, { recursive: true });
});

const path = (part: string): string => join(folder, part);
const damage = (file: string, page: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(page * 4096 + 200) ^ 0x40, page * 4096 + 200);
  writeFileSync(file, bytes);
};
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
/** Every file of a folder with its digest. */
const bytesOf = (where: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(where, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(where.length + 1), digest(file)]),
  );
const tagOf = (store: Store): string | null => {
  const tag = readSetting(store.db, 'storeTag');
  store.close();
  return tag;
};
const reopened = (): string | null => tagOf(must(openStore(folder, passphrase, clock)));

test('a start on a damaged store leaves every byte of every file as it was, the journal of a cut included, however often it is tried', () => {
  damage(path(storeParts.database), 40);
  const before = bytesOf(folder);
  expect(Object.keys(before)).toContain(`${storeParts.database}-wal`);
  for (let start = 0; start < 2; start += 1) expect(openStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(bytesOf(folder)).toEqual(before);
});

test('a store of a newer version is refused with its journal as it was', () => {
  const store = must(openStore(folder, passphrase, clock));
  store.db.pragma(`user_version = ${programVersion + 10}`);
  cpSync(folder, `${folder}-cut`, { recursive: true });
  store.close();
  folder = `${folder}-cut`;
  const before = bytesOf(folder);
  expect(openStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-newer' } });
  expect(bytesOf(folder)).toEqual(before);
});

test('a link that leads nowhere is damage, told before any backup is made of it', () => {
  const store = must(openStore(folder, passphrase, clock));
  store.db.pragma('foreign_keys=OFF');
  store.db.exec("CREATE TABLE child (a TEXT REFERENCES session(id)) STRICT; INSERT INTO child VALUES ('nowhere')");
  store.close();
  const count = listBackups(folder).length;
  for (let start = 0; start < 3; start += 1) expect(openStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(listBackups(folder)).toHaveLength(count);
});

test('a restore brings back what the backup held; undone, it gives back what was written since', () => {
  must(restoreBackup(folder, laid.backup.id, passphrase, clock.now()));
  expect(lastRestore(folder)).toMatchObject({ backupAt: laid.backup.at });
  expect(reopened()).toBe('before');
  must(undoRestore(folder, passphrase, clock.now()));
  expect(reopened()).toBe('after');
  expect(lastRestore(folder)).toBeNull();
  expect(undoRestore(folder, passphrase, clock.now())).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('undone, the damaged files are back to the byte, and what was recorded in the restored store is aside', () => {
  damage(path(storeParts.database), 40);
  const parts = [storeParts.database, `${storeParts.database}-wal`, storeParts.keys];
  const before = parts.map((part) => digest(path(part)));
  must(restoreBackup(folder, laid.backup.id, passphrase, clock.now()));
  const store = must(openStore(folder, passphrase, clock));
  writeSetting(store.db, 'storeTag', 'since');
  store.close();
  must(undoRestore(folder, passphrase, clock.now()));
  expect(parts.map((part) => digest(path(part)))).toEqual(before);
  const [aside] = readdirSync(path(storeParts.aside));
  for (const part of [storeParts.database, storeParts.keys]) {
    rmSync(path(`${storeParts.database}-wal`), { force: true });
    copyFileSync(join(path(storeParts.aside), aside ?? '', part), path(part));
  }
  expect(reopened()).toBe('since');
});

test('a clock that went back between a restore and its undoing changes nothing of which is the last', () => {
  must(restoreBackup(folder, laid.backup.id, passphrase, instantFrom(Date.parse('2036-01-01T00:00:00.000Z'))));
  must(undoRestore(folder, passphrase, instantFrom(Date.parse('2026-03-17T10:00:00.000Z'))));
  expect(lastRestore(folder)).toBeNull();
  expect(reopened()).toBe('after');
});

test('a restore that a person keeps is offered no more, and what it moved aside stays', () => {
  must(restoreBackup(folder, laid.backup.id, passphrase, clock.now()));
  keepRestore(folder);
  expect(lastRestore(folder)).toBeNull();
  expect(readdirSync(path(storeParts.aside))).toHaveLength(1);
  expect(reopened()).toBe('before');
});

test('a wrong passphrase neither restores nor undoes', () => {
  expect(restoreBackup(folder, laid.backup.id, 'une autre phrase', clock.now())).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } });
  must(restoreBackup(folder, laid.backup.id, passphrase, clock.now()));
  expect(undoRestore(folder, 'une autre phrase', clock.now())).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } });
  expect(reopened()).toBe('before');
});

test('a store that another program holds is not moved from under it', () => {
  const store = must(openStore(folder, passphrase, clock));
  expect(restoreBackup(folder, laid.backup.id, passphrase, clock.now())).toMatchObject({ ok: false, error: { code: 'store-in-use' } });
  store.close();
});

test('a store whose keys were lost comes back from a backup, and its undoing asks for the passphrase that opens the restored one', () => {
  rmSync(path(storeParts.keys));
  expect(openStore(folder, passphrase, clock)).toMatchObject({ ok: false, error: { code: 'store-damaged', facts: { part: 'keys' } } });
  must(restoreBackup(folder, laid.backup.id, passphrase, clock.now()));
  expect(reopened()).toBe('before');
  must(undoRestore(folder, passphrase, clock.now()));
  expect(findStore(folder)).toBe('damaged');
});

test('each backup is opened before it is offered: whole with what it holds, damaged, or under another passphrase', () => {
  const [whole, damaged, foreign] = ['2026-03-17T09-00-00-000Z_ouverture', '2026-03-17T09-01-00-000Z_ouverture', '2026-03-17T09-02-00-000Z_ouverture'];
  for (const id of [whole, damaged, foreign]) cpSync(join(path(storeParts.backups), laid.backup.id), join(path(storeParts.backups), id), { recursive: true });
  damage(join(path(storeParts.backups), damaged, storeParts.database), 3);
  const other = join(root, `other-${round}`);
  must(createStore(other, 'une phrase tout autre', clock)).close();
  copyFileSync(join(other, storeParts.keys), join(path(storeParts.backups), foreign, storeParts.keys));
  const before = bytesOf(folder);
  const told = Object.fromEntries(listBackups(folder).map((backup) => [backup.id, backupOpener(folder, (keys) => openKeys(keys, passphrase))(backup)]));
  expect([told[whole]?.verdict, told[damaged]?.verdict, told[foreign]?.verdict]).toEqual(['whole', 'damaged', 'otherPassphrase']);
  expect(told[whole]).toMatchObject({ sessions: 0, lastActAt: null });
  expect(bytesOf(folder)).toEqual(before);
  expect(openKeys(readFileSync(path(storeParts.keys), 'utf8'), passphrase).ok).toBe(true);
});

test('when a damaged store was last written is known from its files', () => {
  expect(Math.abs(Date.parse(lastWritten(folder) ?? '') - Date.now())).toBeLessThan(600_000);
  expect(lastWritten(join(folder, 'nowhere'))).toBeNull();
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
