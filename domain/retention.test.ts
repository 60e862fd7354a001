import { expect, test } from 'vitest';
import { defaultRegulations } from './regulations.ts';
import { addDays, addMonths, dayAt, dueOf, isDue, jurorKeptUntil, keptUntil, type RetentionFacts } from './retention.ts';
import { day, instant } from './time.ts';

const d = (text: string) => day.parse(text);

// Written by hand with a calendar.
test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-05-16', 12, '2027-05-16'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-08-15', 0, '2026-08-15'],
])('%s and %i months are %s', (from, months, to) => expect(addMonths(d(from), months)).toBe(to));

test.each([
  ['2026-02-27', 2, '2026-03-01'],
  ['2028-02-27', 2, '2028-02-29'],
  ['2026-03-17', 60, '2026-05-16'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-10-24', 2, '2026-10-26'],
])('%s and %i days are %s, whatever the hour does in between', (from, days, to) => expect(addDays(d(from), days)).toBe(to));

test.each([
  ['drafts', '2026-03-17', '2026-03-17'],
  ['accommodations', '2026-03-17', '2026-05-16'],
  ['opinions', '2026-03-17', '2027-05-16'],
  ['notes', '2026-03-17', '2027-05-16'],
  ['dossiers', '2026-03-17', '2027-05-16'],
  ['holders', '2026-03-17', '2027-05-16'],
  ['minute', '2026-03-17', '2076-03-17'],
  ['minute', '2024-02-29', '2074-02-28'],
  ['dossiers', '2023-12-31', '2025-02-28'],
] as const)('%s of a session closed on %s are kept until %s', (kind, base, until) => expect(keptUntil(kind, d(base), defaultRegulations)).toBe(until));

test('a person of the directory is kept six years after the last session sat', () => {
  expect(jurorKeptUntil(d('2024-02-29'), 6)).toBe('2030-02-28');
  expect(jurorKeptUntil(d('2026-03-17'), 0)).toBe('2026-03-17');
});

const sealed: RetentionFacts = {
  phase: 'sealed',
  timeZone: 'Europe/Paris',
  closedAt: instant.parse('2026-03-17T23:30:00.000Z'),
  rectifiedAt: null,
  rectifying: false,
  held: null,
  undeclared: 0,
  regulations: defaultRegulations,
};

test('the day of the closing is the one on the wall of the room', () => {
  expect(dayAt(instant.parse('2026-03-17T23:30:00.000Z'), 'Europe/Paris')).toBe('2026-03-18');
  expect(dayAt(instant.parse('2026-03-17T23:30:00.000Z'), 'America/Martinique')).toBe('2026-03-17');
  expect(dueOf('accommodations', sealed)).toEqual({ kind: 'until', day: '2026-05-17' });
});

test('a rectifying minute starts every delay again', () =>
  expect(dueOf('accommodations', { ...sealed, rectifiedAt: instant.parse('2026-04-30T10:00:00.000Z') })).toEqual({ kind: 'until', day: '2026-06-29' }));

test('nothing falls due before the minute is sealed, while it is rectified, or while an appeal is pending', () => {
  for (const phase of ['preparing', 'open', 'closed'] as const) expect(dueOf('drafts', { ...sealed, phase })).toEqual({ kind: 'notSealed' });
  expect(dueOf('minute', { ...sealed, phase: 'open', rectifying: true })).toEqual({ kind: 'rectifying' });
  expect(dueOf('dossiers', { ...sealed, held: 'recours' })).toEqual({ kind: 'held', reason: 'recours' });
});

test('the identities of holders wait for the last declaration to be settled, and nothing else waits for it', () => {
  const facts = { ...sealed, undeclared: 2 };
  expect(dueOf('holders', facts)).toEqual({ kind: 'undeclared', holders: 2 });
  expect(isDue(dueOf('holders', facts), d('2099-01-01'))).toBe(false);
  expect(dueOf('dossiers', facts)).toEqual(dueOf('dossiers', sealed));
  expect(dueOf('holders', sealed)).toEqual(dueOf('dossiers', sealed));
});

test('the last day is a day of keeping: it is due the day after', () => {
  const due = dueOf('accommodations', sealed);
  expect(isDue(due, d('2026-05-17'))).toBe(false);
  expect(isDue(due, d('2026-05-18'))).toBe(true);
  expect(isDue({ kind: 'held', reason: '' }, d('2099-01-01'))).toBe(false);
});
