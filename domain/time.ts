import { z } from 'zod';

// A day past the end of its month, or hour 24, would roll into another day; any other impossible part is no date at all.
const isReal = (text: string): boolean => new Date(text).getUTCDate() === Number(text.slice(8, 10));

/** A calendar day, "2025-09-29", that exists. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isReal)
  .brand('Day')
  .meta({ id: 'day' });
/** A calendar day, "2025-09-29", that exists. */
export type Day = z.infer<typeof day>;

/** An instant in UTC with milliseconds, "2026-03-17T08:00:00.000Z". */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isReal)
  .brand('Instant')
  .meta({ id: 'instant' });
/** An instant in UTC with milliseconds, "2026-03-17T08:00:00.000Z". */
export type Instant = z.infer<typeof instant>;

/** A time zone that the system knows, "Europe/Paris". */
export const timeZone = z
  .string()
  .min(1)
  .max(60)
  .refine((name) => {
    try {
      return new Intl.DateTimeFormat('fr', { timeZone: name }).format(0) !== '';
    } catch {
      return false;
    }
  });

/** The clock, passed in: the domain has none of its own. */
export interface Clock {
  /** The present instant. */
  readonly now: () => Instant;
}

/** An instant from a number of milliseconds since 1970, UTC. */
export const instantFrom = (milliseconds: number): Instant => instant.parse(new Date(milliseconds).toISOString());

/** Milliseconds between two instants, negative when the second is earlier. */
export const elapsed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** Whether `value` lies within the two days, both included. */
export const isWithin = (value: Day, from: Day, to: Day): boolean => value >= from && value <= to;

/** How far behind a clock may be before it is said to have gone back: what a clock that is set by itself corrects stays under it. */
const correction = 60_000;

/** The latest of some instants when the present is well before it: the clock of the computer went back. Null when time goes on as it should. */
export const clockBehind = (now: Instant, instants: readonly Instant[]): Instant | null => {
  const latest = instants.reduce<Instant | null>((most, each) => (most === null || each > most ? each : most), null);
  return latest !== null && elapsed(now, latest) > correction ? latest : null;
};
