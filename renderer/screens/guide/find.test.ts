import { expect, test } from 'vitest';
import { findPassages, markWords } from './find.ts';

test('a search finds a passage whatever its case, its accents and the order of the words', () => {
  const found = findPassages('RECUPERATION cle');
  expect(found.length).toBeGreaterThan(1);
  for (const { said } of found) expect(said).toMatch(/clé/i);
  expect(findPassages('ordinateur passez').map(({ chapter }) => chapter.id)).toContain('deliberate');
});

test('an apostrophe of the keyboard finds that of the text, and nothing finds nothing', () => {
  expect(findPassages("l'archive").length).toBeGreaterThan(0);
  expect(findPassages('   ')).toEqual([]);
  expect(findPassages('zythum')).toEqual([]);
});

test('the words found are marked, and the text stays whole', () => {
  const marked = markWords('Délibéré révèle les avis.', 'reveler avis revele');
  expect(marked.map(({ text }) => text).join('')).toBe('Délibéré révèle les avis.');
  expect(marked.filter((each) => each.marked).map(({ text }) => text)).toEqual(['révèle', 'avis']);
});
