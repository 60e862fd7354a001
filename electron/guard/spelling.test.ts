import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordSession } from '../../tests/fixtures/machine.ts';
import { refuseSpelling, spellFrench } from './spelling.ts';

test('no dictionary is fetched: the spelling is off, and its source is our own scheme, which has none', () => {
  const { part, calls } = recordSession();
  refuseSpelling(part);
  expect(calls.map(([name]) => name)).toEqual(['setSpellCheckerDictionaryDownloadURL', 'setSpellCheckerEnabled']);
  expect(calls[0]?.[1]).toMatch(/^app:\/\//);
  expect(calls[1]?.[1]).toBe(false);
});

test('French is the only language, and is named before the spelling is on: no other one is looked for', () => {
  const { part, calls } = recordSession();
  spellFrench(part);
  expect(calls).toEqual([
    ['setSpellCheckerLanguages', ['fr']],
    ['setSpellCheckerEnabled', true],
  ]);
});

test('no word is ever added to a dictionary: Chromium would write it in clear in its profile', () => {
  const root = join(import.meta.dirname, '..', '..');
  for (const folder of ['electron', 'renderer', 'requests'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((each) => /(?<!\.test)\.tsx?$/.test(each)))
      expect(readFileSync(join(root, folder, name), 'utf8'), name).not.toMatch(/addWordToSpellChecker/);
});
