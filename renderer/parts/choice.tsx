import { useId, type ReactNode } from 'react';
import { fieldWords, frameWords } from '../../words/screens.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

/** One option of a choice. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly mark?: ReactNode;
  readonly tone?: 'plain' | 'positive' | 'negative';
}

/** A choice among many, in one line; an empty value shows "Choisissez…". */
export const Select = <Value extends string>(
  props: FieldProps & {
    readonly value: Value | '';
    readonly options: readonly Option<Value>[];
    readonly onChange: (value: Value) => void;
    readonly disabled?: boolean;
    readonly placeholder?: string;
  },
): ReactNode => (
  <Field {...props}>
    {(ids) => (
      <div className={styles['selectBox']}>
        <select
          {...ids}
          className={[styles['select'], props.error ? styles['invalid'] : ''].join(' ')}
          value={props.value}
          disabled={props.disabled}
          onChange={(event) => props.onChange(event.target.value as Value)}
        >
          {props.value === '' ? (
            <option value="" disabled>
              {props.placeholder ?? fieldWords.choose}
            </option>
          ) : null}
          {props.options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    )}
  </Field>
);

/** A choice among few, each a card that says what it is; arrows move, space chooses. A screen reader is given the title as its name, the hint after it. */
export const RadioCards = <Value extends string>(
  props: FieldProps & {
    readonly value: Value | null;
    readonly options: readonly Option<Value>[];
    readonly onChange: (value: Value) => void;
    readonly disabled?: boolean;
    readonly stacked?: boolean;
  },
): ReactNode => {
  const name = useId();
  const error = props.error ? `${name}-error` : undefined;
  const hint = props.hint === undefined ? undefined : `${name}-hint`;
  const described = [hint, error].filter((each) => each !== undefined).join(' ');
  return (
    <fieldset
      className={styles['group']}
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-describedby={described === '' ? undefined : described}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend className={props.hideLabel ? 'visually-hidden' : styles['label']}>
        <span id={`${name}-label`}>
          {props.label}
          {props.optional ? <span className={styles['optional']}> ({frameWords.optional})</span> : null}
        </span>
        {hint === undefined ? null : (
          <span id={hint} className={styles['cardHint']}>
            {props.hint}
          </span>
        )}
      </legend>
      <div className={[styles['cards'], props.stacked ? styles['stacked'] : ''].join(' ')}>
        {props.options.map((option) => (
          <label key={option.value} className={[styles['card'], styles[option.tone ?? 'plain']].join(' ')}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={props.value === option.value}
              disabled={props.disabled || option.disabled}
              aria-labelledby={`${name}-${option.value}`}
              aria-describedby={option.hint === undefined ? undefined : `${name}-${option.value}-hint`}
              onChange={() => props.onChange(option.value)}
            />
            {option.mark}
            <span className={styles['cardText']}>
              <span id={`${name}-${option.value}`} className={styles['cardTitle']}>
                {option.label}
              </span>
              {option.hint === undefined ? null : (
                <span id={`${name}-${option.value}-hint`} className={styles['cardHint']}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <span id={error} className={styles['error']}>
          {props.error}
        </span>
      )}
    </fieldset>
  );
};

/** A box to tick; its label is the sentence that one agrees to. */
export const Checkbox = (props: {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly error?: string | null;
}): ReactNode => {
  const id = useId();
  const error = props.error ? `${id}-error` : undefined;
  const hint = props.hint === undefined ? undefined : `${id}-hint`;
  const described = [hint, error].filter((each) => each !== undefined).join(' ');
  return (
    <>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={props.checked}
          disabled={props.disabled}
          aria-labelledby={`${id}-label`}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        <span>
          <span id={`${id}-label`}>{props.label}</span>
          {hint === undefined ? null : (
            <span id={hint} className={styles['cardHint']}>
              {props.hint}
            </span>
          )}
        </span>
      </label>
      {error === undefined ? null : (
        <span id={error} className={styles['error']}>
          {props.error}
        </span>
      )}
    </>
  );
};
