import { useId, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { frameWords } from '../../words/screens.ts';
import styles from './field.module.css';

/** What every field says of itself. */
export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The sentence of what is wrong with the value; shown under the field and read with it. */
  readonly error?: string | null | undefined;
  readonly optional?: boolean;
  /** The label stays for a screen reader, and leaves the screen. */
  readonly hideLabel?: boolean;
}

/** The identifiers that tie a control to its label, hint and error. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** The frame of a field: label above, hint under it, error last and next to the control. */
export const Field = (props: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }): ReactNode => {
  const id = useId();
  const hint = props.hint === undefined ? null : `${id}-hint`;
  const error = props.error ? `${id}-error` : null;
  const described = [hint, error].filter((each) => each !== null).join(' ');
  return (
    <div className={styles['field']}>
      <label className={props.hideLabel ? 'visually-hidden' : styles['label']} htmlFor={id}>
        {props.label}
        {props.optional ? <span className={styles['optional']}> ({frameWords.optional})</span> : null}
      </label>
      {hint === null ? null : (
        <span id={hint} className={styles['hint']}>
          {props.hint}
        </span>
      )}
      {props.children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error === null ? undefined : true })}
      {error === null ? null : (
        <span id={error} className={styles['error']}>
          <CircleAlert aria-hidden />
          {props.error}
        </span>
      )}
    </div>
  );
};
