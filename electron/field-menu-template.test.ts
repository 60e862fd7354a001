import { expect, test } from 'vitest';
import { fieldMenuTemplate, type Pointed } from './field-menu-template.ts';

const all = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
const field: Pointed = { isEditable: true, selectionText: '', misspelledWord: '', dictionarySuggestions: [], editFlags: all };
const drawn = (pointed: Partial<Pointed>) => {
  const replaced: string[] = [];
  const items = fieldMenuTemplate({ ...field, ...pointed }, (word) => replaced.push(word));
  return { items, replaced, labels: items.map(({ label, type }) => label ?? type) };
};

test('a misspelt word offers its suggestions first, and the chosen one replaces it', () => {
  const { items, labels, replaced } = drawn({ misspelledWord: 'évaluattion', dictionarySuggestions: ['évaluation', 'R&D'] });
  expect(labels).toEqual(['évaluation', 'R&&D', 'separator', 'Couper', 'Copier', 'Coller', 'separator', 'Tout sélectionner']);
  for (const { click } of items.slice(0, 2)) (click as () => void)();
  expect(replaced).toEqual(['évaluation', 'R&D']);
});

test('a word without any suggestion says so, and nothing offers to keep it in a dictionary', () => {
  const { items, labels } = drawn({ misspelledWord: 'xqzt' });
  expect(labels.slice(0, 2)).toEqual(['Aucune proposition', 'separator']);
  expect(items[0]?.enabled).toBe(false);
  expect(labels.join()).not.toMatch(/jouter|dictionnaire/i);
});

test('what cannot be done is greyed: a masked code is neither cut nor copied', () => {
  const { items } = drawn({ editFlags: { ...all, canCut: false, canCopy: false } });
  expect(items.filter(({ enabled }) => enabled === false).map(({ label }) => label)).toEqual(['Couper', 'Copier']);
});

test('outside a field a selected text is copied, and elsewhere there is no menu', () => {
  expect(drawn({ isEditable: false, selectionText: 'un motif' }).labels).toEqual(['Copier']);
  expect(drawn({ isEditable: false, selectionText: ' ' }).labels).toEqual([]);
});
