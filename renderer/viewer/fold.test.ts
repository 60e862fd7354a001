import { describe, expect, test } from 'vitest';
import { countOf, find, fold, foldQuery } from './fold.ts';

const runs = (...lines: readonly string[]) => lines.map((text) => ({ text, ends: true }));
const hits = (word: string, ...lines: readonly string[]) => countOf(fold(runs(...lines)).text, foldQuery(word));

describe('a word is found', () => {
  test('whatever its case and its accents, on either side', () => {
    expect(hits('evaluation', 'L’ÉVALUATION des compétences')).toBe(1);
    expect(hits('ÉVALUATION', 'une evaluation')).toBe(1);
    expect(hits('competences', 'comp\u0065\u0301tences')).toBe(1);
  });

  test('written with a ligature, an apostrophe of print or a special space', () => {
    expect(hits('efficace', 'un outil eﬃcace')).toBe(1);
    expect(hits('oeuvre', 'mise en œuvre')).toBe(1);
    expect(hits('œuvre', 'mise en oeuvre')).toBe(1);
    expect(hits("l'équipe", 'l’équipe')).toBe(1);
    expect(hits('12 345', '12\u202f345 lignes')).toBe(1);
  });

  test('cut at the end of a line, with its hyphen or without', () => {
    expect(hits('information', 'le système d’infor-', 'mation est')).toBe(1);
    expect(hits('peut-être', 'cela peut-', 'être vrai')).toBe(1);
    expect(hits('base de données', 'une base', 'de données')).toBe(1);
  });

  test('as many times as it is there, and not where it is not', () => {
    expect(hits('aa', 'aaaa aa')).toBe(3);
    expect(hits('maison', 'mais on y va')).toBe(0);
  });
});

test('a word found is shown where it was written, from its first letter to its last', () => {
  const lines = runs('Le cœur de la mé-', 'thode');
  const [heart] = find(fold(lines), foldQuery('coeur'));
  const [method] = find(fold(lines), foldQuery('méthode'));
  expect(heart).toEqual({ from: [0, 3], to: [0, 7] });
  expect(method).toEqual({ from: [0, 14], to: [1, 5] });
});

test('a query of marks alone searches nothing', () => {
  expect([foldQuery('- '), foldQuery('  '), foldQuery('\u0301')]).toEqual(['', '', '']);
});
