import { z } from 'zod';
import { instantFrom, type Day, type Instant } from './time.ts';

/** An hour of a day as the clocks of the room show it, "09:05". */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Minutes of a day. */
export const dayMinutes = 24 * 60;

/** Minutes since midnight of an hour read on a clock. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** An hour read on a clock, from minutes since midnight. */
export const clockFrom = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What the clocks of a time zone show at a moment, as if it were UTC. */
const shown = (at: number, timeZone: string): number => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:00.000Z`);
};

/** The instant of a day at some minutes since midnight, read on the clocks of a time zone. */
export const instantAt = (day: Day, minutes: number, timeZone: string): Instant => {
  const wanted = Date.parse(`${day}T00:00:00.000Z`) + minutes * 60_000;
  const first = wanted - (shown(wanted, timeZone) - wanted);
  return instantFrom(first - (shown(first, timeZone) - wanted));
};

/** The day that the clocks of a time zone show at an instant. */
export const localDay = (at: Instant, timeZone: string): string => new Date(shown(Date.parse(at), timeZone)).toISOString().slice(0, 10);
