import { z } from 'zod';
import type { TimeShare } from './accommodation.ts';
import { clockTime, minutesOf } from './clock.ts';
import { candidateId, type CandidateId } from './ids.ts';

/** What the door shows of a candidate. */
export const doorNames = z.enum(['numbers', 'initials', 'names']);
/** What the door shows of a candidate. */
export type DoorNames = z.infer<typeof doorNames>;

const pauseFields = z.strictObject({ label: z.string().trim().min(1).max(60), startsAt: clockTime, minutes: z.number().int().min(5).max(240) });
const roomFields = z.strictObject({ name: z.string().trim().min(1).max(80), link: z.string().trim().max(300) });

/** What a person says of the order of the day: when it begins, the margin of a slot, pauses, rooms or links, who comes after whom and where. */
export const scheduleFields = z.strictObject({
  startsAt: clockTime,
  /** The hour that the last slot should not pass, or null. */
  endsBy: clockTime.nullable(),
  /** Minutes of each slot for coming in, pauses that are not counted, and the jury's notes. */
  margin: z.number().int().min(0).max(120),
  pauses: z.array(pauseFields).max(8),
  rooms: z.array(roomFields).min(1).max(8),
  order: z
    .array(z.strictObject({ candidateId, room: z.number().int().min(0).max(7) }))
    .max(600)
    .refine((order) => new Set(order.map((entry) => entry.candidateId)).size === order.length),
  door: doorNames,
});
/** What a person says of the order of the day. */
export type ScheduleFields = z.infer<typeof scheduleFields>;

/** A day with nothing said yet: nine o'clock, one room, a lunch. */
export const emptySchedule: ScheduleFields = {
  startsAt: '09:00',
  endsBy: '18:00',
  margin: 5,
  pauses: [{ label: 'Déjeuner', startsAt: '12:30', minutes: 60 }],
  rooms: [{ name: 'Salle 1', link: '' }],
  order: [],
  door: 'numbers',
};

/** What every slot leaves beyond the time planned, whoever comes: the most that is commonly arranged (domain.md "Disability"). */
const usualShare: TimeShare = { numerator: 1, denominator: 2 };
const ratioOf = (share: TimeShare): number => share.numerator / share.denominator;

/**
 * The one length of every slot, in minutes, a multiple of five: the longest time planned, one half of it for everyone, and the margin.
 * `arranged` holds the shares that records add: only the greatest counts, and only past one half, so that the length tells neither who has
 * an arrangement nor, up to one half, that anybody has one. No choice of the person makes it shorter: trying would tell.
 */
export const slotMinutes = (planned: readonly number[], arranged: readonly TimeShare[], margin: number): number => {
  const longest = Math.max(0, ...planned);
  const greatest = Math.max(...[usualShare, ...arranged].map(ratioOf));
  // To the second first: a share in floating point may be a hair more than it is.
  const seconds = Math.round(longest * 60 * (1 + greatest));
  return Math.max(5, Math.ceil((seconds / 60 + margin) / 5) * 5);
};

/** One line of the order of the day, minutes since midnight; a line never says how long it lasts. */
export type ScheduleLine =
  | { readonly kind: 'slot'; readonly startsAt: number; readonly candidateId: CandidateId; readonly room: number }
  | { readonly kind: 'pause'; readonly startsAt: number; readonly label: string };

/** When slots of a length begin, one after the other, pauses left aside. */
const startsOf = (fields: ScheduleFields, slot: number, count: number): number[] => {
  const pauses = fields.pauses.map(({ startsAt, minutes }) => ({ from: minutesOf(startsAt), to: minutesOf(startsAt) + minutes }));
  const starts: number[] = [];
  let next = minutesOf(fields.startsAt);
  while (starts.length < count) {
    const met = pauses.find(({ from, to }) => from < next + slot && to > next);
    if (met) next = met.to;
    else {
      starts.push(next);
      next += slot;
    }
  }
  return starts;
};

/** The order of the day: in each room the candidates of the room in their order, every slot of the same length on the same clock. */
export const laySchedule = (fields: ScheduleFields, slot: number): ScheduleLine[] => {
  const starts = startsOf(fields, slot, fields.order.length);
  const taken = fields.rooms.map(() => 0);
  const slots = fields.order.map(({ candidateId: id, room: given }): ScheduleLine => {
    const room = Math.min(given, fields.rooms.length - 1);
    const rank = taken[room] ?? 0;
    taken[room] = rank + 1;
    return { kind: 'slot', startsAt: starts[rank] ?? 0, candidateId: id, room };
  });
  const last = Math.max(0, ...slots.map((line) => line.startsAt));
  const pauses = fields.pauses
    .map(({ label, startsAt }): ScheduleLine => ({ kind: 'pause', startsAt: minutesOf(startsAt), label }))
    .filter((line) => line.startsAt < last && line.startsAt >= minutesOf(fields.startsAt));
  const place = (line: ScheduleLine): number => line.startsAt * 10 + (line.kind === 'pause' ? 9 : line.room);
  return [...slots, ...pauses].sort((one, other) => place(one) - place(other));
};

/** When the last slot ends, in minutes since midnight, or null where nobody is placed. */
export const endOf = (lines: readonly ScheduleLine[], slot: number): number | null => {
  const starts = lines.flatMap((line) => (line.kind === 'slot' ? [line.startsAt] : []));
  return starts.length === 0 ? null : Math.max(...starts) + slot;
};

/** Candidates in an order drawn by lot, each order as likely as another; `random` gives bytes. */
export const drawOrder = <Item>(items: readonly Item[], random: (length: number) => Uint8Array): Item[] => {
  const drawn = [...items];
  for (let rest = drawn.length - 1; rest > 0; rest -= 1) {
    // A draw past the last whole multiple is drawn again, or the first candidates would come out more often.
    const fair = 2 ** 32 - (2 ** 32 % (rest + 1));
    let value: number;
    do value = new DataView(Uint8Array.from(random(4)).buffer).getUint32(0);
    while (value >= fair);
    const at = value % (rest + 1);
    [drawn[rest], drawn[at]] = [drawn[at] as Item, drawn[rest] as Item];
  }
  return drawn;
};
