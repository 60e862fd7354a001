import { expect, test } from 'vitest';
import { recordSession } from '../../tests/fixtures/machine.ts';
import { refuseSpelling } from './spelling.ts';

test('no dictionary is fetched: the spelling is off, and its source is our own scheme, which has none', () => {
  const { part, calls } = recordSession();
  refuseSpelling(part);
  expect(calls).toContainEqual(['setSpellCheckerEnabled', false]);
  expect(calls.find(([name]) => name === 'setSpellCheckerDictionaryDownloadURL')?.[1]).toMatch(/^app:\/\//);
});
