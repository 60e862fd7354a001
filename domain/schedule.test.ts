import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimeShare } from './accommodation.ts';
import { instantAt, localDay } from './clock.ts';
import { candidateId } from './ids.ts';
import { drawOrder, emptySchedule, endOf, laySchedule, scheduleFields, slotMinutes, type ScheduleFields } from './schedule.ts';
import { day, instant } from './time.ts';

const third = { numerator: 1, denominator: 3 };
const half = { numerator: 1, denominator: 2 };
const twice = { numerator: 1, denominator: 1 };
const ids = (count: number) => Array.from({ length: count }, (_, rank) => candidateId.parse(`c${rank + 1}`));
const dayOf = (count: number, rest: Partial<ScheduleFields> = {}): ScheduleFields => ({
  ...emptySchedule,
  order: ids(count).map((id, rank) => ({ candidateId: id, room: rank % (rest.rooms?.length ?? 1) })),
  ...rest,
});
const clocks = (fields: ScheduleFields, slot: number) =>
  laySchedule(fields, slot).map((line) => `${Math.floor(line.startsAt / 60)}:${line.startsAt % 60} ${line.kind === 'slot' ? line.candidateId : line.label}`);

describe('the length of a slot', () => {
  test('leaves one half to everyone, so that a usual arrangement changes nothing', () => {
    expect(slotMinutes([30, 30], [], 5)).toBe(50);
    expect(slotMinutes([30, 30], [third], 5)).toBe(50);
    expect(slotMinutes([30, 30], [half, third], 5)).toBe(50);
    expect(slotMinutes([40], [third], 0)).toBe(60);
  });
  test('grows for everybody where an arrangement passes one half', () => expect(slotMinutes([30, 20], [twice], 5)).toBe(65));
  test('is never less than five minutes', () => expect(slotMinutes([], [], 0)).toBe(5));
});

describe('the order of the day', () => {
  test('places one candidate after the other, and none across a pause', () => {
    const fields = dayOf(5, { startsAt: '10:00', pauses: [{ label: 'Déjeuner', startsAt: '12:00', minutes: 60 }] });
    expect(clocks(fields, 50)).toEqual(['10:0 c1', '10:50 c2', '12:0 Déjeuner', '13:0 c3', '13:50 c4', '14:40 c5']);
    expect(endOf(laySchedule(fields, 50), 50)).toBe(15 * 60 + 30);
  });
  test('fills two rooms on the same clock', () => {
    const rooms = [
      { name: 'A', link: '' },
      { name: 'B', link: '' },
    ];
    expect(clocks(dayOf(4, { rooms, pauses: [] }), 50)).toEqual(['9:0 c1', '9:0 c2', '9:50 c3', '9:50 c4']);
  });
  test('shows no pause that nobody follows', () => expect(clocks(dayOf(2), 50)).toEqual(['9:0 c1', '9:50 c2']));
  test('of nobody has no end', () => expect(endOf(laySchedule(dayOf(0), 50), 50)).toBeNull());
  test('names nobody twice', () => {
    const [one] = dayOf(1).order;
    expect(scheduleFields.safeParse({ ...emptySchedule, order: [one, one] }).success).toBe(false);
  });
});

