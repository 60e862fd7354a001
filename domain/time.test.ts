import { describe, expect, it } from 'vitest';
import { day, instant } from './time.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const upTo99 = Array.from({ length: 100 }, (_, value) => two(value));
const months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengthOf = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (months[month - 1] ?? 0);

describe('a day', () => {
  it.each([0, 1900, 2000, 2024, 2026, 9999])('of the year %i is accepted when a calendar has it, and only then', (year) => {
    const written = String(year).padStart(4, '0');
    const found = upTo99.flatMap((month) => upTo99.map((date) => `${written}-${month}-${date}`)).filter((text) => day.safeParse(text).success);
    const real = months.flatMap((_, rank) => Array.from({ length: lengthOf(year, rank + 1) }, (__, date) => `${written}-${two(rank + 1)}-${two(date + 1)}`));
    expect(found).toEqual(real);
  });

  it.each(['2026-3-17', '2026-03-17 ', '+002026-03-17', '2026-03-17T00:00:00.000Z', ''])('written "%s" is refused', (text) =>
    expect(day.safeParse(text).success).toBe(false),
  );
});

describe('an instant', () => {
  it('has an hour under 24, minutes and seconds under 60', () => {
    const accepted = (write: (part: string) => string): readonly string[] => upTo99.filter((part) => instant.safeParse(write(part)).success);
    expect(accepted((hour) => `2026-03-17T${hour}:00:00.000Z`)).toEqual(upTo99.slice(0, 24));
    expect(accepted((minute) => `2026-03-17T23:${minute}:00.000Z`)).toEqual(upTo99.slice(0, 60));
    expect(accepted((second) => `2026-03-17T23:59:${second}.999Z`)).toEqual(upTo99.slice(0, 60));
  });

  it.each(['2026-02-29T08:00:00.000Z', '2026-04-31T08:00:00.000Z', '2026-13-01T08:00:00.000Z', '2026-00-10T08:00:00.000Z'])(
    'on a day that is none, "%s", is refused',
    (text) => expect(instant.safeParse(text).success).toBe(false),
  );
});
