import { useState, type ReactNode } from 'react';
import { fieldWords } from '../../words/screens.ts';
import { readClock } from './instant-field.tsx';
import { TextField } from './text-field.tsx';

/** An hour of the day, typed as people do ("9h05", "9:05"); an empty text while it is none. */
export const ClockField = (props: {
  readonly label: string;
  readonly hint?: string;
  readonly hideLabel?: boolean;
  readonly optional?: boolean;
  readonly value: string;
  readonly error: string;
  readonly disabled?: boolean;
  readonly onChange: (clock: string) => void;
}): ReactNode => {
  const [text, setText] = useState(props.value);
  const [left, setLeft] = useState(false);
  const wrong = text === '' ? props.optional !== true : readClock(text) === null;
  return (
    <div data-contents onBlur={() => setLeft(true)}>
      <TextField
        label={props.label}
        hint={props.hint}
        hideLabel={props.hideLabel ?? false}
        optional={props.optional ?? false}
        short
        placeholder={fieldWords.timeHint}
        value={text}
        maxLength={5}
        disabled={props.disabled ?? false}
        error={left && wrong ? props.error : null}
        onChange={(next) => {
          setText(next);
          props.onChange(readClock(next) ?? '');
        }}
      />
    </div>
  );
};
