import { useEffect, useState, type ReactNode } from 'react';
import { instantFrom, type Day, type Instant } from '../../domain/time.ts';
import { fieldWords } from '../../words/screens.ts';
import { dayOf } from '../../words/typography.ts';
import { day as daySchema } from '../../domain/time.ts';
import { DateField } from './date-field.tsx';
import { TextField } from './text-field.tsx';

const clockIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** Reads "9:05", "9h05", "0905"; null when it is no hour of a day. */
export const readClock = (text: string): string | null => {
  const parts = /^(\d{1,2})\s*[:hH.]?\s*(\d{2})?$/.exec(text.trim());
  const [hour, minute] = [Number(parts?.[1] ?? 99), Number(parts?.[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
};

/** The instant of a day and an hour read on the clocks of a time zone. */
export const instantIn = (day: Day, clock: string, timeZone: string): Instant => {
  const wanted = Date.parse(`${day}T${clock}:00.000Z`);
  const shown = (at: number): number => Date.parse(`${dayOf(new Date(at).toISOString(), timeZone)}T${clockIn(new Date(at).toISOString(), timeZone)}:00.000Z`);
  const first = wanted - (shown(wanted) - wanted);
  return instantFrom(first - (shown(first) - wanted));
};

/** A day and an hour, side by side, in the session’s time zone; null until both are known. */
export const InstantField = (props: {
  readonly dayLabel: string;
  readonly timeLabel: string;
  readonly value: Instant | null;
  readonly onChange: (value: Instant | null) => void;
  readonly timeZone: string;
  readonly disabled?: boolean;
}): ReactNode => {
  const { value, timeZone } = props;
  const [day, setDay] = useState<Day | null>(value === null ? null : daySchema.parse(dayOf(value, timeZone)));
  const [clock, setClock] = useState(value === null ? '' : clockIn(value, timeZone));
  const [left, setLeft] = useState(false);
  useEffect(() => setLeft(false), [value]);
  const change = (nextDay: Day | null, nextClock: string): void => {
    const read = readClock(nextClock);
    setDay(nextDay);
    setClock(nextClock);
    props.onChange(nextDay === null || read === null ? null : instantIn(nextDay, read, timeZone));
  };
  return (
    <>
      <DateField label={props.dayLabel} value={day} onChange={(next) => change(next, clock)} disabled={props.disabled ?? false} />
      <div data-contents onBlur={() => setLeft(true)}>
        <TextField
          label={props.timeLabel}
          short
          placeholder={fieldWords.timeHint}
          value={clock}
          maxLength={5}
          disabled={props.disabled ?? false}
          error={left && clock !== '' && readClock(clock) === null ? fieldWords.timeUnknown : null}
          onChange={(next) => change(day, next)}
        />
      </div>
    </>
  );
};
