import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeParts } from './backup.ts';
import { keepFiles, putBackFiles } from './backup-files.ts';

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
