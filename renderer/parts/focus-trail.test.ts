import { expect, test } from 'vitest';
import { lastStanding } from './focus-trail.ts';

const step = (element: string, name = '') => ({ element, name });

test('the focus goes back to the last control that is still there', () => {
  expect(lastStanding([step('add'), step('title'), step('save')], [step('add'), step('title')])).toBe('title');
});

test('a control drawn again is known by its name: the first button of an empty list gives way to the one above the list', () => {
  expect(lastStanding([step('list'), step('add-in-empty', 'Ajouter un membre')], [step('list'), step('add-above', 'Ajouter un membre')])).toBe('add-above');
});

test('a field without a name is never taken for another one', () => {
  expect(lastStanding([step('old-field')], [step('other-field')])).toBeNull();
});
