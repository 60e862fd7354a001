import { describe, expect, it } from 'vitest';
import { countOf, formatDay, formatDuration, formatInstant, formatNumber, formatOffset, formatSiret, formatWeekday, joinList, ofName } from './typography.ts';

describe('French dates', () => {
  it('write the first of the month as 1er', () => expect(formatDay('2026-03-01')).toBe('1er\u00A0mars\u00A02026'));
  it('give the weekday', () => expect(formatWeekday('2026-03-17')).toBe('mardi\u00A017\u00A0mars\u00A02026'));
  it('are those of the time zone, not of the machine', () =>
    expect(formatInstant('2026-03-16T23:05:00.000Z', 'Europe/Paris')).toBe('17\u00A0mars\u00A02026 à 0\u00A0h\u00A005'));
  it('tell summer from winter by the distance from UTC', () => {
    expect(formatOffset('2026-01-15T12:00:00.000Z', 'Europe/Paris')).toBe('UTC+01:00');
    expect(formatOffset('2026-07-15T12:00:00.000Z', 'Europe/Paris')).toBe('UTC+02:00');
    expect(formatOffset('2026-07-15T12:00:00.000Z', 'America/Martinique')).toBe('UTC\u221204:00');
  });
});

describe('French figures', () => {
  it('keep seconds of an extra third', () => expect(formatDuration(40 * (4 / 3))).toBe('53\u00A0min 20\u00A0s'));
  it('count an hour and its minutes', () => expect(formatDuration(80)).toBe('1\u00A0h 20\u00A0min'));
  it('are singular below two', () => {
    expect(countOf(0, 'candidat', 'candidats')).toBe('0\u00A0candidat');
    expect(countOf(2, 'candidat', 'candidats')).toBe('2\u00A0candidats');
  });
  it('set thousands apart', () => expect(formatNumber(1234567)).toBe('1\u202F234\u202F567'));
  it('group a SIRET', () => expect(formatSiret('49386136300080')).toBe('493\u00A0861\u00A0363\u00A000080'));
});

describe('French lists', () => {
  it('join the last item by a word', () => expect(joinList(['a', 'b', 'c'])).toBe('a, b et c'));
  it('leave one item alone', () => expect(joinList(['a'])).toBe('a'));
});

it('a name follows « de », elided before a vowel with or without its accent', () => {
  expect([ofName('Fabrice'), ofName('Éloïse'), ofName('aline'), ofName('Œillet'), ofName('Yvain')]).toEqual([
    'de Fabrice',
    'd’Éloïse',
    'd’aline',
    'd’Œillet',
    'de Yvain',
  ]);
});
