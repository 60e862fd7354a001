import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantFrom } from '../domain/time.ts';
import { backUp, storeParts } from './backup.ts';
import { keepFiles, putBackFiles } from './backup-files.ts';
import { createStore } from './open.ts';
import { mirrorBackups, reachSecond, setSecondFolder } from './second-folder.ts';

let folder: string;
const [gone, kept, missing] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)];
const backup = '2026-03-17T12-00-00-000Z_transfert';
const files = (): string => join(folder, storeParts.files);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-kept-'));
  mkdirSync(files());
  mkdirSync(join(folder, storeParts.backups, backup), { recursive: true });
  writeFileSync(join(files(), gone), 'sealed one');
  writeFileSync(join(files(), kept), 'sealed two');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the files that a replacement takes away are in the backup made before, and come back when it is restored', () => {
  keepFiles(folder, backup, [gone, missing]);
  rmSync(join(files(), gone));
  putBackFiles(folder, backup);
  expect(readdirSync(files()).sort()).toEqual([gone, kept]);
  expect(readFileSync(join(files(), gone), 'utf8')).toBe('sealed one');
});

test('a file kept in a backup is a copy of its own: shredding the backup never reaches the live one, and a restore never replaces one that is there', () => {
  keepFiles(folder, backup, [gone]);
  const copy = join(folder, storeParts.backups, backup, storeParts.files, gone);
  expect(statSync(copy).ino).not.toBe(statSync(join(files(), gone)).ino);
  writeFileSync(copy, 'shredded');
  putBackFiles(folder, backup);
  expect(readFileSync(join(files(), gone), 'utf8')).toBe('sealed one');
});

test('a backup of which no file went away holds none', () => {
  keepFiles(folder, backup, []);
  putBackFiles(folder, backup);
  expect(readdirSync(join(folder, storeParts.backups, backup))).toEqual([]);
});

test('the second folder takes the files that a backup keeps, also when the backup was there before them', () => {
  const second = join(folder, 'second');
  mkdirSync(second);
  const store = createStore(join(folder, 'store'), 'une phrase de test', { now: () => instantFrom(Date.parse('2026-03-17T12:00:00.000Z')) });
  if (!store.ok) throw new Error(store.error.code);
  const { db, key } = store.value;
  const made = backUp(db, join(folder, 'store'), key, instantFrom(Date.parse('2026-03-17T13:00:00.000Z')), 'transfert');
  if (!made.ok) throw new Error(made.error.code);
  setSecondFolder(db, second);
  mirrorBackups(db, join(folder, 'store'));
  mkdirSync(join(folder, 'store', storeParts.files), { recursive: true });
  writeFileSync(join(folder, 'store', storeParts.files, gone), 'sealed one');
  keepFiles(join(folder, 'store'), made.value.id, [gone]);
  expect(mirrorBackups(db, join(folder, 'store'))).toBe('done');
  const place = reachSecond(db) ?? '';
  expect(readFileSync(join(place, storeParts.backups, made.value.id, storeParts.files, gone), 'utf8')).toBe('sealed one');
  db.close();
});