describe('no duration tells', () => {
  const share: fc.Arbitrary<TimeShare | null> = fc.option(
    fc.record({ numerator: fc.integer({ min: 1, max: 3 }), denominator: fc.integer({ min: 1, max: 4 }) }),
  );
  const clock = fc
    .integer({ min: 0, max: 24 * 12 - 1 })
    .map((five) => `${String(Math.floor(five / 12)).padStart(2, '0')}:${String((five % 12) * 5).padStart(2, '0')}`);
  const anyDay = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.record({
      planned: fc.array(fc.integer({ min: 10, max: 90 }), { minLength: count, maxLength: count }),
      shares: fc.array(share, { minLength: count, maxLength: count }),
      turn: fc.nat(count),
      fields: fc
        .record({
          startsAt: clock,
          margin: fc.integer({ min: 0, max: 30 }),
          pauses: fc.array(fc.record({ label: fc.constant('Pause'), startsAt: clock, minutes: fc.integer({ min: 5, max: 120 }) }), { maxLength: 3 }),
          rooms: fc.array(fc.record({ name: fc.constant('Salle'), link: fc.constant('') }), { minLength: 1, maxLength: 3 }),
        })
        .map((rest) => dayOf(count, rest)),
    }),
  );
  const present = (shares: readonly (TimeShare | null)[]) => shares.filter((each) => each !== null);

  test('the schedule is the same to the letter whoever holds the arrangements', () => {
    fc.assert(
      fc.property(anyDay, ({ planned, shares, turn, fields }) => {
        const moved = [...shares.slice(turn), ...shares.slice(0, turn)];
        const lay = (held: typeof shares) => JSON.stringify(laySchedule(fields, slotMinutes(planned, present(held), fields.margin)));
        expect(lay(moved)).toBe(lay(shares));
      }),
      { seed: 20_260_317, numRuns: 300 },
    );
  });
  test('with arrangements of one half at most, the schedule is the one of a day without any', () => {
    fc.assert(
      fc.property(anyDay, ({ planned, shares, fields }) => {
        const usual = present(shares).filter(({ numerator, denominator }) => numerator * 2 <= denominator);
        expect(slotMinutes(planned, usual, fields.margin)).toBe(slotMinutes(planned, [], fields.margin));
      }),
      { seed: 20_260_317, numRuns: 300 },
    );
  });
  test('every arranged test fits its slot, and slots of a room neither overlap nor run into a pause', () => {
    fc.assert(
      fc.property(anyDay, ({ planned, shares, fields }) => {
        const slot = slotMinutes(planned, present(shares), fields.margin);
        for (const [rank, minutes] of planned.entries()) {
          const { numerator, denominator } = shares[rank] ?? { numerator: 0, denominator: 1 };
          expect(slot * 60).toBeGreaterThanOrEqual(Math.round(minutes * 60 * (1 + numerator / denominator)) + fields.margin * 60);
        }
        const slots = laySchedule(fields, slot).filter((line) => line.kind === 'slot');
        expect(slots.map((line) => line.candidateId).sort()).toEqual(fields.order.map((entry) => entry.candidateId).sort());
        for (const [rank, one] of slots.entries()) {
          for (const other of slots.slice(rank + 1)) if (other.room === one.room) expect(Math.abs(other.startsAt - one.startsAt)).toBeGreaterThanOrEqual(slot);
          for (const { startsAt, minutes } of fields.pauses) {
            const from = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3));
            expect(one.startsAt + slot <= from || one.startsAt >= from + minutes).toBe(true);
          }
        }
      }),
      { seed: 20_260_317, numRuns: 300 },
    );
  });
});

test('an order drawn by lot keeps everybody, and each place is as likely as another', () => {
  let state = 7;
  const random = (length: number) => Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff) >> 16);
  const first = new Map<string, number>();
  for (let turn = 0; turn < 3000; turn += 1) {
    const drawn = drawOrder(['a', 'b', 'c'], random);
    expect(drawn.toSorted()).toEqual(['a', 'b', 'c']);
    first.set(drawn.join(''), (first.get(drawn.join('')) ?? 0) + 1);
  }
  expect(first.size).toBe(6);
  for (const count of first.values()) expect(Math.abs(count - 500)).toBeLessThan(120);
});

test('an hour of the room is an instant on the clocks of its time zone, in summer and in winter', () => {
  expect(instantAt(day.parse('2026-03-17'), 9 * 60, 'Europe/Paris')).toBe('2026-03-17T08:00:00.000Z');
  expect(instantAt(day.parse('2026-07-01'), 9 * 60 + 5, 'Europe/Paris')).toBe('2026-07-01T07:05:00.000Z');
  expect(instantAt(day.parse('2026-03-17'), 9 * 60, 'Indian/Reunion')).toBe('2026-03-17T05:00:00.000Z');
  expect(localDay(instant.parse('2026-03-17T23:30:00.000Z'), 'Europe/Paris')).toBe('2026-03-18');
});
