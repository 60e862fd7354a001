import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { layDictionary } from './dictionary.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'delibere-dictionary-'));
  writeFileSync(join(root, 'ours.bdic'), 'BDic ours');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const lay = (): Promise<boolean> => layDictionary(join(root, 'ours.bdic'), join(root, 'profile', 'Dictionaries'));
const laid = (): string => join(root, 'profile', 'Dictionaries', 'fr-FR-3-0.bdic');

test('the dictionary is laid whole in a new profile, alone in its folder', async () => {
  expect(await lay()).toBe(true);
  expect(readFileSync(laid(), 'utf8')).toBe('BDic ours');
  expect(readdirSync(join(root, 'profile', 'Dictionaries'))).toEqual(['fr-FR-3-0.bdic']);
});

test('the same one is left as it is; another one, older or altered, is replaced', async () => {
  await lay();
  const { ino } = statSync(laid());
  expect(await lay()).toBe(true);
  expect(statSync(laid()).ino).toBe(ino);
  writeFileSync(laid(), 'BDic other');
  expect(await lay()).toBe(true);
  expect(readFileSync(laid(), 'utf8')).toBe('BDic ours');
});

test('a program built without it, or a profile that refuses it, leaves the spelling off and stops nothing', async () => {
  expect(await layDictionary(join(root, 'absent.bdic'), join(root, 'profile'))).toBe(false);
  writeFileSync(join(root, 'profile'), 'a file where the folder should be');
  expect(await lay()).toBe(false);
  rmSync(join(root, 'profile'));
  mkdirSync(laid(), { recursive: true });
  expect(await lay()).toBe(false);
});
