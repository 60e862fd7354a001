import { expect, test } from 'vitest';
import { instantFrom, type Instant } from '../domain/time.ts';
import { surplusOf } from './backup-policy.ts';

const paris = 'Europe/Paris';
const hour = 3_600_000;
type Line = { readonly id: string; readonly at: Instant; readonly cause: string };

/** A folder of backups under the policy, as each opening leaves it. */
class Shelf {
  lines: Line[] = [];
  private readonly zone: string;

  constructor(zone = paris) {
    this.zone = zone;
  }

  add(iso: string, cause = 'ouverture', version = ''): void {
    const at = instantFrom(Date.parse(iso));
    const named = { id: `${at.replaceAll(/[:.]/g, '-')}_${cause}${version}`, at, cause };
    this.lines.push(named);
    const gone = new Set(surplusOf(this.lines, at, this.zone));
    this.lines = this.lines.filter(({ id }) => !gone.has(id));
  }

  of(cause: string): string[] {
    return this.lines
      .filter((line) => line.cause === cause)
      .map(({ at }) => at)
      .sort();
  }
}

test('sixty days with five openings each leave the three last of today and the last of each of the fourteen days before, through a month end and a change of hour', () => {
  const shelf = new Shelf();
  // From 1 March to 29 April 2026: the clocks of Paris go forward on 29 March.
  const start = Date.parse('2026-03-01T00:00:00.000Z');
  const opened: string[] = [];
  for (let day = 0; day < 60; day += 1)
    for (const at of [5, 9, 13, 17, 20]) {
      const iso = new Date(start + day * 24 * hour + at * hour).toISOString();
      opened.push(iso);
      shelf.add(iso);
    }
  // The hours are written by hand: 20:00 UTC is 21:00 or 22:00 in Paris, the same day.
  const daily = Array.from({ length: 14 }, (_, back) => `2026-04-${String(28 - back).padStart(2, '0')}T20:00:00.000Z`).reverse();
  expect(shelf.of('ouverture')).toEqual([...daily, '2026-04-29T13:00:00.000Z', '2026-04-29T17:00:00.000Z', '2026-04-29T20:00:00.000Z']);
  expect(opened).toHaveLength(300);
});

test('a day is the one of the wall: an opening at half past midnight in Paris is of the new day, in winter as in summer and on the night of twenty-five hours', () => {
  for (const [evening, night] of [
    ['2026-01-31T21:00:00.000Z', '2026-01-31T23:30:00.000Z'],
    ['2026-07-31T20:00:00.000Z', '2026-07-31T22:30:00.000Z'],
    ['2026-10-24T20:00:00.000Z', '2026-10-24T22:30:00.000Z'],
  ] as const) {
    const shelf = new Shelf();
    for (const minute of [0, 1, 2, 3]) shelf.add(new Date(Date.parse(evening) + minute * 60_000).toISOString());
    expect(shelf.of('ouverture')).toHaveLength(3);
    shelf.add(night);
    // The three of the evening have become one of the day before.
    expect(shelf.of('ouverture')).toEqual([new Date(Date.parse(evening) + 3 * 60_000).toISOString(), night]);
  }
});

test('the hour that comes twice in October loses nothing: both belong to the same day', () => {
  const shelf = new Shelf();
  for (const iso of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']) shelf.add(iso);
  expect(shelf.of('ouverture')).toHaveLength(2);
});

test('a laptop used once a month keeps fourteen openings: a day without one does not count', () => {
  const shelf = new Shelf();
  for (let month = 0; month < 18; month += 1) shelf.add(new Date(Date.UTC(2025, month, 17, 8)).toISOString());
  expect(shelf.of('ouverture')).toHaveLength(15);
});

test('a backup made before a migration is pushed out neither by a hundred failed starts nor by the years', () => {
  const shelf = new Shelf();
  shelf.add('2026-03-01T08:00:00.000Z');
  for (let start = 0; start < 100; start += 1) shelf.add(new Date(Date.parse('2026-03-02T08:00:00.000Z') + start * 60_000).toISOString(), 'migration', '-230');
  expect(shelf.of('migration')).toEqual(['2026-03-02T08:00:00.000Z', '2026-03-02T09:39:00.000Z']);
  expect(shelf.of('ouverture')).toEqual(['2026-03-01T08:00:00.000Z']);
  shelf.add('2026-09-01T08:00:00.000Z', 'migration', '-260');
  for (let day = 2; day < 30; day += 1) shelf.add(`2026-09-${String(day).padStart(2, '0')}T08:00:00.000Z`);
  expect(shelf.of('migration')).toEqual(['2026-03-02T08:00:00.000Z', '2026-03-02T09:39:00.000Z', '2026-09-01T08:00:00.000Z']);
});

test('the backup of each closing stays, however many there are', () => {
  const shelf = new Shelf();
  for (let week = 0; week < 40; week += 1) shelf.add(new Date(Date.UTC(2026, 0, 5 + week * 7, 17)).toISOString(), 'cloture');
  for (let day = 0; day < 60; day += 1) shelf.add(new Date(Date.UTC(2026, 10, 1 + day, 8)).toISOString());
  expect(shelf.of('cloture')).toHaveLength(40);
});

test('a clock that went ten years ahead and came back pushes out none of the real days', () => {
  const shelf = new Shelf();
  const on = (year: number, day: number): void => shelf.add(`${year}-03-${String(day).padStart(2, '0')}T08:00:00.000Z`);
  const of = (year: string): number => shelf.of('ouverture').filter((at) => at.startsWith(year)).length;
  for (let day = 1; day <= 10; day += 1) on(2026, day);
  for (let day = 1; day <= 3; day += 1) on(2036, day);
  expect([of('2026'), of('2036')]).toEqual([10, 3]);
  for (let day = 11; day <= 24; day += 1) on(2026, day);
  expect([of('2026'), of('2036')]).toEqual([15, 3]);
});
