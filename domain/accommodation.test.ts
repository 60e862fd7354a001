import { expect, test } from 'vitest';
import { appliedSeconds, consent, extendedSeconds, juryViewOf, officerRecord } from './accommodation.ts';

const third = { numerator: 1, denominator: 3 };
const base = {
  candidateId: 'c1',
  measures: ['extraTime'],
  effect: 'Soutenance de 40 min au lieu de 30',
  decidedOn: '2026-01-10',
  note: 'réservé',
  standardMinutes: 30,
  extraTime: third,
};

test('thirty minutes and one third are forty minutes', () => expect(extendedSeconds(30, third)).toBe(2400));
test('forty minutes and one third are fifty-three minutes and twenty seconds', () => expect(extendedSeconds(40, third)).toBe(53 * 60 + 20));

test('a test lasts what was planned, or longer by the share that the record adds', () => {
  expect(appliedSeconds(30, null)).toBe(1800);
  expect(appliedSeconds(30, third)).toBe(2400);
});

test('without consent the jury has no view, and a withdrawn consent takes it away', () => {
  expect(juryViewOf(officerRecord.parse({ ...base, consent: { kind: 'notGiven' } }))).toBeNull();
  expect(juryViewOf(officerRecord.parse({ ...base, consent: { kind: 'withdrawn', on: '2026-02-01', proof: 'Courriel', given: null } }))).toBeNull();
});

test('with consent the jury sees the measure and its effect, never the note of the officer', () => {
  const view = juryViewOf(officerRecord.parse({ ...base, consent: { kind: 'given', on: '2026-01-12', proof: 'Courrier' } }));
  expect(view).toEqual({ candidateId: 'c1', measures: ['extraTime'], effect: 'Soutenance de 40 min au lieu de 30', defenceMinutes: 40, standardMinutes: 30 });
});

test('the jury reads fifty-three minutes and twenty seconds, never a rounded duration', () => {
  const view = juryViewOf(officerRecord.parse({ ...base, standardMinutes: 40, consent: { kind: 'given', on: '2026-01-12', proof: 'Courrier' } }));
  expect((view?.defenceMinutes ?? 0) * 60).toBe(3200);
});

test('a consent, given or withdrawn, has its date and its proof', () => {
  const withdrawn = { kind: 'withdrawn', on: '2026-02-01', proof: 'Courriel', given: { on: '2026-01-12', proof: 'Courrier' } };
  expect(consent.safeParse(withdrawn).success).toBe(true);
  for (const faulty of [
    { ...withdrawn, proof: ' ' },
    { ...withdrawn, on: '2026-02-30' },
    { kind: 'given', on: '2026-01-12', proof: '' },
  ])
    expect(consent.safeParse(faulty).success, JSON.stringify(faulty)).toBe(false);
});
