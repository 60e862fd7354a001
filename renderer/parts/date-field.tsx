import { useEffect, useState, type ReactNode } from 'react';
import { day, type Day } from '../../domain/time.ts';
import { fieldWords } from '../../words/screens.ts';
import { formatShortDay } from '../../words/typography.ts';
import type { FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';

/** Reads "17/3/2026", "17.03.2026" or "17032026"; null when it is no day that exists. */
export const readDay = (text: string): Day | null => {
  const parts = /^(\d{1,2})[/.\- ]?(\d{1,2})[/.\- ]?(\d{4})$/.exec(text.trim());
  if (parts === null) return null;
  const [, date = '', month = '', year = ''] = parts;
  const read = day.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return read.success ? read.data : null;
};

/** A day typed in figures, jj/mm/aaaa; null while it is empty or not a day that exists. */
export const DateField = (
  props: FieldProps & { readonly value: Day | null; readonly onChange: (value: Day | null) => void; readonly disabled?: boolean },
): ReactNode => {
  const [text, setText] = useState(props.value === null ? '' : formatShortDay(props.value));
  const [left, setLeft] = useState(false);
  useEffect(() => {
    setText((current) => (props.value === null || readDay(current) === props.value ? current : formatShortDay(props.value)));
  }, [props.value]);
  const wrong = left && text.trim() !== '' && readDay(text) === null;
  return (
    <div data-contents onBlur={() => setLeft(true)}>
      <TextField
        {...props}
        short
        placeholder={fieldWords.dateHint}
        value={text}
        maxLength={10}
        error={wrong ? fieldWords.dateUnknown : props.error}
        onChange={(next) => {
          setText(next);
          props.onChange(readDay(next));
        }}
      />
    </div>
  );
};
