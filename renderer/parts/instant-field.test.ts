import { expect, test } from 'vitest';
import { day } from '../../domain/time.ts';
import { readDay } from './date-field.tsx';
import { instantIn, readClock } from './instant-field.tsx';

const paris = 'Europe/Paris';

test('an hour is read on the clocks of the session, in winter and in summer', () => {
  expect(instantIn(day.parse('2026-01-15'), '09:05', paris)).toBe('2026-01-15T08:05:00.000Z');
  expect(instantIn(day.parse('2026-07-15'), '09:05', paris)).toBe('2026-07-15T07:05:00.000Z');
  expect(instantIn(day.parse('2026-03-29'), '14:00', paris)).toBe('2026-03-29T12:00:00.000Z');
  expect(instantIn(day.parse('2026-03-29'), '01:30', paris)).toBe('2026-03-29T00:30:00.000Z');
  expect(instantIn(day.parse('2026-01-15'), '23:30', 'Indian/Reunion')).toBe('2026-01-15T19:30:00.000Z');
});

test.each([
  ['9h05', '09:05'],
  ['0905', '09:05'],
  ['14:30', '14:30'],
  ['8', '08:00'],
])('%s is an hour', (typed, read) => {
  expect(readClock(typed)).toBe(read);
});

test.each(['24:00', '12:60', 'midi', ''])('%j is no hour', (typed) => expect(readClock(typed)).toBeNull());

test.each([
  ['17/3/2026', '2026-03-17'],
  ['17032026', '2026-03-17'],
  [' 17.03.2026 ', '2026-03-17'],
])('%j is a day', (typed, read) => {
  expect(readDay(typed)).toBe(read);
});

test.each(['31/02/2026', '2026-03-17', '17/03/26', ''])('%j is no day', (typed) => expect(readDay(typed)).toBeNull());
