/** Narrow no-break space: before ; ! ? and inside guillemets. */
export const narrow = '\u202F';
/** No-break space: before a colon, between a figure and its unit. */
export const space = '\u00A0';

const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] as const;
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

/** A text safe to print on a terminal: characters of control, and those that turn the direction of writing, are shown as a mark. */
export const visible = (text: string): string => text.replaceAll(/\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, '\uFFFD');

/** A text between French guillemets with their narrow no-break spaces. */
export const quote = (text: string): string => `«${narrow}${text}${narrow}»`;

/** "a, b et c" from a list, with the word that joins the last. */
export const joinList = (items: readonly string[], last = 'et'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** The number and its noun: French is singular below two. */
export const countOf = (count: number, one: string, many: string): string => `${formatNumber(count)}${space}${Math.abs(count) < 2 ? one : many}`;

/** A name after « de », which is elided before a vowel: « de Fabrice », « d’Éloïse ». */
export const ofName = (name: string): string => (/^[aeiouœæ]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`);

/** A whole number with its thousands apart: 12 500. */
export const formatNumber = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, narrow);

/** A day in full from "2026-03-01": "1er mars 2026", its parts kept together. */
export const formatDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const number = Number(date);
  return `${number === 1 ? '1er' : number}${space}${months[Number(month) - 1] ?? month}${space}${year}`;
};

/** A day in full with its weekday: "mardi 17 mars 2026". */
export const formatWeekday = (day: string): string => `${weekdays[new Date(`${day}T12:00:00.000Z`).getUTCDay()] ?? ''}${space}${formatDay(day)}`;

/** A text with its first letter as a capital. */
export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

/** A day in figures: "17/03/2026". */
export const formatShortDay = (day: string): string => day.split('-').reverse().join('/');

const clocks = new Map<string, Intl.DateTimeFormat>();

const partsIn = (instant: string, timeZone: string): { readonly day: string; readonly hour: string; readonly minute: string; readonly offset: string } => {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'longOffset',
    });
  clocks.set(timeZone, clock);
  const parts = Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const offset = (parts['timeZoneName'] ?? 'GMT').replace('GMT', 'UTC').replace('-', '\u2212');
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, hour: parts['hour'] ?? '', minute: parts['minute'] ?? '', offset };
};

/** The calendar day of an instant in a time zone: "2026-03-17". */
export const dayOf = (instant: string, timeZone: string): string => partsIn(instant, timeZone).day;

/** The hour of an instant in a time zone: "9 h 05". */
export const formatTime = (instant: string, timeZone: string): string => {
  const { hour, minute } = partsIn(instant, timeZone);
  return `${Number(hour)}${space}h${space}${minute}`;
};

/** The day and hour of an instant in a time zone: "17 mars 2026 à 9 h 05". */
export const formatInstant = (instant: string, timeZone: string): string => `${formatDay(dayOf(instant, timeZone))} à ${formatTime(instant, timeZone)}`;

/** The distance of a time zone from UTC at an instant: "UTC+01:00". */
export const formatOffset = (instant: string, timeZone: string): string => partsIn(instant, timeZone).offset;

/** A duration in minutes, in words of the trade: "53 min 20 s", "40 min", "1 h 20 min". */
export const formatDuration = (minutes: number): string => {
  const seconds = Math.round(minutes * 60);
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const;
  const said = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value}${space}${unit}`);
  return said.length === 0 ? `0${space}min` : said.join(' ');
};

/** A SIRET in the usual groups: "493 861 363 00080". */
export const formatSiret = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, `$1${space}$2${space}$3${space}$4`);

/** The SHA-256 of a certificate as people compare it: capitals, in fours. */
export const formatFingerprint = (digest: string): string => (digest.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
