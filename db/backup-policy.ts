import type { Instant } from '../domain/time.ts';

/** A backup as its name tells it. */
interface Named {
  readonly id: string;
  readonly at: Instant;
  readonly cause: string;
}

/** How many backups are kept of the openings of one day, while it lasts. */
const today = 3;
/** How many days that had an opening keep one backup each. */
const days = 14;

/** The day that the calendar on the wall shows at an instant; the formatter is the zone's. */
const dayIn = (zone: string): ((at: Instant) => string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(Date.parse(at));
};

/** The newest of each day, for as many days as are kept; `newestFirst` is sorted. */
const onePerDay = (newestFirst: readonly Named[], dayOf: (at: Instant) => string): readonly Named[] => {
  const last = new Map<string, Named>();
  for (const backup of newestFirst) if (!last.has(dayOf(backup.at))) last.set(dayOf(backup.at), backup);
  return [...last.values()].slice(0, days);
};

/** The first and the last of each version left: the first was made before any attempt, the last holds what an older program wrote since. */
const endsOfVersions = (newestFirst: readonly Named[]): readonly Named[] => {
  const versions = Map.groupBy(newestFirst, ({ id }) => id.slice(25));
  return [...versions.values()].flatMap((same) => [same[0], same.at(-1)].filter((each) => each !== undefined));
};

/**
 * The backups that the policy no longer keeps (safety.md, promise 6): of the openings, the three last of today and the last of each of the fourteen days
 * that had one before; those before a migration by the version they left; those of a closing, a transfer or a purge all.
 * Days later than today, which a clock that went back leaves behind, are counted apart, so that they push nothing out.
 */
export const surplusOf = (backups: readonly Named[], now: Instant, zone: string = Intl.DateTimeFormat().resolvedOptions().timeZone): string[] => {
  const dayOf = dayIn(zone);
  const newestFirst = [...backups].sort((one, other) => (one.at < other.at ? 1 : -1));
  const openings = newestFirst.filter(({ cause }) => cause === 'ouverture');
  const isOn = (test: (day: string) => boolean) => openings.filter(({ at }) => test(dayOf(at)));
  const present = dayOf(now);
  const kept = new Set([
    ...isOn((day) => day === present).slice(0, today),
    ...onePerDay(
      isOn((day) => day < present),
      dayOf,
    ),
    ...onePerDay(
      isOn((day) => day > present),
      dayOf,
    ),
    ...endsOfVersions(newestFirst.filter(({ cause }) => cause === 'migration')),
  ]);
  return newestFirst.filter((backup) => (backup.cause === 'ouverture' || backup.cause === 'migration') && !kept.has(backup)).map(({ id }) => id);
};
